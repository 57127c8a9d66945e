#include "evidence/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace sayso::evidence {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// With "." before the decimals and nothing between the thousands; nothing when the groups make no number.
std::optional<std::string> in_digits(std::string text) {
    const auto last = text.find_last_of(".,");
    if (last == std::string::npos) return text;
    const char mark = text[last];
    const bool mixed = text.find(mark == ',' ? '.' : ',') != std::string::npos;
    const bool many = std::count(text.begin(), text.end(), mark) > 1;
    const bool three_follow = text.size() - last == 4;
    const bool parts_thousands = many || (mark == ',' && three_follow && !mixed);
    if (many && (mixed || !three_follow)) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '.' && text[i] != ',') {
            out += text[i];
        } else if (i == last && !parts_thousands) {
            out += '.';
        } else if (text.size() - i < 4 || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                                       text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                                       [](char c) { return c >= '0' && c <= '9'; })) {
            return std::nullopt;
        }
    }
    return out;
}

}  // namespace

std::optional<TypedNumber> parse_typed(std::string_view written) {
    std::string text(written);
    constexpr std::array<std::string_view, 7> spaces = {
        " ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x87", "\xE2\x80\x8A", "'"};
    for (const std::string_view space : spaces) replace_all(text, space, "");
    replace_all(text, "\xE2\x88\x92", "-");
    for (const std::string_view sign : {"£", "€", "$"}) replace_all(text, sign, "");
    TypedNumber out;
    if (text.ends_with('%')) {
        out.percent = true;
        text.pop_back();
    }
    if (text.empty() || text.find_first_not_of("0123456789.,-") != std::string::npos) return std::nullopt;
    const auto digits = in_digits(text);
    if (!digits) return std::nullopt;
    const auto end = std::from_chars(digits->data(), digits->data() + digits->size(), out.number);
    if (end.ec != std::errc() || end.ptr != digits->data() + digits->size()) return std::nullopt;
    return out;
}

}  // namespace sayso::evidence

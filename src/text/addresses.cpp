#include "text/addresses.h"

#include <algorithm>

namespace sayso::text {
namespace {

constexpr std::string_view scheme_mark = "://";

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// True when a line may end before text[at], in an address whose host begins at `host` and which ends at
/// `end`.
bool may_break(std::string_view text, std::size_t host, std::size_t at, std::size_t end) {
    if (at <= host || at + 1 >= end) return false;
    return text[at - 1] == '/' || (text[at] == '.' && is_letter_or_digit(text[at + 1]));
}

}  // namespace

void break_addresses(std::string_view text, std::vector<std::uint32_t>& ends) {
    std::size_t at = text.find(scheme_mark);
    while (at != std::string_view::npos) {
        std::size_t begin = at;
        while (begin > 0 && is_letter_or_digit(text[begin - 1])) --begin;
        const std::size_t host = at + scheme_mark.size();
        std::size_t end = host;
        while (end < text.size() && !is_space(text[end])) ++end;
        std::erase_if(ends, [&](std::uint32_t one) { return one > begin && one < end; });
        for (std::size_t i = host; i < end; ++i)
            if (may_break(text, host, i, end)) ends.push_back(static_cast<std::uint32_t>(i));
        at = text.find(scheme_mark, end);
    }
    std::sort(ends.begin(), ends.end());
}

}  // namespace sayso::text

#include "text/plain_name.h"

#include <memory>

#include <unicode/translit.h>

namespace sayso::text {
namespace {

constexpr std::size_t longest = 48;

std::string hyphenated(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (out.size() == longest) break;
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            out += c;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    if (out.ends_with('-')) out.pop_back();
    return out;
}

}  // namespace

std::vector<std::string> plain_names(const std::vector<std::string>& texts) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> spell(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, status));
    std::vector<std::string> out;
    for (const std::string& text : texts) {
        icu::UnicodeString letters = icu::UnicodeString::fromUTF8(text);
        if (spell) spell->transliterate(letters);
        std::string bytes;
        letters.toUTF8String(bytes);
        out.push_back(hyphenated(bytes));
    }
    return out;
}

}  // namespace sayso::text

#include "text/boundaries.h"

namespace sayso::text {

std::vector<std::uint32_t> Boundaries::ends(Rules& rules, UBreakIteratorType type, const Utf16Text& text) {
    UErrorCode status = U_ZERO_ERROR;
    // The rules of English: every language's own dictionary (Thai, Khmer …) is chosen by the script anyway.
    if (!rules) rules.reset(ubrk_open(type, "en", nullptr, 0, &status));
    std::vector<std::uint32_t> out;
    if (U_SUCCESS(status)) {
        ubrk_setText(rules.get(), text.units.data(), text.size(), &status);
        ubrk_first(rules.get());
        for (std::int32_t at = ubrk_next(rules.get()); at != UBRK_DONE; at = ubrk_next(rules.get()))
            out.push_back(text.byte_at(at));
    }
    const std::uint32_t end = text.to_utf8.back();
    if (end > 0 && (out.empty() || out.back() != end)) out.push_back(end);
    return out;
}

std::vector<std::uint32_t> Boundaries::line_ends(const Utf16Text& text) {
    return ends(lines_, UBRK_LINE, text);
}

std::vector<std::uint32_t> Boundaries::character_ends(std::string_view text) {
    return ends(characters_, UBRK_CHARACTER, to_utf16(text));
}

}  // namespace sayso::text

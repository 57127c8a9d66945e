#include "text/letters.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sayso::text {
namespace {

bool is_letter(char32_t character) {
    const auto c = static_cast<UChar32>(character);
    return !u_isUWhiteSpace(c) && !u_iscntrl(c) &&
           !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            count += byte > ' ' && byte < 0x7F ? 1 : 0;
            ++at;
        } else {
            count += is_letter(next_code_point(text, at)) ? 1 : 0;
        }
    }
    return count;
}

}  // namespace sayso::text

#include "pdf/objects/syntax.h"

#include <algorithm>

#include "base/number.h"
#include "base/utf8.h"
#include "pdf/objects/decimals.h"
#include "pdf/objects/unicode.h"

namespace sayso::pdf {
namespace {

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_regular(char c) {
    return c > ' ' && c <= '~' && std::string_view{"()<>[]{}/%#"}.find(c) == std::string_view::npos;
}

}  // namespace

void append_ref(std::string& out, Ref ref) {
    append_integer(out, ref.number);
    out += " 0 R";
}

void append_text(std::string& out, std::string_view utf8) {
    if (is_plain(utf8)) {
        out += '(';
        for (const char c : utf8) {
            if (c == '(' || c == ')' || c == '\\') out += '\\';
            out += c;
        }
        out += ')';
        return;
    }
    out += "<FEFF";
    for (std::size_t at = 0; at < utf8.size();) append_utf16_hex(out, next_code_point(utf8, at));
    out += '>';
}

bool fits_string(std::string_view utf8) {
    if (is_plain(utf8)) return utf8.size() <= longest_string;
    std::size_t bytes = 2;  // the byte order mark
    for (std::size_t at = 0; at < utf8.size();) bytes += next_code_point(utf8, at) < 0x10000 ? 2 : 4;
    return bytes <= longest_string;
}

void append_name(std::string& out, std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '/';
    for (const char c : name) {
        if (is_regular(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '#';
        out += digits[byte >> 4];
        out += digits[byte & 0xF];
    }
}

void append_rect(std::string& out, const Rect& box, Length height) {
    out += '[';
    append_number(out, box.x.pt(), coordinate_decimals);
    out += ' ';
    append_number(out, (height - box.bottom()).pt(), coordinate_decimals);
    out += ' ';
    append_number(out, box.right().pt(), coordinate_decimals);
    out += ' ';
    append_number(out, (height - box.y).pt(), coordinate_decimals);
    out += ']';
}

}  // namespace sayso::pdf

// The few pieces of PDF object syntax that every part of the writer needs: references, names and strings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/geometry.h"

namespace sayso::pdf {

/// The number of an indirect object; 0 is none. Generations are always 0.
struct Ref {
    std::uint32_t number = 0;
    explicit operator bool() const { return number != 0; }
};

/// PDF/A-2 (ISO 19005-2, 6.1.13): a string is at most this many bytes.
inline constexpr std::size_t longest_string = 32'767;

/// "12 0 R"
void append_ref(std::string& out, Ref ref);
/// A text string object: a literal where the words are plain ASCII, else UTF-16BE in hexadecimal.
void append_text(std::string& out, std::string_view utf8);
/// True when `append_text` keeps within the limit of PDF/A.
bool fits_string(std::string_view utf8);
/// "/Name", with what a name may not hold written as #xx.
void append_name(std::string& out, std::string_view name);
/// "[left bottom right top]" of a rectangle that is given y down, on a page `height` high.
void append_rect(std::string& out, const Rect& box, Length height);

}  // namespace sayso::pdf

// Which way words run, and how words that are put among others keep to themselves.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

/// How a value stands among the words around it: the isolates of the Unicode Bidirectional Algorithm (UAX
/// #9).
enum class Isolate : std::uint8_t {
    none,           // words among words
    left_to_right,  // phone numbers, e-mail and web addresses, numbers, postcodes, in any language
    first_strong,   // names and free words: the way that their first letter runs
};

/// True for Arabic, Hebrew and the other right-to-left scripts' languages (BCP 47: "ur", "ar-EG", "he" …).
bool is_rtl_language(std::string_view lang);
/// False when nothing in the text (UTF-8) runs from right to left or turns its order, at hardly any cost.
bool may_hold_rtl(std::string_view text);

}  // namespace sayso

// What of a text leaves ink.
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso::text {

/// How many characters of UTF-8 are neither white space nor invisible (controls, joiners, soft hyphens, marks
/// of direction): those that lay_out may not lose. Accents count each for themselves.
std::size_t count_letters(std::string_view text);

}  // namespace sayso::text

// How many syllables an English word has when it is said with care: by its letters, and a list of words that
// are not said as they are spelled.
#pragma once

#include <string_view>

namespace sayso::check {

/// At least 1 for anything with a letter or a digit in it; a number in digits counts as 1. Words joined by
/// hyphens add up.
int syllables(std::string_view word);

}  // namespace sayso::check

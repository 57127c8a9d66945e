// "Did you mean": the nearest known word to a misspelt one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

/// Edit distance in bytes with an adjacent swap counted as one edit (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The nearest candidate other than the word itself, within min(3, max(1, length / 3)) edits; the first of
/// equals.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);
/// `did you mean "x"?`, or "one of: a, b, c" (at most twelve named), or empty when there are no candidates.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace sayso

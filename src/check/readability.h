// Measures of how hard an English text is to read. Formulas are contested; they warn, they do not judge.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/reading.h"

namespace sayso::check {

struct Readability {
    std::size_t sentences = 0;
    std::size_t words = 0;
    std::size_t syllables = 0;
    std::size_t complex_words = 0;            // of three syllables or more
    std::map<std::string, int> complex_uses;  // each of them, and how often it stands there

    /// Years: 8 + the root of the complex words in 30 sentences (SMOG, McLaughlin 1969, with the British
    /// constant). None for fewer than 30 sentences: the formula is not made for them.
    std::optional<double> smog_age() const;
    /// Flesch reading ease (1948): 100 is very easy. None without words.
    std::optional<double> flesch() const;
};

/// Words within `uncounted` phrases (the approach's own name) count neither as words nor as syllables.
Readability readability(const std::vector<const Sentence*>& sentences,
                        const std::vector<std::string>& uncounted);
/// A whole English text.
Readability readability(std::string_view text, const std::vector<std::string>& uncounted = {});

}  // namespace sayso::check

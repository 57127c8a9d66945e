// Reading level: SMOG for readers with a target, Flesch for Easy Read.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

constexpr double easy_read_flesch = 80;
constexpr std::size_t flesch_sample = 100;  // words: what Flesch (1948) takes as a sample

/// The long words that a shorter text would start with: `"communication" (6), "development" (3)`.
std::string frequent(const Readability& measured) {
    constexpr std::size_t shown = 5;
    std::vector<std::pair<std::string, int>> words(measured.complex_uses.begin(),
                                                   measured.complex_uses.end());
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (words.size() > shown) words.resize(shown);
    std::string out;
    for (const auto& [word, times] : words)
        out += fmt::format("{}\"{}\" ({})", out.empty() ? "" : ", ", word, times);
    return out;
}

Readability measured(const Subject& subject) {
    return readability(full_sentences(subject), subject.profile.uncounted);
}

}  // namespace

void reading_age_meets_its_target(const Subject& subject, Diagnostics& diagnostics) {
    const double target = subject.profile.reading_age_target;
    if (target <= 0 || subject.profile.easy_read) return;  // Easy Read has its own measure
    const Readability text = measured(subject);
    const auto age = text.smog_age();
    // As it is shown, with one decimal.
    if (!age || std::round(*age * 10) <= std::round(target * 10)) return;
    diagnostics.warning(
        "reading-age", subject.top(),
        fmt::format("the reading age is {:.1f} years (SMOG), and this reader's target is {:.3g}", *age,
                    target),
        fmt::format("find shorter words for the longest ones: {}", frequent(text)));
}

void easy_read_reads_easily(const Subject& subject, Diagnostics& diagnostics) {
    const Readability text = measured(subject);
    const auto ease = text.flesch();
    if (!ease || text.words < flesch_sample || *ease >= easy_read_flesch) return;
    diagnostics.warning(
        "easy-read-level", subject.top(),
        fmt::format("the reading ease is {:.0f} (Flesch), and easy read should have {:.0f} or more",
                    std::floor(*ease), easy_read_flesch),
        fmt::format("use shorter sentences and words; the longest words: {}", frequent(text)));
}

}  // namespace sayso::check

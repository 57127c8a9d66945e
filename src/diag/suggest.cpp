#include "diag/suggest.h"

#include <algorithm>

#include <fmt/format.h>

namespace sayso {
namespace {

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    // Three rows of the table are enough: the swap looks two back.
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string typed = lower_case(word);  // "A4" is "a4", not a slip of two letters
    std::size_t best = std::min<std::size_t>(3, std::max<std::size_t>(1, word.size() / 3)) + 1;
    std::optional<std::string> found;
    for (const std::string& candidate : candidates) {
        if (candidate == word) continue;  // whoever typed it does not mean it
        const std::size_t longer = std::max(word.size(), candidate.size());
        if (longer - std::min(word.size(), candidate.size()) >= best) continue;
        const std::size_t distance = edit_distance(typed, lower_case(candidate));
        // "fr" is no slip of "ur": half a word changed is another word.
        if (distance >= best || distance * 2 >= longer) continue;
        best = distance;
        found = candidate;
    }
    return found;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    if (candidates.empty()) return {};
    if (const auto found = nearest(word, candidates)) return fmt::format("did you mean \"{}\"?", *found);
    constexpr std::size_t named = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(named, candidates.size()); ++i) {
        list += (i == 0 ? "" : ", ") + candidates[i];
    }
    return "one of: " + list + (candidates.size() > named ? " …" : "");
}

}  // namespace sayso

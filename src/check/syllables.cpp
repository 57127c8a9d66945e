#include "check/syllables.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sayso::check {
namespace {

using Pair = std::pair<std::string_view, int>;

// Sorted. Words, with their plurals where these are common, whose letters mislead the rules below.
constexpr std::array exceptions = std::to_array<Pair>({
    {"aches", 1},      {"aged", 1},       {"area", 3},         {"areas", 3},      {"beautiful", 3},
    {"being", 2},      {"business", 2},   {"businesses", 3},   {"bye", 1},        {"chaos", 2},
    {"clothes", 1},    {"coexist", 3},    {"colonel", 2},      {"conscience", 2}, {"consciences", 3},
    {"coworker", 3},   {"doing", 2},      {"drawer", 1},       {"drawers", 1},    {"eg", 2},
    {"ehcp", 4},       {"element", 3},    {"elements", 3},     {"european", 4},   {"evening", 2},
    {"evenings", 2},   {"every", 2},      {"eye", 1},          {"eyed", 1},       {"eyes", 1},
    {"familiar", 3},   {"fluid", 2},      {"friend", 1},       {"friendly", 2},   {"friends", 1},
    {"friendship", 2}, {"genuine", 3},    {"genuinely", 4},    {"going", 2},      {"gorgeous", 2},
    {"hereby", 2},     {"hour", 1},       {"hours", 1},        {"ie", 2},         {"intuition", 4},
    {"intuitive", 4},  {"lion", 2},       {"lions", 2},        {"maybe", 2},      {"moreover", 3},
    {"museum", 3},     {"naked", 2},      {"nevertheless", 4}, {"okay", 2},       {"our", 1},
    {"people", 2},     {"peoples", 2},    {"persuade", 2},     {"persuaded", 3},  {"poem", 2},
    {"poems", 2},      {"poet", 2},       {"police", 2},       {"ratio", 3},      {"ratios", 3},
    {"recipe", 3},     {"recipes", 3},    {"ruin", 2},         {"ruined", 2},     {"society", 4},
    {"suicide", 3},    {"telephone", 3},  {"thereby", 2},      {"triage", 2},     {"tv", 2},
    {"uk", 2},         {"uneven", 3},     {"unfamiliar", 4},   {"vegetable", 3},  {"vegetables", 3},
    {"wednesday", 2},  {"wednesdays", 2}, {"whereby", 2},      {"whoever", 3},    {"wicked", 2},
    {"worse", 1},
});

// First halves of compounds, whose e is silent in the middle of a word: "safe-guarding".
constexpr std::array compound_heads = std::to_array<std::string_view>(
    {"before", "care", "else",  "every", "face",  "fore",  "five",  "frame", "home", "house",
     "life",   "like", "name",  "nine",  "note",  "one",   "place", "safe",  "side", "some",
     "stake",  "take", "there", "time",  "where", "whole", "make",  "base",  "fire"});

// Endings before which an e is silent: "move-ment".
constexpr std::array after_silent_e =
    std::to_array<std::string_view>({"ly", "ment", "ments", "mental", "less", "lessly", "lessness", "ful",
                                     "fully", "fulness", "ness", "some", "ty"});

/// Two vowels said apart ("tri-al"), except next to some letters ("so-cial").
struct Hiatus {
    std::string_view vowels;
    std::string_view not_after = {};   // letters
    std::string_view not_before = {};  // letters
};
constexpr std::array hiatuses = std::to_array<Hiatus>({
    {"ia", "ctgs"},    {"iat", "vs"}, {"io", "tsclngxh", "u"},
    {"ious", "tscgx"}, {"iu"},        {"iet"},
    {"ien", "tcf"},    {"eo", "g"},   {"ua", "qg"},
    {"uou", "q"},      {"uo", "qb"},  {"uel", "qg"},
    {"uen", "qg"},     {"uity", "q"}, {"eum"},
    {"ying", "aeou"},  {"ier", "g"},  {"iest", "r"},
    {"scien"},
});

// Stems whose "ea" or "oa" is two syllables.
constexpr std::array split_stems =
    std::to_array<std::string_view>({"creat", "react", "reassur", "reappear", "idea", "realit", "theatr",
                                     "coalit", "coord", "cooper", "reinf", "reint", "reinst"});

constexpr std::string_view vowel_letters = "aeiouy";

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Letters that are said as vowels. A u behind q, and a y that begins a word or stands between vowels, are
/// not.
bool is_vowel(std::string_view word, std::size_t at) {
    const char c = word[at];
    if (vowel_letters.find(c) == vowel_letters.npos) return false;
    if (c == 'u') return at == 0 || word[at - 1] != 'q';
    if (c != 'y') return true;
    const bool before_vowel = at + 1 < word.size() && vowel_letters.find(word[at + 1]) != vowel_letters.npos;
    return !before_vowel || (at > 0 && vowel_letters.find(word[at - 1]) == vowel_letters.npos);
}

int vowel_groups(std::string_view word) {
    int groups = 0;
    bool inside = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool vowel = is_vowel(word, at);
        // "an-y-one": a y behind a consonant makes a syllable of its own.
        const bool after_y = at > 1 && word[at - 1] == 'y' && is_vowel(word, at - 1) && word[at] != 'i';
        if (vowel && (!inside || after_y)) ++groups;
        inside = vowel;
    }
    return groups;
}

/// True when the consonant before `at` makes a syllable with an l or r: "ta-ble", "cen-tre".
bool is_syllabic(std::string_view word, std::size_t at) {
    if (at < 2) return false;
    const char last = word[at - 1];
    const char before = word[at - 2];
    if (last != 'l' && last != 'r') return false;
    // "called", "curled" and "referred" have none.
    return !is_vowel(word, at - 2) && before != 'r' &&
           (before != 'l' || last != 'l' || at == word.size() - 1) && !(before == last);
}

bool is_sibilant(std::string_view stem) {
    if (stem.empty()) return false;
    if (stem.ends_with("ch") || stem.ends_with("sh")) return true;
    return std::string_view("sxzcg").find(stem.back()) != std::string_view::npos;
}

/// 1 when the word's last e is not said: "make", "makes", "liked".
int silent_endings(std::string_view word) {
    const std::size_t size = word.size();
    const auto silent = [&](std::size_t e) {
        return e > 0 && !is_vowel(word, e - 1) && !is_syllabic(word, e);
    };
    if (word.ends_with("gue") || word.ends_with("gues")) return 1;
    if (word.ends_with("e")) return silent(size - 1) ? 1 : 0;
    if (size < 3) return 0;
    if (word.ends_with("es")) return silent(size - 2) && !is_sibilant(word.substr(0, size - 2)) ? 1 : 0;
    if (word.ends_with("ed")) {
        const char before = word[size - 3];
        return before != 't' && before != 'd' && silent(size - 2) ? 1 : 0;
    }
    return 0;
}

/// 1 when an e before an ending is not said: "move-ment". The stem must have another vowel: "rely".
int silent_middle(std::string_view word) {
    for (const std::string_view ending : after_silent_e) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 3) continue;
        const std::size_t e = word.size() - ending.size() - 1;
        if (word[e] != 'e' || is_vowel(word, e - 1) || is_syllabic(word, e)) continue;
        if (vowel_groups(word.substr(0, e)) > 0) return 1;
    }
    return 0;
}

bool splits_here(std::string_view word, std::size_t at, const Hiatus& hiatus) {
    if (!word.substr(at).starts_with(hiatus.vowels)) return false;
    const std::size_t end = at + hiatus.vowels.size();
    if (at > 0 && hiatus.not_after.find(word[at - 1]) != hiatus.not_after.npos) return false;
    return end == word.size() || hiatus.not_before.find(word[end]) == hiatus.not_before.npos;
}

bool splits_here(std::string_view word, std::size_t at) {
    // "mar-riage"; "pier" and "tier" have no other vowel.
    const std::string_view rest = word.substr(at);
    if (rest.starts_with("iage")) return false;
    if (rest.starts_with("ier") && vowel_groups(word.substr(0, at)) == 0) return false;
    return std::any_of(hiatuses.begin(), hiatuses.end(),
                       [&](const Hiatus& hiatus) { return splits_here(word, at, hiatus); });
}

/// Vowels that stand together and are said apart.
int extra_syllables(std::string_view word) {
    int extra = 0;
    for (std::size_t at = 0; at < word.size(); ++at) extra += splits_here(word, at) ? 1 : 0;
    for (const std::string_view stem : split_stems) {
        if (word.find(stem) == word.npos) continue;
        ++extra;
        break;
    }
    // "see-ing": a vowel before -ing; y is counted above.
    const std::size_t ing = word.rfind("ing");
    if (ing != word.npos && ing > 0 && word[ing - 1] != 'y' && is_vowel(word, ing - 1)) ++extra;
    for (const char* ending : {"sm", "sms", "thm", "thms"})
        extra += word.ends_with(ending) ? 1 : 0;  // "autis-m"
    if (word.ends_with("ically")) --extra;        // "basic-ly"
    return extra;
}

int count(std::string_view word);

/// The count of "safe" and "guarding" together; 0 when the word is no such compound.
int count_compound(std::string_view word) {
    for (const std::string_view head : compound_heads) {
        if (!word.starts_with(head) || word.size() < head.size() + 3) continue;
        const std::string_view rest = word.substr(head.size());
        const bool joins = !is_vowel(rest, 0) || rest.starts_with("one");
        if (joins && vowel_groups(rest) > 0 && rest != "red") return count(head) + count(rest);
    }
    return 0;
}

/// Of lower-case letters alone. One with no vowel is spelled out: "CQC"; w has three ("double u").
int count(std::string_view word) {
    const auto found =
        std::lower_bound(exceptions.begin(), exceptions.end(), word,
                         [](const Pair& pair, std::string_view key) { return pair.first < key; });
    if (found != exceptions.end() && found->first == word) return found->second;
    if (const int compound = count_compound(word)) return compound;
    if (vowel_groups(word) == 0) {
        return static_cast<int>(word.size()) +
               2 * static_cast<int>(std::count(word.begin(), word.end(), 'w'));
    }
    const int all = vowel_groups(word) + extra_syllables(word) - silent_endings(word) - silent_middle(word);
    return std::max(all, 1);
}

/// "isn't" has one more than "is"; "Ofsted's" as many as "Ofsted", but "boss's" one more.
int count_ending(std::string_view stem, std::string_view ending) {
    if (ending == "s") return is_sibilant(stem) || stem.ends_with("ce") || stem.ends_with("ge") ? 1 : 0;
    if (ending == "t" && stem.size() > 2 && stem.ends_with('n'))
        return stem[stem.size() - 2] == 's' || stem[stem.size() - 2] == 'd' ? 1 : 0;
    return 0;
}

int count_with_apostrophe(std::string_view part) {
    const std::size_t apostrophe = part.find('\'');
    if (apostrophe == part.npos) return count(part);
    const std::string_view stem = part.substr(0, apostrophe);
    const std::string_view ending = part.substr(apostrophe + 1);
    if (stem.empty()) return count(ending);
    return count(stem) + count_ending(stem, ending);
}

/// Lower case, apostrophes made plain, everything else a space.
std::string simplified(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char lower =
            word[at] >= 'A' && word[at] <= 'Z' ? static_cast<char>(word[at] - 'A' + 'a') : word[at];
        if (word.substr(at).starts_with("’")) {
            out += '\'';
            at += std::string_view("’").size() - 1;
        } else if (is_letter(lower) || lower == '\'') {
            out += lower;
        } else if (static_cast<unsigned char>(lower) >= 0x80) {
            // An accented letter: nearly always a vowel, and never silent ("café"). Its later bytes fall out.
            if ((static_cast<unsigned char>(lower) & 0xC0) == 0xC0) out += 'a';
        } else {
            out += ' ';
        }
    }
    return out;
}

}  // namespace

int syllables(std::string_view word) {
    const std::string simple = simplified(word);
    int total = 0;
    std::size_t begin = 0;
    while (begin < simple.size()) {
        const std::size_t end = std::min(simple.find(' ', begin), simple.size());
        if (end > begin) total += count_with_apostrophe(std::string_view(simple).substr(begin, end - begin));
        begin = end + 1;
    }
    return std::max(total, 1);
}

}  // namespace sayso::check

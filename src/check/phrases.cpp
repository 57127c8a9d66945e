#include "check/phrases.h"

#include <algorithm>

namespace sayso::check {
namespace {

constexpr std::string_view curly_apostrophe = "’";

/// Bytes of the sign at `at` that is part of a word; 0 when it is none.
std::size_t word_bytes(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        return letter || (byte >= '0' && byte <= '9') ? 1 : 0;
    }
    // U+2000 to U+20FF (dashes, quotes, spaces) and U+0080 to U+00BF are no letters.
    if (byte == 0xC2 || text.substr(at).starts_with("\xE2\x80") || text.substr(at).starts_with("\xE2\x81"))
        return 0;
    if (byte < 0xC0) return 0;  // the rest of a sign that is none
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::size_t apostrophe_bytes(std::string_view text, std::size_t at) {
    if (text[at] == '\'') return 1;
    return text.substr(at).starts_with(curly_apostrophe) ? curly_apostrophe.size() : 0;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Takes the word that begins at `at`, which is moved behind it.
Token take_word(std::string_view text, std::size_t& at) {
    Token token{{}, at, at, false};
    while (at < text.size()) {
        if (const std::size_t bytes = word_bytes(text, at)) {
            for (const char c : text.substr(at, bytes)) token.folded += lower(c);
            at = std::min(at + bytes, text.size());
        } else {
            const std::size_t mark = apostrophe_bytes(text, at);
            if (mark == 0 || at + mark >= text.size() || word_bytes(text, at + mark) == 0) break;
            token.folded += '\'';
            at += mark;
        }
    }
    token.end = at;
    if (token.folded.ends_with("'s")) token.folded.resize(token.folded.size() - 2);
    return token;
}

bool is_gap(std::string_view between) {
    for (std::size_t at = 0; at < between.size(); ++at) {
        const std::string_view rest = between.substr(at);
        if (rest.starts_with("‐") || rest.starts_with("‑")) {
            at += std::string_view("‐").size() - 1;
        } else if (rest[0] != ' ' && rest[0] != '-' && rest[0] != '\n') {
            return false;
        }
    }
    return true;
}

/// The forms of a verb or noun by its letters: "help", "helps", "helped", "helping".
std::vector<std::string> inflections(const std::string& word) {
    std::vector<std::string> out{word};
    if (word.size() < 3) return out;
    const std::string stem = word.substr(0, word.size() - 1);
    const bool vowel_before = std::string_view("aeiou").find(word[word.size() - 2]) != std::string_view::npos;
    const auto add = [&](const std::string& base, std::initializer_list<const char*> endings) {
        for (const char* ending : endings) out.push_back(base + ending);
    };
    if (word.ends_with('e')) {
        add(word, {"s", "d"});
        add(stem, {"ing"});
    } else if (word.ends_with('y') && !vowel_before) {
        add(stem, {"ies", "ied", "ying"});
    } else if (word.ends_with('s') || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh")) {
        add(word, {"es", "ed", "ing"});
    } else {
        add(word, {"s", "ed", "ing"});
    }
    return out;
}

bool matches(const std::vector<Token>& phrase, const std::vector<Token>& text, std::size_t at) {
    if (at + phrase.size() > text.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        // Punctuation between two words is right where the phrase has some too.
        if (phrase[i].folded != text[at + i].folded || (phrase[i].follows && !text[at + i].follows))
            return false;
    }
    return true;
}

}  // namespace

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> out;
    std::size_t last_end = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (word_bytes(text, at) == 0) {
            ++at;
            continue;
        }
        Token token = take_word(text, at);
        token.follows = !out.empty() && is_gap(text.substr(last_end, token.begin - last_end));
        last_end = token.end;
        out.push_back(std::move(token));
    }
    return out;
}

void Phrases::add(std::string_view phrase, std::size_t id) {
    add(tokens(phrase), id);
}

void Phrases::add(std::vector<Token> phrase, std::size_t id) {
    if (phrase.empty()) return;
    std::vector<Phrase>& list = by_first_word_[phrase.front().folded];
    phrase.erase(phrase.begin());
    const auto longer = [&](const Phrase& other) { return other.rest.size() >= phrase.size(); };
    const auto place = std::find_if_not(list.begin(), list.end(), longer);
    list.insert(place, Phrase{std::move(phrase), id});
}

void Phrases::add_inflected(std::string_view phrase, std::size_t id) {
    std::vector<Token> words = tokens(phrase);
    if (words.empty()) return;
    for (std::string& form : inflections(words.back().folded)) {
        std::vector<Token> inflected = words;
        inflected.back().folded = std::move(form);
        add(std::move(inflected), id);
    }
}

std::vector<Phrases::Found> Phrases::find(const std::vector<Token>& text) const {
    std::vector<Found> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto list = by_first_word_.find(text[at].folded);
        std::size_t taken = 0;
        if (list != by_first_word_.end()) {
            for (const Phrase& phrase : list->second) {
                if (!matches(phrase.rest, text, at + 1)) continue;
                taken = phrase.rest.size() + 1;
                out.push_back({phrase.id, {text[at].begin, text[at + taken - 1].end}});
                break;
            }
        }
        at += std::max<std::size_t>(taken, 1);
    }
    return out;
}

bool contains(const std::vector<Stretch>& stretches, const Stretch& one) {
    return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& s) { return s.contains(one); });
}

}  // namespace sayso::check

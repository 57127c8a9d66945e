// Words that stop a reader: letters that are not spelled out, jargon.
#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

/// Letters that stand for words, where they are used.
struct Abbreviation {
    std::string letters;  // without a plural s
    std::size_t passage;
    Stretch at;
};

/// "EHCP" of "EHCP" and "EHCPs"; nothing for other words.
std::optional<std::string> letters_of(std::string_view word) {
    if (word.size() > 2 && word.ends_with('s')) word.remove_suffix(1);
    const bool capitals = word.size() >= 2 &&
                          std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals ? std::optional(std::string(word)) : std::nullopt;
}

/// A line all in capitals is another rule's fault.
bool has_small_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<Abbreviation> abbreviations_in(const Subject& subject) {
    const auto& known = subject.words.known_abbreviations;
    std::vector<Abbreviation> out;
    for (std::size_t i = 0; i < subject.passages.size(); ++i) {
        const Passage& passage = subject.passages[i];
        if (!passage.english) continue;
        const bool mixed = has_small_letter(passage.text());
        for (const Token& token : passage.tokens()) {
            const std::string_view text = passage.text();
            auto letters = letters_of(text.substr(token.begin, token.end - token.begin));
            if (!letters || std::find(known.begin(), known.end(), *letters) != known.end()) continue;
            if (!mixed && passage.tokens().size() > 1) continue;
            out.push_back({std::move(*letters), i, {token.begin, token.end}});
        }
    }
    return out;
}

/// A printed name keeps the letters of its source; its plain sentence stands behind it or in the next block.
bool is_explained_name(const Subject& subject, const Abbreviation& use) {
    constexpr std::size_t sentence = 5;  // words
    const Passage& passage = subject.passages[use.passage];
    if (!contains(subject.named(passage), use.at)) return false;
    std::size_t behind = 0;
    for (const Token& token : passage.tokens()) behind += token.begin > use.at.end ? 1u : 0u;
    if (behind >= sentence) return true;
    const std::size_t next = use.passage + 1;
    return next < subject.passages.size() && subject.passages[next].tokens().size() >= sentence;
}

bool holds_letters(const Passage& passage, const std::string& letters) {
    return std::any_of(passage.tokens().begin(), passage.tokens().end(), [&](const Token& token) {
        const std::string_view text = passage.text();
        return letters_of(text.substr(token.begin, token.end - token.begin)) == letters;
    });
}

/// The meaning stands before the letters or beside them, or in a key: a line with both.
bool is_spelled_out(const Subject& subject, const Abbreviation& use, const std::string& meaning) {
    Phrases phrase;
    phrase.add_inflected(meaning, 0);
    for (std::size_t i = 0; i < subject.passages.size(); ++i) {
        const Passage& passage = subject.passages[i];
        const bool counts = i <= use.passage || holds_letters(passage, use.letters);
        if (counts && phrase.occurs_in(passage.tokens())) return true;
    }
    return false;
}

/// Letters that the approach does not know: "… Sign Language (BSL)" or "BSL (…)".
bool has_brackets(const Subject& subject, const Abbreviation& use) {
    const std::string_view text = subject.passages[use.passage].text();
    if (text.substr(use.at.end).starts_with(" (")) return true;
    return use.at.begin > 1 && text[use.at.begin - 1] == '(' && text.substr(use.at.end).starts_with(")");
}

std::optional<std::string> meaning_of(const Subject& subject, const std::string& letters) {
    const auto found = subject.profile.abbreviations.find(letters);
    if (found == subject.profile.abbreviations.end()) return std::nullopt;
    return found->second;
}

void report_abbreviation(const Subject& subject, const Abbreviation& use, Diagnostics& diagnostics) {
    const Span place = subject.passages[use.passage].written_at(subject.document, use.at.begin);
    const auto meaning = meaning_of(subject, use.letters);
    if (subject.profile.easy_read) {
        diagnostics.error("easy-read-abbreviation", place,
                          fmt::format("easy read has no abbreviations: \"{}\"", use.letters),
                          meaning ? fmt::format("write \"{}\", or a plainer word", *meaning)
                                  : "write the words that the letters stand for");
        return;
    }
    diagnostics.warning(
        "abbreviation", place, fmt::format("\"{}\" is not spelled out where it is first used", use.letters),
        meaning ? fmt::format("write \"{} ({})\" there", *meaning, use.letters)
                : fmt::format("write what it stands for with \"({})\" behind it, or list it under "
                              "\"abbreviations\" in the approach",
                              use.letters));
}

bool is_fault(const Subject& subject, const Abbreviation& use) {
    if (subject.profile.easy_read) return true;
    const auto meaning = meaning_of(subject, use.letters);
    if (meaning) return !is_spelled_out(subject, use, *meaning);
    const Passage& passage = subject.passages[use.passage];
    return !has_brackets(subject, use) && !contains(subject.named(passage), use.at);
}

}  // namespace

void abbreviations_are_spelled_out(const Subject& subject, Diagnostics& diagnostics) {
    std::set<std::string> judged;  // by their first use outside explained names
    for (const Abbreviation& use : abbreviations_in(subject)) {
        if (judged.contains(use.letters)) continue;
        if (!subject.profile.easy_read && is_explained_name(subject, use)) continue;
        judged.insert(use.letters);
        if (is_fault(subject, use)) report_abbreviation(subject, use, diagnostics);
    }
}

void no_jargon(const Subject& subject, Diagnostics& diagnostics) {
    const Lexicon& lexicon = subject.lexicon;
    for (const Passage& passage : subject.passages) {
        if (!passage.english) continue;
        for (const auto& [id, at] : lexicon.jargon.find(passage.tokens())) {
            if (id == lexicon.fine() || contains(subject.named(passage), at)) continue;
            diagnostics.warning(
                "jargon", passage.written_at(subject.document, at.begin),
                fmt::format("\"{}\" is jargon", passage.text().substr(at.begin, at.end - at.begin)),
                fmt::format("say \"{}\"", subject.words.jargon[id].say));
        }
    }
}

}  // namespace sayso::check

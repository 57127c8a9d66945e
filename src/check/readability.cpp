#include "check/readability.h"

#include <algorithm>
#include <cmath>

namespace sayso::check {
namespace {

constexpr std::size_t smog_sentences = 30;
constexpr int complex_syllables = 3;

/// Lower case, except letters that stand for words.
std::string as_counted(std::string_view word) {
    std::string out(word);
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (std::none_of(word.begin(), word.end(), small)) return out;
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

void count_word(std::string_view word, int syllables, Readability& measured) {
    ++measured.words;
    measured.syllables += static_cast<std::size_t>(syllables);
    if (syllables < complex_syllables) return;
    ++measured.complex_words;
    ++measured.complex_uses[as_counted(word)];
}

std::vector<Stretch> stretches_of(const Phrases& phrases, const std::vector<Token>& tokens) {
    std::vector<Stretch> out;
    for (const Phrases::Found& found : phrases.find(tokens)) out.push_back(found.at);
    return out;
}

}  // namespace

std::optional<double> Readability::smog_age() const {
    if (sentences < smog_sentences) return std::nullopt;
    const double in_thirty =
        static_cast<double>(complex_words) * smog_sentences / static_cast<double>(sentences);
    return 8 + std::sqrt(in_thirty);
}

std::optional<double> Readability::flesch() const {
    if (words == 0 || sentences == 0) return std::nullopt;
    const auto count = static_cast<double>(words);
    return 206.835 - 1.015 * count / static_cast<double>(sentences) -
           84.6 * static_cast<double>(syllables) / count;
}

Readability readability(const std::vector<const Sentence*>& sentences,
                        const std::vector<std::string>& uncounted) {
    Phrases names;
    for (const std::string& name : uncounted) names.add(name, 0);
    Readability measured;
    for (const Sentence* sentence : sentences) {
        const std::vector<Stretch> skipped = stretches_of(names, sentence->tokens);
        ++measured.sentences;
        for (const auto& [at, syllables] : sentence->words) {
            if (!contains(skipped, at))
                count_word(sentence->text.substr(at.begin, at.end - at.begin), syllables, measured);
        }
    }
    return measured;
}

Readability readability(std::string_view text, const std::vector<std::string>& uncounted) {
    const auto reading = Reader().read(std::string(text));
    std::vector<const Sentence*> sentences;
    for (const Sentence& sentence : reading->sentences) sentences.push_back(&sentence);
    return readability(sentences, uncounted);
}

}  // namespace sayso::check

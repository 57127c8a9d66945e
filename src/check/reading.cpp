#include "check/reading.h"

#include <algorithm>

#include "check/syllables.h"

namespace sayso::check {
namespace {

constexpr std::size_t most_known = 4096;    // texts: some 10 MB of them
constexpr std::size_t most_words = 16'384;  // about 1 MB

std::size_t offset_in(std::string_view whole, std::string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

/// The words of a stretch, without the stop behind them.
Stretch said_in(const std::vector<Token>& tokens, const Stretch& part) {
    Stretch out{part.end, part.begin};
    for (const Token& token : tokens) {
        if (token.begin < part.begin || token.end > part.end) continue;
        out = {std::min(out.begin, token.begin), std::max(out.end, token.end)};
    }
    return out;
}

}  // namespace

std::shared_ptr<const Reading> Reader::read(const std::string& text) {
    if (const auto found = known_.find(text); found != known_.end()) return found->second;
    if (known_.size() >= most_known) known_.clear();
    auto reading = read_anew(text);
    known_.emplace(reading->text, reading);
    return reading;
}

std::shared_ptr<const Reading> Reader::read_anew(const std::string& text) {
    if (!segmenter_) segmenter_.emplace("en");
    auto out = std::make_shared<Reading>();
    out->text = text;
    out->tokens = tokens(out->text);
    for (const std::string_view sentence : segmenter_->sentences(out->text)) {
        const std::size_t begin = offset_in(out->text, sentence);
        out->sentences.push_back({sentence, begin, said_in(out->tokens, {begin, begin + sentence.size()}),
                                  tokens(sentence), words_of(sentence)});
    }
    return out;
}

std::vector<Sentence::Word> Reader::words_of(std::string_view sentence) {
    std::vector<Sentence::Word> out;
    for (const std::string_view word : segmenter_->words(sentence)) {
        const std::size_t begin = offset_in(sentence, word);
        out.push_back({{begin, begin + word.size()}, syllables_of(word)});
    }
    return out;
}

int Reader::syllables_of(std::string_view word) {
    if (syllables_.size() >= most_words) syllables_.clear();
    const auto [known, is_new] = syllables_.try_emplace(std::string(word));
    if (is_new) known->second = syllables(word);
    return known->second;
}

const Phrases& Reader::phrases(const std::vector<std::string>& names) {
    if (names != names_) {
        names_ = names;
        phrases_ = {};
        for (const std::string& name : names) phrases_.add(name, 0);
    }
    return phrases_;
}

}  // namespace sayso::check

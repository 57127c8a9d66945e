// Easy Read as words: a sentence a line, hard words explained, who does what.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

using WordSet = std::set<std::string, std::less<>>;

WordSet set_of(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

/// "is given", "was not really seen": a form of "to be" with a participle behind it.
class Passive {
  public:
    explicit Passive(const model::PassiveWords& words)
        : be_(set_of(words.be)),
          between_(set_of(words.between)),
          participles_(set_of(words.participles)),
          not_participles_(set_of(words.not_participles)) {}

    std::vector<Stretch> find(const std::vector<Token>& text) const {
        std::vector<Stretch> out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!be_.contains(text[at].folded)) continue;
            std::size_t next = at + 1;
            while (next < text.size() && text[next].follows && may_stand_between(text[next].folded)) ++next;
            if (next < text.size() && text[next].follows && is_participle(text[next].folded))
                out.push_back({text[at].begin, text[next].end});
        }
        return out;
    }

  private:
    bool may_stand_between(const std::string& word) const {
        return between_.contains(word) || (word.size() > 4 && word.ends_with("ly"));
    }
    bool is_participle(const std::string& word) const {
        if (participles_.contains(word)) return true;
        return word.size() > 3 && word.ends_with("ed") && !not_participles_.contains(word);
    }

    WordSet be_, between_, participles_, not_participles_;
};

std::string quoted(const Passage& passage, const Stretch& at) {
    return passage.text().substr(at.begin, at.end - at.begin);
}

}  // namespace

void a_sentence_starts_on_a_new_line(const Subject& subject, Diagnostics& diagnostics) {
    for (const Passage& passage : subject.passages) {
        if (!passage.english) continue;
        // Where the words themselves have a line end, the sentence behind it does start on a new line.
        for (const Sentence* sentence : own_sentences(subject, passage)) {
            if (sentence->begin == 0 || passage.text()[sentence->begin - 1] == '\n') continue;
            diagnostics.warning("easy-read-line", passage.written_at(subject.document, sentence->begin),
                                fmt::format("a second sentence on the line: \"{}\"", clipped(sentence->text)),
                                "start each sentence on a new line");
        }
    }
}

void hard_words_are_explained(const Subject& subject, Diagnostics& diagnostics) {
    const std::vector<model::HardWord>& list = subject.words.hard_words;
    const Phrases& explaining = subject.lexicon.explaining;
    std::set<std::size_t> seen;  // explained once is enough
    for (std::size_t i = 0; i < subject.passages.size(); ++i) {
        const Passage& passage = subject.passages[i];
        if (!passage.english) continue;
        const bool explained =
            explaining.occurs_in(passage.tokens()) ||
            (i + 1 < subject.passages.size() && explaining.occurs_in(subject.passages[i + 1].tokens()));
        for (const auto& [id, at] : subject.lexicon.hard_words.find(passage.tokens())) {
            if (!seen.insert(id).second || explained) continue;
            diagnostics.warning("hard-word", passage.written_at(subject.document, at.begin),
                                fmt::format("\"{}\" is a hard word with nothing next to it that explains it",
                                            quoted(passage, at)),
                                fmt::format("add a line: \"That means {}.\"", list[id].means));
        }
    }
}

void nothing_in_the_passive(const Subject& subject, Diagnostics& diagnostics) {
    const Passive passive(subject.words.passive);
    for (const Passage& passage : subject.passages) {
        if (!passage.english) continue;
        for (const Stretch& at : passive.find(passage.tokens())) {
            diagnostics.warning("passive", passage.written_at(subject.document, at.begin),
                                fmt::format("\"{}\" does not say who does it", quoted(passage, at)),
                                "say who does it: \"staff will help you\", not \"you will be helped\"");
        }
    }
}

}  // namespace sayso::check

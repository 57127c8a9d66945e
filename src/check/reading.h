// A text as the rules read it: its words and sentences. Reading costs more than judging, and the documents of
// a batch have most of their texts in common, so what was read is remembered.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/phrases.h"
#include "text/sentences.h"

namespace sayso::check {

struct Sentence {
    /// A word as ICU counts them: "well-being" is one.
    struct Word {
        Stretch at;  // of the sentence
        int syllables = 0;
    };

    std::string_view text;
    std::size_t begin = 0;      // in the whole text, in bytes
    Stretch said;               // of the whole text: without the stop; empty when there are no words
    std::vector<Token> tokens;  // in bytes of the sentence
    std::vector<Word> words;
};

/// Never changed or moved once it is made: the sentences point into the text.
struct Reading {
    std::string text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;  // as English has them
};

/// Reads texts and remembers them, their words, and the last list of names it was asked for. One a thread.
class Reader {
  public:
    std::shared_ptr<const Reading> read(const std::string& text);
    /// The names as phrases to look for, all with the id 0. Good until it is asked for others.
    const Phrases& phrases(const std::vector<std::string>& names);

  private:
    std::shared_ptr<const Reading> read_anew(const std::string& text);
    std::vector<Sentence::Word> words_of(std::string_view sentence);
    int syllables_of(std::string_view word);

    std::optional<text::Segmenter> segmenter_;  // English; opened at the first text
    // By the text of the reading itself. Bounded, then begun anew.
    std::unordered_map<std::string_view, std::shared_ptr<const Reading>> known_;
    std::unordered_map<std::string, int> syllables_;  // by word; bounded likewise
    std::vector<std::string> names_;
    Phrases phrases_;
};

}  // namespace sayso::check

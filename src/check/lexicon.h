// A language's word list with its phrases made ready to be looked for. Built once, then read by any thread.
#pragma once

#include "check/phrases.h"
#include "model/word_list.h"

namespace sayso::check {

struct Lexicon {
    Lexicon() = default;
    explicit Lexicon(model::WordList list);

    model::WordList words;
    Phrases jargon;      // by place in words.jargon
    Phrases hard_words;  // by place in words.hard_words
    Phrases explaining, link_texts;

    /// The id of phrases that hold a word of jargon and are fine.
    std::size_t fine() const { return words.jargon.size(); }
};

}  // namespace sayso::check

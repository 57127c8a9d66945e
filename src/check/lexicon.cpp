#include "check/lexicon.h"

#include <utility>

namespace sayso::check {

Lexicon::Lexicon(model::WordList list) : words(std::move(list)) {
    for (std::size_t i = 0; i < words.jargon.size(); ++i) {
        jargon.add_inflected(words.jargon[i].word, i);
        for (const std::string& phrase : words.jargon[i].unless) jargon.add_inflected(phrase, fine());
    }
    for (std::size_t i = 0; i < words.hard_words.size(); ++i)
        hard_words.add_inflected(words.hard_words[i].word, i);
    for (const std::string& phrase : words.explaining) explaining.add(phrase, 0);
    for (const std::string& phrase : words.link_texts) link_texts.add(phrase, 0);
}

}  // namespace sayso::check

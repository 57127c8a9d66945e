// What each rule sees: the document, its words made ready, and the phrases to look for. Private to src/check.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/passage.h"

namespace sayso::check {

struct Subject {
    Subject(const doc::Document& of, const Profile& whose, std::size_t on_pages, const Lexicon& with,
            Reader& by);

    const doc::Document& document;
    const Profile& profile;
    std::size_t pages;
    const Lexicon& lexicon;
    const model::WordList& words;  // of the lexicon
    Reader& reader;
    std::vector<Passage> passages;  // reading order
    std::vector<Passage> running;   // headers and footers

    /// Where a fault of the whole document is reported: its first heading, else its first words.
    Span top() const;
    /// Where names that are spelled as their source spells them stand in a passage.
    std::vector<Stretch> named(const Passage& passage) const;

  private:
    const Phrases& names_;  // of the profile
};

/// The sentences of a passage that are not part of such a name (a citation, say).
std::vector<const Sentence*> own_sentences(const Subject& subject, const Passage& passage);
/// All that end with a stop, outside headings: what readability is measured by.
std::vector<const Sentence*> full_sentences(const Subject& subject);

/// A text's first words, short enough for a message.
std::string clipped(std::string_view text);

}  // namespace sayso::check

// Words that a language's plain style avoids or explains, as data: templates/words/LANG.yaml, and a project's
// own words/LANG.yaml behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "env/env.h"

namespace sayso::model {

/// A word or phrase that readers outside the profession stumble over.
struct Jargon {
    std::string word;
    std::string say;                  // what to say instead
    std::vector<std::string> unless;  // phrases that hold the word and are fine
    Span span;
};

/// A word that Easy Read uses only with an explanation next to it.
struct HardWord {
    std::string word;
    std::string means;  // an explanation to offer
    Span span;
};

/// What shows that a sentence is in the passive voice.
struct PassiveWords {
    std::vector<std::string> be;               // "is", "were"
    std::vector<std::string> between;          // "not": may stand before the participle
    std::vector<std::string> participles;      // irregular ones: "given"
    std::vector<std::string> not_participles;  // words in -ed that say how somebody is: "tired"
};

struct WordList {
    std::string lang;
    std::vector<Jargon> jargon;
    std::vector<HardWord> hard_words;
    std::vector<std::string> explaining;           // phrases that begin an explanation: "that means"
    std::vector<std::string> link_texts;           // that do not say where a link leads
    std::vector<std::string> known_abbreviations;  // better known than their meanings: "TV"
    PassiveWords passive;
    std::string easy_read_draft;  // what an Easy Read that nobody has tried yet must say
};

/// The list for a language tag: "en-GB" reads words/en.yaml. nullopt, and nothing reported, for a language
/// that sayso has no list for. `project_folder` may be empty.
std::optional<WordList> load_word_list(const Env& env, const std::string& data_folder,
                                       const std::string& project_folder, const std::string& lang,
                                       SourceMap& sources, Diagnostics& diagnostics);

}  // namespace sayso::model

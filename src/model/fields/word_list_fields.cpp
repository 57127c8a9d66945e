// Keys of words/LANG.yaml.
#include "model/word_list_fields.h"

namespace sayso::model {

using load::Fields;
using load::required;

const Fields<Jargon>& fields_of(const Jargon*) {
    static const Fields<Jargon> table(
        "jargon", "A word that readers outside the profession stumble over.",
        {{"word", &Jargon::word, "The word or phrase; its plural and verb endings are found too.", required},
         {"say", &Jargon::say, "What to say instead.", required},
         {"unless", &Jargon::unless, "Phrases that hold the word and are fine."}});
    return table;
}

const Fields<HardWord>& fields_of(const HardWord*) {
    static const Fields<HardWord> table(
        "hard word", "A word that Easy Read uses only with an explanation next to it.",
        {{"word", &HardWord::word, "The word or phrase.", required},
         {"means", &HardWord::means, "An explanation in a short sentence or less.", required}});
    return table;
}

const Fields<PassiveWords>& fields_of(const PassiveWords*) {
    static const Fields<PassiveWords> table(
        "passive words", "What shows that a sentence is in the passive voice.",
        {{"be", &PassiveWords::be, "Forms of \"to be\".", required},
         {"between", &PassiveWords::between, "Words that may stand before the participle, such as not."},
         {"participles", &PassiveWords::participles, "Participles that do not end in -ed."},
         {"not-participles", &PassiveWords::not_participles,
          "Words in -ed that say how somebody is, such as tired."}});
    return table;
}

const Fields<WordList>& fields_of(const WordList*) {
    static const Fields<WordList> table(
        "word list", "Words that a language's plain style avoids or explains.",
        {{"lang", &WordList::lang, "The language, such as en.", required},
         {"jargon", &WordList::jargon, "Words with plain alternatives."},
         {"hard-words", &WordList::hard_words, "Words that Easy Read explains."},
         {"explaining", &WordList::explaining, "Phrases that begin an explanation, such as that means."},
         {"link-texts", &WordList::link_texts, "Texts that do not say where a link leads."},
         {"known-abbreviations", &WordList::known_abbreviations,
          "Letters that are better known than what they stand for."},
         {"passive", &WordList::passive, "What shows the passive voice."},
         {"easy-read-draft", &WordList::easy_read_draft,
          "What an Easy Read that nobody has tried yet must say."}});
    return table;
}

}  // namespace sayso::model

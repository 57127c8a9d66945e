// The content model of one approach: means -> practice -> outcomes for each stakeholder -> feedback loop.
// Nothing here knows which approach; every word comes from its YAML (templates/approaches/NAME/).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/words.h"

namespace sayso::model {

/// One side of the work that documents can be narrowed to (children, adults).
struct Strand {
    Words id, name;
};

/// A word that differs by strand: {{term.inspector}} is "Ofsted" for children and "CQC" for adults.
struct Term {
    Words id;
    Words both;  // when no single strand is chosen
    std::map<std::string, Words> by_strand;
};

/// One thing to put in place. `name` is as the source spells it; `plain` is one sentence of what that is
/// here.
struct MeansItem {
    Words id, name, plain;
    std::optional<Words> short_name;  // a few plain words, without abbreviations
    std::vector<Words> strands;       // empty: every strand
};

struct MeansGroup {
    Words id, name, description;
    std::vector<Words> strands;
    std::vector<MeansItem> items;
};

/// What happens between two people when the means are there.
struct Practice {
    Words name;  // the hinge of the diagram
    Words summary;
    std::vector<Words> qualities;
    std::vector<Words> moments;  // what one sees on a Tuesday morning
};

/// One thing with one id, however many stakeholders share it.
struct Outcome {
    Words id, name, meaning;
    std::optional<Words> short_name;  // a few plain words, for readers with a reading age to meet
};

/// A stakeholder's use of an outcome, with the spelling there if it differs.
struct OutcomeUse {
    Words id;
    std::optional<Words> name;
};

struct Stakeholder {
    Words id, name;
    std::optional<Words> in_sentence;  // the name as it stands within a sentence: "the person"
    bool central = false;              // at the heart of the diagram; exactly one
    std::vector<Words> strands;
    std::vector<OutcomeUse> outcomes;
    std::vector<std::string> left_out;  // ids of outcomes that a project's overlay took away
};

struct FeedbackLoop {
    Words name, summary;
    std::optional<Words> plain_name;  // for readers of plain words
    std::vector<Words> steps;
};

/// A published work that a text may lean on.
struct Reference {
    Words id, citation, finding;
    std::optional<Words> url;
};

/// Honest words for "how we know" while a service has no evidence of its own.
struct Knowing {
    Words summary;
    std::vector<Reference> references;
};

struct Abbreviation {
    Words id;       // "EHCP"
    Words meaning;  // "Education, Health and Care Plan"
};

struct Approach {
    Words id, name, summary, origin;
    std::optional<Words> status;  // of the text, such as "machine-drafted"
    std::string lang = "en-GB";
    std::vector<Strand> strands;
    std::vector<Term> terms;
    std::vector<MeansGroup> means;
    Words means_name, ends_name;
    std::optional<Words> plain_means_name, plain_ends_name;  // for readers of plain words
    Practice practice;
    std::vector<Outcome> outcomes;  // every outcome, once
    Words overall_name;
    std::vector<OutcomeUse> overall;
    std::vector<Stakeholder> stakeholders;
    FeedbackLoop loop;
    Knowing knowing;
    std::vector<Abbreviation> abbreviations;
    std::optional<Words> web;
    std::vector<std::string> left_out_means, left_out_outcomes;  // ids that a project's overlay took away

    const Outcome* outcome(std::string_view id) const;
    const Stakeholder* stakeholder(std::string_view id) const;
    const MeansItem* means_item(std::string_view id) const;
};

/// A means that this audience can put in place, as a doable request.
struct Ask {
    Words id;
    std::vector<Words> means;  // ids of means items
    Words text;                // bold: the request, in the imperative
    Words detail;              // one plain sentence
    Words who, when;
    std::vector<Words> strands;
};

/// An outcome in this audience's own words.
struct OutcomeWords {
    Words id;       // of the outcome
    Words claim;    // a few words in bold, looked for, never proven
    Words meaning;  // one plain sentence of what it means for this reader
    std::vector<Words> strands;
};

/// A means item in this audience's own words.
struct MeansWords {
    Words id;  // of the means item
    Words plain;
};

/// One idea: a picture on one side, a few short sentences on the other.
struct EasyReadRow {
    Words id, picture;
    std::vector<Words> lines;
};

/// Headings that say something to one reader, where a template's own would be the same for all.
struct Headings {
    std::optional<Words> for_you, for_person, picture, knowing, means, asks, loop;
};

struct EasyReadSection {
    Words id, title;
    std::vector<EasyReadRow> rows;
};

/// What one slide of a talk to a reader tells. How a slide of its layout looks, its template says.
struct DeckSlide {
    Words id, layout;
    Words title;                   // the message: a sentence
    std::optional<Words> section;  // of the talk; as the slide before if absent
    std::vector<Words> lines;
    std::optional<Words> picture;
    Words notes;  // what the speaker says
    int seconds = 60;
};

/// A stakeholder as a reader: how they are spoken to. One file each, audiences/ID.yaml.
struct Audience {
    Words id;
    std::optional<Words> status;  // of the text, such as "machine-drafted"
    Words name;                   // "Commissioners" as a title; from the stakeholder unless given
    Words title;                  // the benefit, in one sentence
    Words standfirst;             // two sentences
    Words what_this_is;           // question 1 of 7, in the reader's words
    Words outcomes_intro;
    std::vector<OutcomeWords> outcomes;  // the reader's own, in the order of the stakeholder
    Words person_intro;                  // then the person's
    Words knowing;                       // how we know, to this reader
    Words means_intro;
    std::vector<MeansWords> means;  // those that this reader needs in other words
    std::vector<Words> moments;     // of an ordinary day, in the reader's words; the practice's if empty
    Words asks_intro;
    std::vector<Ask> asks;
    Words loop;  // how your yes comes back to you
    Words contact_intro;
    std::optional<Words> cover;          // a picture's id
    std::optional<Headings> headings;    // by what they stand over
    std::map<std::string, Words> texts;  // anything else that a template of this audience wants by name
    std::vector<EasyReadSection> easy_read;
    std::vector<DeckSlide> deck;    // a talk to this reader
    double reading_age_target = 0;  // years; 0: none

    /// Somebody with a reading age to meet: plain words stand for names as the source spells them.
    bool is_plain_reader() const { return reading_age_target > 0; }
};

}  // namespace sayso::model

// Keys of approach.yaml.
#include "model/fields.h"

namespace sayso::load {

void Reader<model::Words>::read(const Value& value, model::Words& out, const Reading& reading) {
    if (auto text = text_of(value, reading)) out = {std::move(*text), value.span, value.lang};
}

}  // namespace sayso::load

namespace sayso::model {

using load::kebab;
using load::required;
using load::room_for;
using load::verbatim;

const Fields<Strand>& fields_of(const Strand*) {
    static const Fields<Strand> table(
        "strand", "One side of the work that documents can be narrowed to, such as children or adults.",
        {{"id", &Strand::id, "Short name, used wherever something is for this strand only.",
          required | kebab},
         {"name", &Strand::name, "The strand as a reader sees it.", required}});
    return table;
}

const Fields<Term>& fields_of(const Term*) {
    static const Fields<Term> table(
        "term", "A word that differs by strand; texts use it as {{term.ID}}.",
        {{"id", &Term::id, "Short name, as in {{term.inspector}}.", required | kebab},
         {"both", &Term::both, "The word when a document is for every strand.", required},
         {"by-strand", &Term::by_strand, "The word for each strand, by the strand's id."}});
    return table;
}

const Fields<MeansItem>& fields_of(const MeansItem*) {
    static const Fields<MeansItem> table(
        "means item", "One thing to put in place.",
        {{"id", &MeansItem::id, "Short name; asks point to it.", required | kebab},
         {"name", &MeansItem::name, "The thing, spelled as the approach's source spells it.", required},
         {"plain", &MeansItem::plain, "One plain sentence of what that is here.", required},
         {"short", &MeansItem::short_name,
          "The thing in a few plain words, for leaflets and for the diagram of readers with a reading age to "
          "meet.",
          room_for(35)},
         {"strands", &MeansItem::strands, "Only for these strands; every one if absent.", kebab}});
    return table;
}

const Fields<MeansGroup>& fields_of(const MeansGroup*) {
    static const Fields<MeansGroup> table(
        "means group", "Means that belong together.",
        {{"id", &MeansGroup::id, "Short name.", required | kebab},
         {"name", &MeansGroup::name, "Heading of the group.", required},
         {"description", &MeansGroup::description, "One sentence about the group."},
         {"strands", &MeansGroup::strands, "Only for these strands; every one if absent.", kebab},
         {"items", &MeansGroup::items, "The things to put in place.", required}});
    return table;
}

const Fields<Practice>& fields_of(const Practice*) {
    static const Fields<Practice> table(
        "practice", "What happens between two people when the means are there.",
        {{"name", &Practice::name, "The hinge of the diagram, between means and ends.",
          required | room_for(24)},
         {"summary", &Practice::summary, "Two or three plain sentences.", required},
         {"qualities", &Practice::qualities, "What makes it good, in a word or two each.", room_for(14)},
         {"moments", &Practice::moments, "What one sees on an ordinary day, one sentence each.",
          room_for(100)}});
    return table;
}

const Fields<Outcome>& fields_of(const Outcome*) {
    static const Fields<Outcome> table(
        "outcome", "Something that people look for from the approach; written once, however many share it.",
        {{"id", &Outcome::id, "Short name; stakeholders and audiences point to it.", required | kebab},
         {"name", &Outcome::name, "The outcome, spelled as the approach's source spells it.",
          required | room_for(55)},
         {"meaning", &Outcome::meaning, "One plain sentence of what it means.", required},
         {"short", &Outcome::short_name,
          "The outcome in a few plain words, for readers with a reading age to meet.", room_for(32)}});
    return table;
}

const Fields<OutcomeUse>& fields_of(const OutcomeUse*) {
    static const Fields<OutcomeUse> table(
        "outcome", "An outcome's id; or its id and the spelling used in this place.",
        {{"id", &OutcomeUse::id, "The outcome's id.", required | kebab},
         {"name", &OutcomeUse::name, "Its spelling here, where the source spells it differently.",
          room_for(55)}},
        "id");
    return table;
}

const Fields<Stakeholder>& fields_of(const Stakeholder*) {
    static const Fields<Stakeholder> table(
        "stakeholder", "People who gain from the approach, and the outcomes they look for.",
        {{"id", &Stakeholder::id, "Short name; also the name of the audience's file.", required | kebab},
         {"name", &Stakeholder::name, "The stakeholder, spelled as the source spells it.",
          required | room_for(22)},
         {"in-sentence", &Stakeholder::in_sentence,
          "The name as it stands within a sentence, such as \"the person\"; the name if absent."},
         {"central", &Stakeholder::central, "True for the one at the heart of the diagram.",
          load::by_default("false")},
         {"strands", &Stakeholder::strands, "Only in these strands; every one if absent.", kebab},
         {"outcomes", &Stakeholder::outcomes, "The outcomes they look for, in order.", required}});
    return table;
}

const Fields<FeedbackLoop>& fields_of(const FeedbackLoop*) {
    static const Fields<FeedbackLoop> table(
        "feedback loop", "How outcomes that are seen and said lead to more of the means.",
        {{"name", &FeedbackLoop::name, "The loop's name in the diagram.", required | room_for(16)},
         {"plain-name", &FeedbackLoop::plain_name, "Its name for readers of plain words.", room_for(24)},
         {"summary", &FeedbackLoop::summary, "How it works, in two sentences.", required | room_for(160)},
         {"steps", &FeedbackLoop::steps, "Its steps, one sentence each.", room_for(60)}});
    return table;
}

const Fields<Reference>& fields_of(const Reference*) {
    static const Fields<Reference> table(
        "reference", "A published work that a text leans on.",
        {{"id", &Reference::id, "Short name.", required | kebab},
         {"citation", &Reference::citation, "Authors, year, title and where it appeared.",
          required | verbatim},
         {"finding", &Reference::finding, "What it found, and how far that goes.", required},
         {"url", &Reference::url, "Where to read it.", verbatim}});
    return table;
}

const Fields<Knowing>& fields_of(const Knowing*) {
    static const Fields<Knowing> table(
        "knowing", "Honest words for \"how we know\" while a service has no evidence of its own.",
        {{"summary", &Knowing::summary, "What is claimed and what is not.", required},
         {"references", &Knowing::references, "Published works."}});
    return table;
}

const Fields<Abbreviation>& fields_of(const Abbreviation*) {
    static const Fields<Abbreviation> table(
        "abbreviation", "Letters that must be spelled out where they are first used.",
        {{"id", &Abbreviation::id, "The letters, such as EHCP.", required},
         {"meaning", &Abbreviation::meaning, "What they stand for.", required}});
    return table;
}

const Fields<Approach>& fields_of(const Approach*) {
    static const Fields<Approach> table(
        "approach",
        "An approach: its means, what happens, its outcomes for each stakeholder, and the loop back.",
        {{"id", &Approach::id, "Short name; also the name of its folder.", required | kebab},
         {"status", &Approach::status,
          "What a reader of the file should know, such as that a translation is yet to be checked: `sayso "
          "check` repeats it, and a translation's pages say that they are a draft. `status: \"\"` ends that.",
          verbatim},
         {"name", &Approach::name, "The approach's name.", required | room_for(24)},
         {"summary", &Approach::summary, "What it is, in one plain sentence.", required},
         {"origin", &Approach::origin, "Who developed it, when and where.", required},
         {"lang", &Approach::lang, "The language that the file is written in, such as en-GB.",
          verbatim | load::by_default("en-GB")},
         {"strands", &Approach::strands, "Sides of the work that documents can be narrowed to."},
         {"terms", &Approach::terms, "Words that differ by strand."},
         {"means-name", &Approach::means_name, "Title of the means in the diagram.", required | room_for(12)},
         {"plain-means-name", &Approach::plain_means_name, "The same title for readers of plain words.",
          room_for(24)},
         {"plain-ends-name", &Approach::plain_ends_name, "Title of the outcomes for readers of plain words.",
          room_for(24)},
         {"ends-name", &Approach::ends_name, "Title of the outcomes in the diagram.",
          required | room_for(18)},
         {"means", &Approach::means, "What must be in place, in groups.", required},
         {"practice", &Approach::practice, "What happens between two people.", required},
         {"outcomes", &Approach::outcomes, "Every outcome, once.", required},
         {"overall-name", &Approach::overall_name, "Title of the overall outcomes.", required | room_for(20)},
         {"overall", &Approach::overall, "Outcomes for everyone: their ids, in order."},
         {"stakeholders", &Approach::stakeholders, "Who gains, and what they look for.", required},
         {"loop", &Approach::loop, "How outcomes lead to more of the means.", required},
         {"knowing", &Approach::knowing, "How we know, as far as we do.", required},
         {"abbreviations", &Approach::abbreviations, "Letters to be spelled out at first use."},
         {"web", &Approach::web, "Where to read more.", verbatim}});
    return table;
}

}  // namespace sayso::model

// Keys of audiences/ID.yaml.
#include "model/fields.h"

namespace sayso::model {

using load::kebab;
using load::required;
using load::room_for;
using load::verbatim;

const Fields<Ask>& fields_of(const Ask*) {
    static const Fields<Ask> table(
        "ask", "Something that this audience can put in place, as a request they can do.",
        {{"id", &Ask::id, "Short name.", required | kebab},
         {"means", &Ask::means, "Ids of the means items that this brings about.", required | kebab},
         {"text", &Ask::text, "The request, beginning with a verb.", required | room_for(60)},
         {"detail", &Ask::detail, "One plain sentence more.", room_for(100)},
         {"who", &Ask::who, "Who does it.", room_for(40)},
         {"when", &Ask::when, "By when.", room_for(40)},
         {"strands", &Ask::strands, "Only for these strands; every one if absent.", kebab}});
    return table;
}

const Fields<OutcomeWords>& fields_of(const OutcomeWords*) {
    static const Fields<OutcomeWords> table(
        "audience outcome", "An outcome in this audience's own words.",
        {{"id", &OutcomeWords::id, "The outcome's id.", required | kebab},
         {"claim", &OutcomeWords::claim, "A few words in bold: something looked for, never proven.",
          required | room_for(50)},
         {"meaning", &OutcomeWords::meaning, "One plain sentence of what it means for this reader.",
          required | room_for(120)},
         {"strands", &OutcomeWords::strands, "Only for these strands; every one if absent.", kebab}});
    return table;
}

const Fields<MeansWords>& fields_of(const MeansWords*) {
    static const Fields<MeansWords> table(
        "audience means", "A means item in this audience's own words.",
        {{"id", &MeansWords::id, "The means item's id.", required | kebab},
         {"plain", &MeansWords::plain, "One plain sentence of what that is for this reader.", required}});
    return table;
}

const Fields<EasyReadRow>& fields_of(const EasyReadRow*) {
    static const Fields<EasyReadRow> table(
        "Easy Read row", "One idea: a picture on one side, a few short sentences on the other.",
        {{"id", &EasyReadRow::id, "Short name.", required | kebab},
         {"picture", &EasyReadRow::picture, "The picture's id.", required | verbatim},
         {"lines", &EasyReadRow::lines, "Short sentences, each on a line of its own.",
          required | room_for(60)}});
    return table;
}

const Fields<Headings>& fields_of(const Headings*) {
    static const Fields<Headings> table(
        "headings",
        "Headings that are a message to this reader, each in the place of a template's string of its name.",
        {{"for-you", &Headings::for_you, "Over the reader's own outcomes.", room_for(50)},
         {"for-person", &Headings::for_person, "Over the person's.", room_for(50)},
         {"picture", &Headings::picture, "Over the diagram.", room_for(50)},
         {"knowing", &Headings::knowing, "Over how we know.", room_for(50)},
         {"means", &Headings::means, "Over what makes it possible.", room_for(50)},
         {"asks", &Headings::asks, "Over what we ask.", room_for(50)},
         {"loop", &Headings::loop, "Over how it comes back.", room_for(50)}});
    return table;
}

const Fields<EasyReadSection>& fields_of(const EasyReadSection*) {
    static const Fields<EasyReadSection> table(
        "Easy Read section", "Rows under one heading.",
        {{"id", &EasyReadSection::id, "Short name.", required | kebab},
         {"title", &EasyReadSection::title, "The heading.", required | room_for(30)},
         {"rows", &EasyReadSection::rows, "One idea each.", required}});
    return table;
}

const Fields<DeckSlide>& fields_of(const DeckSlide*) {
    static const Fields<DeckSlide> table(
        "deck slide", "What one slide of a talk to this reader tells.",
        {{"id", &DeckSlide::id, "Short name.", required | kebab},
         {"layout", &DeckSlide::layout, "How it is laid out: a layout of the kind `slides`.",
          required | kebab},
         {"title", &DeckSlide::title, "Its message, as a sentence.", required | room_for(60)},
         {"section", &DeckSlide::section, "The part of the talk that begins here; as before if absent.",
          room_for(30)},
         {"lines", &DeckSlide::lines, "At most five short lines.", room_for(60)},
         {"picture", &DeckSlide::picture, "A picture's id.", verbatim},
         {"notes", &DeckSlide::notes, "What the speaker says, in the speaker's words.",
          required | room_for(600)},
         {"seconds", &DeckSlide::seconds, "How long it takes to say.",
          load::between(5, 600) | load::by_default("60")}});
    return table;
}

const Fields<Audience>& fields_of(const Audience*) {
    static const Fields<Audience> table(
        "audience", "A stakeholder as a reader: how they are spoken to.",
        {{"id", &Audience::id, "The stakeholder's id; also the file's name.", required | kebab},
         {"status", &Audience::status,
          "What a reader of the file should know, such as that a translation is yet to be checked: `sayso "
          "check` repeats it, and a translation's pages say that they are a draft. `status: \"\"` ends that.",
          verbatim},
         {"name", &Audience::name, "The audience as a title; the stakeholder's name if absent.",
          room_for(35)},
         {"title", &Audience::title, "The benefit to this reader, in one sentence.", required | room_for(65)},
         {"standfirst", &Audience::standfirst, "Two sentences under the title.", required | room_for(180)},
         {"what-this-is", &Audience::what_this_is, "What the approach is, in the reader's words.",
          required | room_for(300)},
         {"outcomes-intro", &Audience::outcomes_intro, "One sentence before the reader's outcomes.",
          room_for(130)},
         {"outcomes", &Audience::outcomes, "Each outcome of the stakeholder, in the reader's words.",
          required},
         {"person-intro", &Audience::person_intro, "One sentence before the person's outcomes.",
          room_for(90)},
         {"knowing", &Audience::knowing, "How we know, said to this reader.", required | room_for(300)},
         {"means-intro", &Audience::means_intro, "One sentence before the means.", room_for(90)},
         {"means", &Audience::means, "Means whose plain sentence is another for this reader."},
         {"moments", &Audience::moments,
          "What this reader sees on an ordinary day, one sentence each; the practice's if absent.",
          room_for(70)},
         {"asks-intro", &Audience::asks_intro, "One sentence before the asks.", room_for(80)},
         {"asks", &Audience::asks, "What we ask of this reader.", required},
         {"loop", &Audience::loop, "How the reader's yes comes back to them.", required | room_for(240)},
         {"contact-intro", &Audience::contact_intro, "One sentence before whom to call.", room_for(110)},
         {"cover", &Audience::cover, "The picture on the front of a leaflet or booklet, by its id.",
          verbatim},
         {"headings", &Audience::headings, "Its own headings, in templates with `own-headings`."},
         {"texts", &Audience::texts, "Other texts that a template for this audience asks for by name."},
         {"easy-read", &Audience::easy_read, "The Easy Read version, in sections."},
         {"deck", &Audience::deck, "A talk to this reader, slide by slide."},
         {"reading-age-target", &Audience::reading_age_target, "Reading age to aim at, in years; 0: none.",
          load::between(0, 18) | load::by_default("0")}});
    return table;
}

}  // namespace sayso::model

// The tables of fields of every type that is written in YAML, and how the few types without one are read.
#pragma once

#include <vector>

#include "load/fields.h"
#include "model/approach.h"
#include "model/framework.h"
#include "model/pack_file.h"
#include "model/project.h"
#include "model/template.h"
#include "model/theme.h"

namespace sayso::load {

template <>
struct Reader<model::Words> {
    static Shape shape() { return {Shape::Kind::text, nullptr, nullptr}; }
    static void read(const Value& value, model::Words& out, const Reading& reading);
};

template <>
struct Reader<model::ThemeColor> {
    static Shape shape() { return {Shape::Kind::color, nullptr, nullptr}; }
    static void read(const Value& value, model::ThemeColor& out, const Reading& reading);
};

/// Paper by name or by measure.
template <>
struct Reader<model::Page> {
    static Shape shape();
    static void read(const Value& value, model::Page& out, const Reading& reading);
};

/// Of one of the kinds of model::BlockKind, told by its key.
template <>
struct Reader<model::Block> {
    static Shape shape();
    static void read(const Value& value, model::Block& out, const Reading& reading);
};

}  // namespace sayso::load

namespace sayso::model {

using load::Fields;

namespace block {

const Fields<Heading>& fields_of(const Heading*);
const Fields<Text>& fields_of(const Text*);
const Fields<List>& fields_of(const List*);
const Fields<Quote>& fields_of(const Quote*);
const Fields<KeyFigure>& fields_of(const KeyFigure*);
const Fields<Contents>& fields_of(const Contents*);
const Fields<Outcomes>& fields_of(const Outcomes*);
const Fields<Asks>& fields_of(const Asks*);
const Fields<Contact>& fields_of(const Contact*);
const Fields<TableColumn>& fields_of(const TableColumn*);
const Fields<Table>& fields_of(const Table*);
const Fields<Figure>& fields_of(const Figure*);
const Fields<Chart>& fields_of(const Chart*);
const Fields<QrCode>& fields_of(const QrCode*);
const Fields<Column>& fields_of(const Column*);
const Fields<Columns>& fields_of(const Columns*);
const Fields<Section>& fields_of(const Section*);
const Fields<Slide>& fields_of(const Slide*);
const Fields<Box>& fields_of(const Box*);
const Fields<For>& fields_of(const For*);
const Fields<When>& fields_of(const When*);
const Fields<Part>& fields_of(const Part*);
const Fields<PageBreak>& fields_of(const PageBreak*);

}  // namespace block

const Fields<Strand>& fields_of(const Strand*);
const Fields<Term>& fields_of(const Term*);
const Fields<MeansItem>& fields_of(const MeansItem*);
const Fields<MeansGroup>& fields_of(const MeansGroup*);
const Fields<Practice>& fields_of(const Practice*);
const Fields<Outcome>& fields_of(const Outcome*);
const Fields<OutcomeUse>& fields_of(const OutcomeUse*);
const Fields<Stakeholder>& fields_of(const Stakeholder*);
const Fields<FeedbackLoop>& fields_of(const FeedbackLoop*);
const Fields<Reference>& fields_of(const Reference*);
const Fields<Knowing>& fields_of(const Knowing*);
const Fields<Abbreviation>& fields_of(const Abbreviation*);
const Fields<Approach>& fields_of(const Approach*);

const Fields<Ask>& fields_of(const Ask*);
const Fields<OutcomeWords>& fields_of(const OutcomeWords*);
const Fields<MeansWords>& fields_of(const MeansWords*);
const Fields<EasyReadRow>& fields_of(const EasyReadRow*);
const Fields<Headings>& fields_of(const Headings*);
const Fields<EasyReadSection>& fields_of(const EasyReadSection*);
const Fields<DeckSlide>& fields_of(const DeckSlide*);
const Fields<Audience>& fields_of(const Audience*);

const Fields<Contact>& fields_of(const Contact*);
const Fields<Picture>& fields_of(const Picture*);
const Fields<Site>& fields_of(const Site*);
const Fields<Service>& fields_of(const Service*);
const Fields<Brand>& fields_of(const Brand*);
const Fields<Project>& fields_of(const Project*);
const Fields<ServiceWords>& fields_of(const ServiceWords*);
const Fields<SpokenProject>& fields_of(const SpokenProject*);

const Fields<ContrastPair>& fields_of(const ContrastPair*);
const Fields<Theme>& fields_of(const Theme*);
const Fields<Framework>& fields_of(const Framework*);
const Fields<CrossReference>& fields_of(const CrossReference*);

const Fields<Style>& fields_of(const Style*);
const Fields<PageRegion>& fields_of(const PageRegion*);
const Fields<Band>& fields_of(const Band*);
const Fields<NamedText>& fields_of(const NamedText*);
const Fields<Template>& fields_of(const Template*);
const Fields<PackGroup>& fields_of(const PackGroup*);
const Fields<PackFile>& fields_of(const PackFile*);

/// A kind of block: the first field of its record is the key that tells the kind, the others are its options.
struct BlockReader {
    const load::RecordShape& (*record)();
    void (*read)(const load::Value& value, Block& out, const load::Reading& reading);
};
/// One for each alternative of BlockKind, in that order.
const std::vector<BlockReader>& block_readers();

}  // namespace sayso::model

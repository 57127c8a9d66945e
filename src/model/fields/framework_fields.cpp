// Keys of frameworks/ID.yaml, of the regulator's part and of the approach's.
#include "model/fields.h"
#include "model/framework.h"

namespace sayso::model {

using load::kebab;
using load::required;

const Fields<FrameworkPoint>& fields_of(const FrameworkPoint*) {
    static const Fields<FrameworkPoint> table(
        "framework point", "One thing that inspectors look at.",
        {{"id", &FrameworkPoint::id, "Short name.", required | kebab},
         {"name", &FrameworkPoint::name, "As the regulator words it.", required}});
    return table;
}

const Fields<FrameworkArea>& fields_of(const FrameworkArea*) {
    static const Fields<FrameworkArea> table(
        "framework area", "Points under one heading.",
        {{"id", &FrameworkArea::id, "Short name.", required | kebab},
         {"name", &FrameworkArea::name, "The heading.", required},
         {"points", &FrameworkArea::points, "What is looked at.", required}});
    return table;
}

const Fields<Framework>& fields_of(const Framework*) {
    static const Fields<Framework> table(
        "framework", "What inspectors look at, with the date that it was read.",
        {{"id", &Framework::id, "Short name; also the file's name.", required | kebab},
         {"name", &Framework::name, "The framework's name.", required},
         {"regulator", &Framework::regulator, "Whose it is.", required},
         {"regulator-short", &Framework::regulator_short, "The regulator's short name."},
         {"nation", &Framework::nation, "Where it is in force."},
         {"covers", &Framework::covers, "Which services it covers."},
         {"strands", &Framework::strands, "Only for these strands; every one if absent.", kebab},
         {"in-force-from", &Framework::in_force_from, "Since when."},
         {"as-of", &Framework::as_of, "When this file was last compared with the source.", required},
         {"changes", &Framework::changes, "What is about to change."},
         {"source", &Framework::source, "Web address of the source."},
         {"area-name", &Framework::area_name, "What the regulator calls an area."},
         {"point-name", &Framework::point_name, "What the regulator calls a point."},
         {"areas", &Framework::areas, "Areas with their points.", required}});
    return table;
}

const Fields<CrossLine>& fields_of(const CrossLine*) {
    static const Fields<CrossLine> table(
        "cross-reference line", "A point of a framework where there is something of the approach to see.",
        {{"point", &CrossLine::point, "The point's id.", required | kebab},
         {"means", &CrossLine::means, "Ids of means items that bear on it.", kebab},
         {"outcomes", &CrossLine::outcomes, "Ids of outcomes that bear on it.", kebab},
         {"look-at", &CrossLine::look_at, "What a service may already have to show.", required}});
    return table;
}

const Fields<CrossReference>& fields_of(const CrossReference*) {
    static const Fields<CrossReference> table(
        "cross-reference", "Where an approach touches a framework.",
        {{"framework", &CrossReference::framework, "The framework's id.", required | kebab},
         {"intro", &CrossReference::intro, "A sentence before the table."},
         {"lines", &CrossReference::lines, "The points, in the framework's order.", required}});
    return table;
}

}  // namespace sayso::model

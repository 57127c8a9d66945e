#include "compose/framework_data.h"

#include <utility>

#include <fmt/format.h>

namespace sayso::compose {
namespace {

using model::Words;

/// Names of the outcomes that bear on a line, as one text.
Words outcome_names(const model::Approach& approach, const model::CrossLine& line) {
    Words out = line.look_at;
    out.text.clear();
    for (const Words& id : line.outcomes) {
        if (const model::Outcome* one = approach.outcome(id.text))
            out.text += (out.text.empty() ? "" : "; ") + one->name.text;
    }
    return out;
}

Data line_data(const model::PointPlace& place, const model::CrossLine& line,
               const model::Approach& approach) {
    return Record{fmt::format("cross-reference \"{}\"", line.point.text),
                  line.point.span,
                  {{"area", plain(place.area->name)},
                   {"point", plain(place.point->name)},
                   {"outcomes", plain(outcome_names(approach, line))},
                   {"look-at", markdown(line.look_at)}}};
}

Data area_data(const model::FrameworkArea& area, List lines) {
    return Record{fmt::format("framework area \"{}\"", area.id.text),
                  area.id.span,
                  {{"id", plain(area.id)}, {"name", plain(area.name)}, {"lines", std::move(lines)}}};
}

/// Its lines, and the same lines under the area that each belongs to.
Data framework(const model::FrameworkUse& use, const model::Approach& approach) {
    List areas, lines, in_area;
    const model::FrameworkArea* area = nullptr;
    const auto close = [&] {
        if (area != nullptr) areas.push_back(area_data(*area, std::exchange(in_area, {})));
    };
    for (const model::CrossLine& line : use.reference.lines) {
        const model::PointPlace place = model::find_point(use.framework, line.point.text);
        if (place.point == nullptr) continue;  // reported by the loader
        if (place.area != area) close();
        area = place.area;
        lines.push_back(line_data(place, line, approach));
        in_area.push_back(lines.back());
    }
    close();
    const model::Framework& f = use.framework;
    return Record{fmt::format("framework \"{}\"", f.id.text),
                  f.id.span,
                  {{"id", plain(f.id)},
                   {"name", plain(f.name)},
                   {"regulator", plain(f.regulator)},
                   {"in-force-from", plain(f.in_force_from)},
                   {"as-of", plain(f.as_of)},
                   {"changes", f.changes ? markdown(*f.changes) : Data{}},
                   {"source", f.source ? plain(Words{f.source->text, f.source->span, {}}) : Data{}},
                   {"area-name", plain(f.area_name)},
                   {"point-name", plain(f.point_name)},
                   {"intro", markdown(use.reference.intro)},
                   {"areas", areas},
                   {"lines", lines}}};
}

}  // namespace

Data framework_data(const Request& request) {
    List out;
    if (request.frameworks == nullptr) return out;
    for (const model::FrameworkUse& use : *request.frameworks) {
        if (in_strand(use.framework.strands, request.strand)) out.push_back(framework(use, request.approach));
    }
    return out;
}

}  // namespace sayso::compose

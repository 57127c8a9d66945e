#include "diagram/search.h"

#include <algorithm>
#include <cmath>

#include "diagram/objective.h"

namespace sayso::diagram {
namespace {

constexpr double precision = 0.004;  // of the type size: no eye sees less

/// The largest size between two at which it fits; it fits at `low`.
Length largest(const Sheet& sheet, const Composition& composition, Length low, Length high) {
    if (fits(sheet, composition, high)) return high;
    while (high / low > 1 + precision) {
        const Length middle = (low + high) / 2;
        (fits(sheet, composition, middle) ? low : high) = middle;
    }
    return low;
}

std::optional<Found> best_composition(const Sheet& sheet, const Detail& detail, Length most) {
    std::optional<Found> best;
    double best_score = 0;
    Length floor = sheet.smallest;
    for (const Composition& composition : compositions(*sheet.content, sheet.options->size)) {
        if (floor > most || !fits(sheet, composition, floor)) continue;
        const Length item = largest(sheet, composition, floor, most);
        Plan plan = arrange(sheet, composition, item);
        const double points = score(plan);
        if (best && points <= best_score) continue;
        best = Found{std::move(plan), detail, composition};
        best_score = points;
        floor = max(floor, item * std::exp(-most_cost / 100));
    }
    return best;
}

bool any_fits(const Sheet& sheet) {
    for (const Composition& composition : compositions(*sheet.content, sheet.options->size))
        if (fits(sheet, composition, sheet.smallest)) return true;
    return false;
}

/// At level n every card of the others shows n outcomes; the centre, the means and the overall outcomes some more.
Detail detail_at(int level, const Options& options) {
    const bool focus = !options.highlight.empty();
    if (focus) return {level, 0, 0, 0};
    return {level + 1, level + 2, level * 2 + 2, level};
}

int richest_level(const Model& model) {
    std::size_t most = model.overall.items.size();
    for (const Model::Group& group : model.means) most = std::max(most, group.items.size());
    for (const Model::Stakeholder& s : model.stakeholders) most = std::max(most, s.outcomes.size());
    return static_cast<int>(std::min<std::size_t>(most, 64));
}

}  // namespace

Length largest_item(const Options& options) {
    if (options.variant == Variant::compact) return pt(11);
    return min(options.size.width, options.size.height) / 36;
}

std::optional<Found> find_best(const Model& model, const Options& options, Measures& measures, Length most) {
    const Length smallest = options.smallest > Length{} ? options.smallest : smallest_type(options.variant, options.size);
    Detail detail;
    Content content = content_of(model, options, detail, measures);
    const Sheet sheet{&content, &options, &measures, smallest};
    const Length ceiling = max(most, smallest);
    if (std::optional<Found> whole = best_composition(sheet, detail, ceiling)) return whole;
    if (options.variant == Variant::poster) return std::nullopt;

    int low = 0, high = richest_level(model);  // the richest level that fits, by bisection: less always fits if more does
    content = content_of(model, options, detail_at(low, options), measures);
    if (!any_fits(sheet)) return std::nullopt;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        content = content_of(model, options, detail_at(middle, options), measures);
        (any_fits(sheet) ? low : high) = middle;
    }
    detail = detail_at(low, options);
    content = content_of(model, options, detail, measures);
    return best_composition(sheet, detail, ceiling);
}

}  // namespace sayso::diagram

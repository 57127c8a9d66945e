#include "diagram/search.h"

#include <algorithm>

#include "diagram/objective.h"

namespace sayso::diagram {
namespace {

constexpr double precision = 0.004;  // of the type size: no eye sees less

/// The largest size up to `most` at which it fits; it fits at `low`, and most often not much above.
Length largest(const Sheet& sheet, const Composition& composition, Length low, Length most) {
    Length high = most;
    for (double step = 1.02; low * step < most; step = 1 + (step - 1) * 2) {
        if (!fits(sheet, composition, low * step)) {
            high = low * step;
            break;
        }
        low = low * step;
    }
    if (high == most && fits(sheet, composition, high)) return high;
    while (high / low > 1 + precision) {
        const Length middle = (low + high) / 2;
        (fits(sheet, composition, middle) ? low : high) = middle;
    }
    return low;
}

/// Keeps the best plan seen. No fault earns points, so a composition whose type cannot become as large as the
/// best score alone demands is passed over unplaced.
class Contest {
  public:
    Contest(const Sheet& sheet, Length most) : sheet_(sheet), floor_(sheet.smallest), most_(most) {}

    void enter(const Composition& composition) {
        if (floor_ > most_ || !fits(sheet_, composition, floor_)) return;
        Plan plan = arrange(sheet_, composition, largest(sheet_, composition, floor_, most_));
        const double points = score(plan);
        if (best_ && points <= points_) return;
        best_ = Found{std::move(plan), {}, composition};
        points_ = points;
        floor_ = max(floor_, size_for_score(points));
    }
    std::optional<Found>& best() { return best_; }

  private:
    const Sheet& sheet_;
    Length floor_, most_;
    std::optional<Found> best_;
    double points_ = 0;
};

std::optional<Found> best_composition(const Sheet& sheet, const Detail& detail, Length most) {
    Contest contest(sheet, most);
    for (const Composition& composition : compositions(*sheet.content, sheet.options->size))
        contest.enter(composition);
    if (!contest.best()) return std::nullopt;
    for (const Composition& composition : neighbours(contest.best()->composition)) contest.enter(composition);
    contest.best()->detail = detail;
    return std::move(contest.best());
}

bool any_fits(const Sheet& sheet) {
    return std::ranges::any_of(compositions(*sheet.content, sheet.options->size),
                               [&](const Composition& c) { return fits(sheet, c, sheet.smallest); });
}

std::size_t longest_list(const Model& model) {
    std::size_t most = model.overall.items.size();
    for (const Model::Group& group : model.means) most = std::max(most, group.items.size());
    for (const Model::Stakeholder& s : model.stakeholders) most = std::max(most, s.outcomes.size());
    return std::min<std::size_t>(most, 64);
}

bool has_linked(const Model& model) {
    return std::ranges::any_of(model.means, [](const Model::Group& group) {
        return std::ranges::any_of(group.items, &Model::Item::linked);
    });
}

/// What may be shown, from everything to the least, each step no larger than the one before it.
std::vector<Detail> ladder(const Model& model, const Options& options) {
    if (options.variant == Variant::poster) return {Detail{}};
    std::vector<Detail> steps;
    const int longest = static_cast<int>(longest_list(model));
    if (options.highlight.empty()) {
        steps.push_back({});
        for (int n = longest - 1; n >= 1; --n)
            steps.push_back({.means = n + 1, .person = n + 2, .overall = n * 2 + 2, .others = n});
    }
    // Where means are linked, they alone are listed: the picture is about what this audience can do.
    const int means = has_linked(model) && !options.highlight.empty() ? 0 : longest;
    const int fewest = means == 0 ? 0 : 1;
    for (int n = means; n >= fewest; --n) steps.push_back({.means = n, .focus = true});
    Detail least{.means = fewest, .focus = true, .merged = true};
    steps.push_back(least);
    least.loop_text = false;
    steps.push_back(least);
    least.centre = false;
    steps.push_back(least);
    for (int n = std::min(longest, 8); n >= 1; --n) {
        least.linked = n;
        steps.push_back(least);
    }
    for (int n = longest; n >= 0; --n) {
        least.person = n;
        steps.push_back(least);
    }
    least.qualities = false;
    steps.push_back(least);
    for (int n = longest - 1; n >= 1 && !options.highlight.empty(); --n) {
        least.own = n;
        steps.push_back(least);
    }
    for (int n = static_cast<int>(model.means.size()) - 1; n >= 1; --n) {
        least.together = n;
        steps.push_back(least);
    }
    return steps;
}

/// What was left out of the highlighted audience's own outcomes, and then of the linked means, in the order
/// of the model.
std::vector<const std::string*> left_out(const Model& model, const Options& options, const Detail& detail) {
    std::vector<const std::string*> out;
    for (const Model::Stakeholder& s : model.stakeholders) {
        if (s.id != options.highlight) continue;
        for (std::size_t i = 0; i < s.outcomes.size(); ++i)
            if (i >= static_cast<std::size_t>(detail.own)) out.push_back(&s.outcomes[i]);
    }
    int together = 0;
    for (const Model::Group& group : model.means) {
        int linked = 0;
        for (const Model::Item& item : group.items)
            if (item.linked && (linked++ >= detail.linked || together++ >= detail.together))
                out.push_back(&item.name);
    }
    return out;
}

}  // namespace

Length largest_item(const Options& options) {
    if (options.variant == Variant::compact) return max(pt(11), options.smallest * 1.25);
    return min(options.size.width, options.size.height) / 36;
}

std::optional<Found> find_best(const Model& model, const Options& options, Measures& measures, Length most) {
    const Length smallest =
        options.smallest > Length{} ? options.smallest : smallest_type(options.variant, options.size);
    const std::vector<Detail> steps = ladder(model, options);
    Content content;
    const Sheet sheet{&content, &options, &measures, smallest};
    const auto show = [&](const Detail& detail) { content = content_of(model, options, detail, measures); };
    // The first step that fits, by bisection: less always fits where more does.
    std::size_t low = 0, high = steps.size();
    while (low < high) {
        const std::size_t middle = low == 0 && high == steps.size() ? 0 : (low + high) / 2;
        show(steps[middle]);
        if (any_fits(sheet))
            high = middle;
        else
            low = middle + 1;
    }
    if (low == steps.size()) return std::nullopt;
    // One long item may have kept short ones out that stand after it.
    Detail detail = steps[low];
    for (const std::string* item : left_out(model, options, detail)) {
        detail.besides.push_back(item);
        show(detail);
        if (!any_fits(sheet)) detail.besides.pop_back();
    }
    show(detail);
    return best_composition(sheet, detail, max(most, smallest));
}

}  // namespace sayso::diagram

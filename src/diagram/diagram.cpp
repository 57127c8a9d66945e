#include "diagram/diagram.h"

#include <algorithm>

#include "diag/suggest.h"
#include "diagram/picture.h"
#include "diagram/render.h"
#include "diagram/search.h"
#include "diagram/telling.h"
#include "diagram/words.h"

namespace sayso::diagram {
namespace {

constexpr Length a4_side = mm(210), a3_side = mm(297);

bool known_highlight(const Model& model, const Options& options, Diagnostics& diagnostics) {
    if (options.highlight.empty()) return true;
    std::vector<std::string> ids;
    for (const Model::Stakeholder& s : model.stakeholders) ids.push_back(s.id);
    if (std::ranges::find(ids, options.highlight) != ids.end()) return true;
    diagnostics.error("unknown-highlight", {},
                      "the diagram has no stakeholder \"" + options.highlight + "\" to highlight",
                      suggestion(options.highlight, ids));
    return false;
}

bool can_be_drawn(const Model& model, const Options& options, Diagnostics& diagnostics) {
    if (!model.stakeholders.empty() && options.size.width > pt(20) && options.size.height > pt(20))
        return known_highlight(model, options, diagnostics);
    if (model.stakeholders.empty())
        diagnostics.error("diagram-empty", {}, "the diagram has no stakeholders to show",
                          "name at least one under `stakeholders:`");
    else
        diagnostics.error("diagram-size", {}, "the diagram has no room: its width or height is under 20 pt",
                          "give it the size of its page or its place in the page");
    return false;
}

const std::string& longest_word_holder(const Measures& measures) {
    TextId longest;
    for (std::uint32_t i = 0; i < measures.size(); ++i)
        if (measures.longest_word({i}, pt(1)) > measures.longest_word(longest, pt(1))) longest = {i};
    return measures.text(longest);
}

std::string points(Length length) {
    return std::to_string(static_cast<long>(length.pt() + 0.5));
}

void report_small(Length type, Length wanted, const Measures& measures, Diagnostics& diagnostics) {
    Diagnostic& warning = diagnostics.warning("diagram-small-words", {},
                                              "the smallest words of the diagram are of " + points(type) +
                                                  " pt, for which " + points(wanted) + " pt are wanted",
                                              "shorten its longest words, or name fewer outcomes");
    warning.notes.push_back({{}, "the longest word stands in \"" + longest_word_holder(measures) + "\""});
}

void report_no_fit(const Options& options, Length smallest, const Measures& measures,
                   Diagnostics& diagnostics) {
    Diagnostic& error =
        diagnostics.error("diagram-does-not-fit", {},
                          "the diagram does not fit on " + points(options.size.width) + " x " +
                              points(options.size.height) + " pt with type of " + points(smallest) + " pt",
                          "use larger paper, fewer items or shorter words");
    error.notes.push_back({{}, "the longest word stands in \"" + longest_word_holder(measures) + "\""});
}

}  // namespace

Length smallest_type(Variant variant, Size size) {
    if (variant == Variant::slide) return pt(18);
    if (variant == Variant::compact) return pt(7.5);
    const double between = (min(size.width, size.height) - a4_side) / (a3_side - a4_side);
    return pt(7 + 3 * std::clamp(between, 0.0, 1.0));
}

namespace {

/// Nothing, without a word, where it does not fit.
std::optional<Drawn> draw_at(Length smallest, const Model& model, const Options& asked, Measures& measures,
                             text::Shaper& shaper, Diagnostics& diagnostics) {
    Options options = asked;
    options.smallest = smallest;
    Length most = largest_item(options);
    // The shaper breaks lines by its own rules: should a text take more of them than planned, a little
    // smaller serves.
    for (int attempt = 0; attempt < 6; ++attempt) {
        const std::optional<Found> found = find_best(model, options, measures, most);
        if (!found) break;
        Rendered rendered = render(found->plan, model, options, measures, shaper, diagnostics);
        if (rendered.faithful) {
            const Content content = content_of(model, options, found->detail, measures);
            return Drawn{std::move(rendered.frame),
                         std::make_shared<const Picture>(picture_of(found->plan, model, options, measures)),
                         alternative_text(model, options),
                         description_of(model, options),
                         telling(found->plan, content, measures, rendered.items),
                         found->plan.smallest_type};
        }
        if (found->plan.item <= smallest) break;
        most = max(smallest, found->plan.item * 0.98);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Drawn> draw(const Model& model, const Options& options, text::Shaper& shaper,
                          Diagnostics& diagnostics) {
    if (!can_be_drawn(model, options, diagnostics)) return std::nullopt;
    const Length least =
        options.smallest > Length{} ? options.smallest : smallest_type(options.variant, options.size);
    Measures measures(shaper, model, options, diagnostics);
    for (Length smallest = max(options.wanted, least);; smallest = max(smallest * 0.95, least)) {
        if (auto drawn = draw_at(smallest, model, options, measures, shaper, diagnostics)) {
            if (smallest < options.wanted)
                report_small(drawn->smallest_type, options.wanted, measures, diagnostics);
            return drawn;
        }
        if (smallest <= least) break;
    }
    report_no_fit(options, least, measures, diagnostics);
    return std::nullopt;
}

}  // namespace sayso::diagram

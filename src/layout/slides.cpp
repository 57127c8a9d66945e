#include "layout/slides.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "layout/canvas.h"
#include "layout/fit.h"
#include "layout/handout.h"
#include "layout/running.h"
#include "layout/stack.h"
#include "layout/typesetter.h"

namespace sayso::layout {
namespace {

/// A slide that takes more is no slide but a paper.
constexpr std::size_t most_parts = 3;
constexpr Length slack = pt(0.01);

/// What stands in one region of a slide.
struct Filled {
    Rect box;
    Flow flow;
    bool is_main = false;
    std::vector<Slice> slices;  // of the main region: one a page
};

struct SlidePlan {
    NodeId slide;
    const doc::PageMaster* master = nullptr;
    std::vector<Filled> regions;
    std::size_t parts = 1;
};

class DeckPlacer {
  public:
    DeckPlacer(const doc::Document& document, const doc::PageSpec& spec, text::Shaper& shaper,
               Diagnostics& diagnostics)
        : document_(document),
          spec_(spec),
          shaper_(shaper),
          diagnostics_(diagnostics),
          typesetter_(document, shaper, diagnostics),
          boxes_(document) {}

    Placed run() {
        std::size_t count = 0;
        for (const NodeId id : document_[doc::Document::root].children) {
            if (const auto* slide = document_.get<doc::Slide>(id)) plan(id, *slide);
            if (!plans_.empty()) count += plans_.back().slide == id ? plans_.back().parts : 0;
        }
        report_too_many(count);
        Placed placed;
        for (const SlidePlan& plan : plans_) {
            for (std::size_t part = 0; part < plan.parts; ++part) {
                placed.pages.push_back(draw(plan, part, {placed.pages.size() + 1, count}));
                placed.leaves.push_back(leaf_of(plan, placed.pages.size() - 1));
                slides_.push_back(plan.slide);
            }
        }
        if (spec_.imposition == doc::Imposition::handout) hand_out(placed);
        if (spec_.imposition == doc::Imposition::notes) add_notes(placed);
        for (std::size_t i = 1; i <= placed.pages.size(); ++i)
            placed.page_labels.push_back(std::to_string(i));
        placed.boxes = boxes_.take();
        return placed;
    }

  private:
    // What stands where
    // --------------------------------------------------------------------------------------------
    void plan(NodeId id, const doc::Slide& slide) {
        const doc::PageMaster* master = master_of(id, slide.layout);
        if (master == nullptr) return;
        SlidePlan plan{id, master, {}, 1};
        std::vector<std::pair<std::string_view, std::vector<NodeId>>> groups;
        for (const NodeId child : document_[id].children) {
            const std::string& wanted = document_[child].box.region;
            if (wanted == doc::notes_region) continue;
            const std::string_view name =
                wanted.empty() ? std::string_view("main") : std::string_view(wanted);
            auto group =
                std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == name; });
            if (group == groups.end()) group = groups.insert(groups.end(), {name, {}});
            group->second.push_back(child);
        }
        for (const auto& [name, nodes] : groups) fill(plan, name, nodes);
        plans_.push_back(std::move(plan));
    }

    const doc::PageMaster* master_of(NodeId id, const std::string& layout) {
        std::vector<std::string> names;
        for (const doc::PageMaster& master : spec_.masters) {
            if (master.name == layout) return &master;
            names.push_back(master.name);
        }
        diagnostics_.error("unknown-layout", document_[id].source,
                           fmt::format("there is no slide layout \"{}\"", layout), suggestion(layout, names));
        return nullptr;
    }

    void fill(SlidePlan& plan, std::string_view name, const std::vector<NodeId>& nodes) {
        const auto& regions = plan.master->regions;
        const auto region = std::find_if(regions.begin(), regions.end(),
                                         [&](const doc::Region& r) { return r.name == name; });
        if (region == regions.end()) {
            std::vector<std::string> names;
            for (const doc::Region& one : regions) names.push_back(one.name);
            diagnostics_.error(
                "unknown-region", document_[nodes.front()].source,
                fmt::format("the slide layout \"{}\" has no region \"{}\"", plan.master->name, name),
                suggestion(std::string(name), names));
            return;
        }
        if (name == "main") return fill_main(plan, region->box, nodes);
        RegionFlow filled = fill_region(typesetter_, nodes, region->box, spec_.tightest);
        if (filled.height > region->box.height + slack)
            report_too_full(nodes.front(), name, filled.height - region->box.height);
        plan.regions.push_back({region->box, std::move(filled.flow), false, {}});
    }

    void fill_main(SlidePlan& plan, const Rect& box, const std::vector<NodeId>& nodes) {
        Division division = divide(typesetter_, nodes, {{0, box}}, spec_.tightest, 1);
        Filled filled{box, std::move(division.flows.front()), true, std::move(division.slices)};
        for (const Slice& slice : filled.slices) {
            if (slice.used > box.height + slack)
                report_too_full(filled.flow.pieces[slice.first].node, "main", slice.used - box.height);
        }
        plan.parts = std::max<std::size_t>(filled.slices.size(), 1);
        if (plan.parts > most_parts) {
            diagnostics_.error("slide-too-full", document_[plan.slide].source,
                               fmt::format("this slide would go on over {} pages", plan.parts),
                               "make several slides of it, each with a title of its own");
            plan.parts = most_parts;
        }
        plan.regions.push_back(std::move(filled));
    }

    void report_too_full(NodeId node, std::string_view region, Length over) {
        diagnostics_.error("slide-too-full", document_[node].source,
                           fmt::format("\"{}\" is {:.0f} pt too tall for the slide’s region \"{}\"",
                                       excerpt(document_, node), over.pt(), region),
                           "say it in fewer words, or on two slides");
    }

    void report_too_many(std::size_t count) {
        const std::size_t most = spec_.max_pages ? static_cast<std::size_t>(std::max(*spec_.max_pages, 1))
                                                 : limits::document_pages;
        if (count <= most || plans_.empty()) return;
        diagnostics_.error("too-many-pages", document_[plans_.back().slide].source,
                           fmt::format("the deck has {} slides and may have {}", count, most),
                           fmt::format("leave some out, or write `max-pages: {}`", count));
    }

    // Drawing
    // --------------------------------------------------------------------------------------------
    frame::Frame draw(const SlidePlan& plan, std::size_t part, PageNumber number) {
        const doc::PageMaster& master = *plan.master;
        boxes_.begin_page(number.page - 1);
        Canvas canvas(document_, master.size, spec_.mirror, boxes_, diagnostics_);
        for (const doc::Decoration& band : master.decorations) canvas.band(band);
        if (master.header) draw_running(canvas, *master.header, master.header_box, number);
        for (const Filled& filled : plan.regions) draw_region(canvas, filled, part);
        if (master.footer) draw_running(canvas, *master.footer, master.footer_box, number);
        const auto& continued = std::get<doc::Slide>(document_[plan.slide].kind).continued;
        if (plan.parts > 1 && continued)
            draw_running(canvas, *continued, region_of(master, "part"), {part + 1, plan.parts});
        return canvas.take();
    }

    /// The title of a slide that goes on is shown again, and read once.
    void draw_region(Canvas& canvas, const Filled& filled, std::size_t part) {
        std::size_t first = 0, last = filled.flow.pieces.size();
        std::optional<frame::Artifact> artifact;
        if (filled.is_main) {
            if (part >= filled.slices.size()) return;
            first = filled.slices[part].first;
            last = filled.slices[part].last;
        } else if (part > 0) {
            artifact = frame::Artifact::pagination;
        }
        std::vector<Mark> marks;
        arrange(filled.flow, first, last, marks);
        canvas.draw(marks, filled.box.origin(), artifact);
    }

    static Rect region_of(const doc::PageMaster& master, std::string_view name) {
        for (const doc::Region& region : master.regions)
            if (region.name == name) return region.box;
        return master.footer_box;
    }

    void draw_running(Canvas& canvas, NodeId root, const Rect& box, PageNumber number) {
        Typesetter typesetter(document_, shaper_, diagnostics_, number);
        const RegionFlow filled = fill_region(typesetter, {root}, box, 1);
        if (filled.height > box.height + slack) report_too_full(root, "foot", filled.height - box.height);
        std::vector<Mark> marks;
        arrange(filled.flow, 0, filled.flow.pieces.size(), marks);
        canvas.draw(marks, box.origin(), frame::Artifact::pagination);
    }

    Leaf leaf_of(const SlidePlan& plan, std::size_t page) const {
        Leaf leaf{page, {}, plan.master->size, {}, 1};
        for (const doc::Region& region : plan.master->regions) {
            if (region.name != "main") continue;
            leaf.main = region.box;
            if (spec_.mirror) leaf.main->x = leaf.size.width - leaf.main->right();
        }
        return leaf;
    }

    // Paper
    // --------------------------------------------------------------------------------------------
    void hand_out(Placed& placed) {
        placed.pages = handout_sheets(std::move(placed.pages), placed.leaves, spec_.mirror);
    }

    /// A sheet a slide: the slide above, what to say below.
    void add_notes(Placed& placed) {
        std::vector<frame::Frame> sheets;
        for (std::size_t page = 0; page < placed.pages.size(); ++page) {
            const std::vector<NodeId> notes =
                first_page_of(page) ? notes_of(slides_[page]) : std::vector<NodeId>{};
            const NotesSheet sheet = notes_sheet(std::move(placed.pages[page]), placed.leaves[page]);
            boxes_.begin_page(page);
            Canvas canvas(document_, sheet.size, spec_.mirror, boxes_, diagnostics_);
            if (!notes.empty()) {
                const RegionFlow filled = fill_region(typesetter_, notes, sheet.notes, spec_.tightest);
                if (filled.height > sheet.notes.height + slack) {
                    diagnostics_.error("notes-too-long", document_[notes.front()].source,
                                       fmt::format("the notes are {:.0f} pt too long for their page",
                                                   (filled.height - sheet.notes.height).pt()),
                                       "say it in fewer words, or on two slides");
                }
                std::vector<Mark> marks;
                arrange(filled.flow, 0, filled.flow.pieces.size(), marks);
                canvas.draw(marks, sheet.notes.origin());
            }
            frame::Frame below = canvas.take();
            below.items.insert(below.items.begin(), sheet.slide);
            sheets.push_back(std::move(below));
        }
        placed.pages = std::move(sheets);
    }

    bool first_page_of(std::size_t page) const { return page == 0 || slides_[page - 1] != slides_[page]; }

    std::vector<NodeId> notes_of(NodeId slide) const {
        std::vector<NodeId> out;
        for (const NodeId child : document_[slide].children)
            if (document_[child].box.region == doc::notes_region) out.push_back(child);
        return out;
    }

    const doc::Document& document_;
    const doc::PageSpec& spec_;
    text::Shaper& shaper_;
    Diagnostics& diagnostics_;
    Typesetter typesetter_;
    BoxBook boxes_;
    std::vector<SlidePlan> plans_;
    std::vector<NodeId> slides_;  // by page
};

}  // namespace

bool is_deck(const doc::Document& document) {
    const auto& children = document[doc::Document::root].children;
    return !children.empty() && document.get<doc::Slide>(children.front()) != nullptr;
}

Placed place_deck(const doc::Document& document, const doc::PageSpec& spec, text::Shaper& shaper,
                  Diagnostics& diagnostics) {
    return DeckPlacer(document, spec, shaper, diagnostics).run();
}

}  // namespace sayso::layout

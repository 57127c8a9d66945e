// From the tree to pages: sort blocks by region, fit, number, draw, impose.
#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "layout/canvas.h"
#include "layout/fit.h"
#include "layout/impose.h"
#include "layout/layout.h"
#include "layout/running.h"
#include "layout/slides.h"
#include "layout/stack.h"

namespace sayso::layout {
namespace {

/// Content of a fixed region, on the first page that has the region.
struct FilledRegion {
    std::size_t page = 0;
    Rect box;
    Flow flow;
};

class Placer {
  public:
    Placer(const doc::Document& document, const doc::PageSpec& spec, text::Shaper& shaper,
           Diagnostics& diagnostics)
        : document_(document),
          spec_(spec),
          shaper_(shaper),
          diagnostics_(diagnostics),
          typesetter_(document, shaper, diagnostics),
          boxes_(document),
          masters_(with_room_for_running(
              spec.imposition == doc::Imposition::trifold ? cut_panels(spec.masters) : spec.masters, document,
              shaper)),
          columns_(main_columns(masters_)) {}

    Placed run() {
        sort_blocks();
        fill_regions();
        divide_main();
        PageStack stack;
        const std::size_t count = page_count();
        for (std::size_t page = 0; page < count; ++page) stack.pages.push_back(draw_page(page, count));
        stack.ends_with_cover = ends_with_cover();
        Placed placed;
        placed.leaves = leaves_of(stack.pages);
        placed.pages = impose(std::move(stack), spec_.imposition, spec_.mirror, placed.leaves);
        placed.boxes = boxes_.take();
        if (spec_.imposition == doc::Imposition::trifold) report_blank_panels(placed);
        for (std::size_t i = 1; i <= placed.pages.size(); ++i)
            placed.page_labels.push_back(std::to_string(i));
        return placed;
    }

  private:
    struct Block {
        std::string_view region;
        std::vector<NodeId> nodes;
    };

    void sort_blocks() {
        for (const NodeId id : document_[doc::Document::root].children) {
            const std::string& name = document_[id].box.region;
            if (name.empty() || name == "main" || !known_region(name, id)) {
                main_.push_back(id);
                continue;
            }
            auto group =
                std::find_if(fixed_.begin(), fixed_.end(), [&](const Block& b) { return b.region == name; });
            if (group == fixed_.end()) group = fixed_.insert(fixed_.end(), Block{name, {}});
            group->nodes.push_back(id);
        }
    }

    bool known_region(const std::string& name, NodeId id) {
        std::vector<std::string> names;
        for (const doc::PageMaster& master : masters_)
            for (const doc::Region& region : master.regions) names.push_back(region.name);
        if (std::find(names.begin(), names.end(), name) != names.end()) return true;
        diagnostics_.error("unknown-region", document_[id].source,
                           fmt::format("no page has a region \"{}\"", name), suggestion(name, names));
        return false;
    }

    void fill_regions() {
        for (const Block& block : fixed_) {
            for (std::size_t page = 0; page < masters_.size(); ++page) {
                const auto& regions = masters_[page].regions;
                const auto found = std::find_if(regions.begin(), regions.end(),
                                                [&](const doc::Region& r) { return r.name == block.region; });
                if (found == regions.end()) continue;
                fill(*found, page, block.nodes);
                break;
            }
        }
    }

    void fill(const doc::Region& region, std::size_t page, const std::vector<NodeId>& nodes) {
        RegionFlow filled = fill_region(typesetter_, nodes, region.box, spec_.tightest);
        if (filled.height > region.box.height + pt(0.01)) {
            diagnostics_.error("region-overflow", document_[nodes.front()].source,
                               fmt::format("the content of region \"{}\" is {:.1f} pt too tall", region.name,
                                           (filled.height - region.box.height).pt()),
                               "shorten it, or make the region taller");
        }
        spread(filled.flow, 0, filled.flow.pieces.size(), region.box.height - filled.height);
        regions_.push_back({page, region.box, std::move(filled.flow)});
    }

    void divide_main() {
        if (main_.empty()) return;
        if (columns_.empty()) {
            diagnostics_.error("unknown-region", document_[main_.front()].source,
                               "no page has a region \"main\" for this to stand in",
                               "name one of the page's regions \"main\", or name a region here");
            return;
        }
        const std::size_t most = most_slices();
        division_ = divide(typesetter_, main_, columns_, spec_.tightest, most);
        for (const Slice& slice : division_.slices) {
            report_too_tall(slice);
            const Slot& slot = division_.slots[slice.slot];
            spread(division_.flows[slot.flow], slice.first, slice.last, slot.capacity - slice.used);
        }
        if (division_.slices.size() > most) report_too_many(most);
        if (division_.slices.size() > limits::document_pages) division_.slices.resize(limits::document_pages);
    }

    /// How many columns the main flow may fill: by the template's limit, by the last master if that has no
    /// main region, by the panels of a leaflet, and by sayso's own limit.
    std::size_t most_slices() const {
        std::size_t pages = limits::document_pages;
        if (spec_.max_pages) pages = std::min(pages, static_cast<std::size_t>(std::max(*spec_.max_pages, 1)));
        if (spec_.imposition == doc::Imposition::trifold) pages = std::min(pages, trifold_panels);
        if (columns_.back().master + 1 < masters_.size()) pages = std::min(pages, columns_.back().master + 1);
        std::size_t slices = 0;
        while (slices <= limits::document_pages && page_of(slices) < pages) ++slices;
        return slices;
    }

    /// The page that the main flow's n-th column is on.
    std::size_t page_of(std::size_t slice) const {
        return slice < columns_.size() ? columns_[slice].master : masters_.size() + slice - columns_.size();
    }

    std::size_t master_of(std::size_t page) const {
        if (page < masters_.size()) return page;
        return columns_.empty() ? masters_.size() - 1 : columns_.back().master;
    }

    const Flow& flow_of(const Slice& slice) const {
        return division_.flows[division_.slots[slice.slot].flow];
    }

    void report_too_tall(const Slice& slice) {
        const Length over = slice.used - division_.slots[slice.slot].capacity;
        if (over <= pt(0.01)) return;
        const NodeId id = flow_of(slice).pieces[slice.first].node;
        diagnostics_.error(
            "too-tall", document_[id].source,
            fmt::format("\"{}\" is {:.1f} pt taller than the page", excerpt(document_, id), over.pt()),
            "split it into smaller blocks or rows");
    }

    void report_too_many(std::size_t most) {
        const std::size_t pages = page_of(division_.slices.size() - 1) + 1;
        const std::size_t allowed = most == 0 ? 0 : page_of(most - 1) + 1;
        Length over;
        for (std::size_t i = most; i < division_.slices.size(); ++i) over += division_.slices[i].used;
        const Slice& first = division_.slices[most];
        const NodeId id = heading_of(flow_of(first), first.first);
        std::string hint = "shorten the text, or leave a block out";
        if (spec_.max_pages && allowed == static_cast<std::size_t>(*spec_.max_pages))
            hint = fmt::format("shorten the text, leave a block out, or write `max-pages: {}`", pages);
        diagnostics_.error(
            "too-many-pages", document_[id].source,
            fmt::format(
                "the document takes {} pages and may have {}: \"{}\" is the first part that does not fit "
                "({:.0f} pt too much)",
                pages, allowed, excerpt(document_, id), over.pt()),
            std::move(hint));
    }

    /// The heading that a piece stands under; its own block where there is none.
    NodeId heading_of(const Flow& flow, std::size_t piece) const {
        for (std::size_t i = piece + 1; i-- > 0;)
            if (document_.get<doc::Heading>(flow.pieces[i].node)) return flow.pieces[i].node;
        return flow.pieces[piece].node;
    }

    std::size_t page_count() const {
        std::size_t count = spec_.imposition == doc::Imposition::trifold ? trifold_panels : 1;
        if (!division_.slices.empty()) count = std::max(count, page_of(division_.slices.size() - 1) + 1);
        for (const FilledRegion& region : regions_) count = std::max(count, region.page + 1);
        return count;
    }

    /// A panel without words is paper that says nothing where the reader unfolds it.
    void report_blank_panels(const Placed& placed) {
        if (spec_.unfinished) return;
        if (division_.slices.empty() && !main_.empty())
            return;  // words that found no room: a fault of its own
        std::vector<bool> filled(placed.leaves.size(), false);
        for (const NodeBox& piece : boxes_of(placed, doc::Document::root)) filled[piece.page] = true;
        for (std::size_t panel = 0; panel < filled.size(); ++panel) {
            if (filled[panel]) continue;
            diagnostics_.error("blank-panel", last_source(),
                               fmt::format("{} of the leaflet is left blank", panel_name(panel)),
                               "give it more words or a picture, or print it as another kind of document");
        }
    }

    /// Of the last block that fills no fixed region, where more would come to stand.
    Span last_source() const { return main_.empty() ? Span{} : document_[main_.back()].source; }

    std::vector<Leaf> leaves_of(const std::vector<frame::Frame>& pages) const {
        std::vector<Leaf> leaves;
        for (std::size_t page = 0; page < pages.size(); ++page) {
            Leaf leaf{page, {}, pages[page].size, {}, 1};
            for (const doc::Region& region : masters_[master_of(page)].regions)
                if (region.name == "main") leaf.main = mirrored(region.box, leaf.size.width);
            leaves.push_back(leaf);
        }
        return leaves;
    }

    Rect mirrored(Rect box, Length width) const {
        if (spec_.mirror) box.x = width - box.right();
        return box;
    }

    bool ends_with_cover() const {
        if (division_.slices.size() < 2) return false;
        const Slice& last = division_.slices.back();
        return flow_of(last).pieces[last.first].forced;
    }

    frame::Frame draw_page(std::size_t page, std::size_t count) {
        const doc::PageMaster& master = masters_[master_of(page)];
        boxes_.begin_page(page);
        Canvas canvas(document_, master.size, spec_.mirror, boxes_, diagnostics_);
        for (const doc::Decoration& band : master.decorations) canvas.band(band);
        const PageNumber number{page + 1, count};
        if (master.header) draw_running(canvas, *master.header, master.header_box, number);
        draw_main(canvas, page);
        for (const FilledRegion& region : regions_) {
            if (region.page != page) continue;
            draw_pieces(canvas, region.flow, 0, region.flow.pieces.size(), region.box);
        }
        if (master.footer) draw_running(canvas, *master.footer, master.footer_box, number);
        return canvas.take();
    }

    void draw_main(Canvas& canvas, std::size_t page) {
        for (std::size_t i = 0; i < division_.slices.size(); ++i) {
            const Slice& slice = division_.slices[i];
            if (page_of(i) == page)
                draw_pieces(canvas, flow_of(slice), slice.first, slice.last, columns_[slice.slot].box);
        }
    }

    void draw_pieces(Canvas& canvas, const Flow& flow, std::size_t first, std::size_t last, const Rect& box) {
        std::vector<Mark> marks;
        arrange(flow, first, last, marks);
        canvas.draw(marks, box.origin());
    }

    /// Headers and footers are set anew for each page, because they may hold its number.
    void draw_running(Canvas& canvas, NodeId root, const Rect& box, PageNumber number) {
        Typesetter typesetter(document_, shaper_, diagnostics_, number);
        const RegionFlow filled = fill_region(typesetter, {root}, box, 1);
        if (filled.height > box.height + pt(0.01)) {
            diagnostics_.error(
                "region-overflow", document_[root].source,
                fmt::format("the header or footer is {:.1f} pt too tall", (filled.height - box.height).pt()),
                "shorten it, or make the page's margin larger");
        }
        std::vector<Mark> marks;
        arrange(filled.flow, 0, filled.flow.pieces.size(), marks);
        canvas.draw(marks, box.origin(), frame::Artifact::pagination);
    }

    const doc::Document& document_;
    const doc::PageSpec& spec_;
    text::Shaper& shaper_;
    Diagnostics& diagnostics_;
    Typesetter typesetter_;
    BoxBook boxes_;
    std::vector<doc::PageMaster> masters_;
    std::vector<MainColumn> columns_;
    std::vector<NodeId> main_;
    std::vector<Block> fixed_;
    std::vector<FilledRegion> regions_;
    Division division_;
};

}  // namespace

Placed place(const doc::Document& document, const doc::PageSpec& pages, text::Shaper& shaper,
             Diagnostics& diagnostics) {
    if (pages.masters.empty()) {
        diagnostics.error("no-page", {}, "there is no page to place the document on");
        return {};
    }
    if (is_deck(document)) return place_deck(document, pages, shaper, diagnostics);
    return Placer(document, pages, shaper, diagnostics).run();
}

}  // namespace sayso::layout

#include "layout/impose.h"

#include <algorithm>
#include <array>

#include "doc/document.h"

namespace sayso::layout {
namespace {

constexpr Length flap_loss = mm(1.5);
constexpr Length tick_length = mm(4);
constexpr Length tick_width = pt(0.5);
constexpr Color tick_color{0x55, 0x65, 0x6F};

using Sheet = std::vector<std::size_t>;  // page indices from the left

/// Stretches everything on a panel sideways.
void stretch(doc::PageMaster& master, double by) {
    const auto box = [by](Rect& rect) {
        rect.x = rect.x * by;
        rect.width = rect.width * by;
    };
    master.size.width = master.size.width * by;
    for (doc::Region& region : master.regions) box(region.box);
    for (doc::Decoration& band : master.decorations) box(band.box);
    box(master.header_box);
    box(master.footer_box);
}

bool folds_in(std::size_t panel) {
    return panel == 3 || panel == 4;
}

frame::Frame join(const Sheet& sheet, std::vector<frame::Frame>& pages, std::vector<Length>& starts) {
    frame::Frame joined;
    for (const std::size_t index : sheet) {
        frame::Frame& page = pages[index];
        const Length x = joined.size.width;
        starts.push_back(x);
        joined.size.width += page.size.width;
        joined.size.height = max(joined.size.height, page.size.height);
        // The page keeps its own owners, so the group's is never read.
        joined.items.push_back(frame::group(doc::Document::root,
                                            std::make_shared<const frame::Frame>(std::move(page)),
                                            Transform::translate(x, {})));
    }
    return joined;
}

void mark_folds(frame::Frame& sheet, const std::vector<Length>& folds) {
    const auto tick = [&](Length x, Length from, Length to) {
        sheet.items.push_back(frame::stroke(frame::Artifact::layout, frame::line({x, from}, {x, to}),
                                            {tick_color, tick_width, {}, frame::Cap::butt}));
    };
    for (const Length x : folds) {
        if (x == Length{}) continue;  // the sheet's own edge
        tick(x, {}, tick_length);
        tick(x, sheet.size.height - tick_length, sheet.size.height);
    }
}

frame::Frame blank_like(const frame::Frame& page) {
    frame::Frame blank;
    blank.size = page.size;
    return blank;
}

/// Makes the pages up to a multiple; returns how many blank ones stand before the last page.
std::size_t pad(PageStack& stack, std::size_t multiple) {
    std::vector<frame::Frame>& pages = stack.pages;
    if (pages.empty()) return 0;
    const std::size_t lacking = (multiple - pages.size() % multiple) % multiple;
    const auto at = stack.ends_with_cover ? pages.end() - 1 : pages.end();
    const frame::Frame blank = blank_like(pages.back());
    pages.insert(at, lacking, blank);
    return stack.ends_with_cover ? lacking : 0;
}

std::vector<Sheet> trifold_sheets(std::size_t pages) {
    std::vector<Sheet> sheets;
    for (std::size_t first = 0; first < pages; first += trifold_panels) {
        sheets.push_back({first + 4, first + 5, first});
        sheets.push_back({first + 1, first + 2, first + 3});
    }
    return sheets;
}

std::vector<Sheet> booklet_sheets(std::size_t pages) {
    std::vector<Sheet> sheets;
    for (std::size_t low = 0, high = pages; low < high; low += 2, high -= 2) {
        sheets.push_back({high - 1, low});
        sheets.push_back({low + 1, high - 2});
    }
    return sheets;
}

}  // namespace

std::string_view panel_name(std::size_t panel) {
    constexpr std::array<std::string_view, trifold_panels> names{"the front",
                                                                 "the first inside panel",
                                                                 "the second inside panel",
                                                                 "the third inside panel",
                                                                 "the flap",
                                                                 "the back"};
    return names[panel % trifold_panels];
}

std::vector<doc::PageMaster> cut_panels(std::vector<doc::PageMaster> masters) {
    if (masters.empty()) return masters;
    while (masters.size() < trifold_panels) masters.push_back(masters.back());
    const Length width = masters[0].size.width;
    const bool equal = std::all_of(masters.begin(), masters.end(),
                                   [&](const doc::PageMaster& m) { return m.size.width == width; });
    if (!equal) return masters;
    for (std::size_t i = 0; i < masters.size(); ++i) {
        const Length change = folds_in(i % trifold_panels) ? -flap_loss : flap_loss / 2;
        stretch(masters[i], (width + change) / width);
    }
    return masters;
}

std::vector<frame::Frame> impose(PageStack stack, doc::Imposition imposition, bool mirror,
                                 std::vector<Leaf>& leaves) {
    const bool sheets = imposition == doc::Imposition::trifold || imposition == doc::Imposition::booklet;
    if (!sheets) return std::move(stack.pages);
    const bool trifold = imposition == doc::Imposition::trifold;
    const std::size_t before_last = pad(stack, trifold ? trifold_panels : 4);
    // Where each page of the stack lies; a blank one belongs to no leaf.
    std::vector<Leaf> places(stack.pages.size());
    std::vector<frame::Frame> joined;
    for (Sheet& sheet : trifold ? trifold_sheets(stack.pages.size()) : booklet_sheets(stack.pages.size())) {
        if (mirror) std::reverse(sheet.begin(), sheet.end());
        std::vector<Length> starts;
        joined.push_back(join(sheet, stack.pages, starts));
        for (std::size_t i = 0; i < sheet.size(); ++i)
            places[sheet[i]] = {joined.size() - 1, {starts[i], {}}, {}, {}, 1};
        if (trifold) mark_folds(joined.back(), starts);
    }
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const Leaf& place = places[i + (i + 1 == leaves.size() ? before_last : 0)];
        leaves[i].sheet = place.sheet;
        leaves[i].origin = place.origin;
    }
    return joined;
}

}  // namespace sayso::layout

#include "fixture.h"

#include <algorithm>

#include "base/overload.h"

namespace sayso::layout_test {
namespace {

Rect moved_by(const Rect& box, const Transform& t) {
    const Point from = t(box.origin()), to = t({box.right(), box.bottom()});
    return {from.x, from.y, to.x - from.x, to.y - from.y};
}

/// From the cap height to a little below the baseline, without spaces at either end.
Rect ink(const frame::TextRun& run) {
    const auto is_space = [&](const frame::Glyph& g) { return run.text[g.cluster] == ' '; };
    const auto first = std::find_if_not(run.glyphs.begin(), run.glyphs.end(), is_space);
    const auto last = std::find_if_not(run.glyphs.rbegin(), run.glyphs.rend(), is_space).base();
    const auto width = [&](auto from, auto to) {
        double em = 0;
        for (; from < to; ++from) em += static_cast<double>(from->advance);
        return run.size * (em / 1000);
    };
    return {run.origin.x + width(run.glyphs.begin(), first), run.origin.y - run.size * 0.66,
            width(first, last), run.size * 0.7};
}

void collect(const frame::Frame& page, const Transform& transform, std::vector<Found>& out) {
    for (const frame::Item& item : page.items) {
        const Rect box =
            std::visit(Overload{
                           [](const frame::TextRun& run) { return ink(run); },
                           [](const frame::Shape& shape) { return frame::bounds(shape.path); },
                           [](const frame::ImageItem& image) { return image.box; },
                           [](const frame::LinkArea& link) { return link.box; },
                           [](const frame::Group& group) {
                               return moved_by({{}, {}, group.child->size.width, group.child->size.height},
                                               group.transform);
                           },
                       },
                       item.content);
        const auto* group = std::get_if<frame::Group>(&item.content);
        if (group && group->child->keeps_owners) {
            collect(*group->child, transform * group->transform, out);
        } else {
            out.push_back({item.owner, moved_by(box, transform), &item});
        }
    }
}

}  // namespace

text::Shaper& shaper() {
    static const DiskEnv env;  // fonts are read when first used
    static const text::FontLibrary fonts = [] {
        Diagnostics diagnostics;
        auto library = text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, diagnostics);
        if (!library) throw std::runtime_error("the shipped fonts do not load");
        return std::move(*library);
    }();
    static text::Shaper shaper(fonts);
    return shaper;
}

std::vector<Found> leaves(const frame::Frame& page) {
    std::vector<Found> out;
    collect(page, {}, out);
    return out;
}

Layout::Layout() {
    spec.masters.emplace_back();
    page_of(pt(400), pt(600));
}

void Layout::page_of(Length width, Length height) {
    master().size = {width + pt(40), height + pt(40)};
    master().regions = {{"main", {pt(20), pt(20), width, height}}};
}

NodeId Layout::text(NodeId block, const std::string& words, bool strong) {
    return document.add(block, doc::Text{words, strong});
}

NodeId Layout::paragraph(NodeId parent, const std::string& words) {
    const NodeId id = document.add(parent, doc::Paragraph{});
    text(id, words);
    return id;
}

NodeId Layout::heading(NodeId parent, const std::string& words, int level) {
    const NodeId id = document.add(parent, doc::Heading{level});
    text(id, words);
    return id;
}

NodeId Layout::group(NodeId parent) {
    return document.add(parent, doc::Group{});
}

NodeId Layout::list(NodeId parent, doc::List::Marker marker, const std::vector<std::string>& items) {
    const NodeId id = document.add(parent, doc::List{marker});
    for (const std::string& words : items) paragraph(document.add(id, doc::ListItem{}), words);
    return id;
}

NodeId Layout::cell(NodeId row, const std::string& words) {
    const NodeId id = document.add(row, doc::TableCell{});
    paragraph(id, words);
    return id;
}

NodeId Layout::lines(NodeId parent, int count, const std::string& word) {
    std::string words;
    for (int i = 0; i < count; ++i) words += (i ? "\n" : "") + word + std::to_string(i + 1);
    return paragraph(parent, words);
}

NodeId Layout::figure(NodeId parent, Size size) {
    auto drawing = std::make_shared<frame::Frame>();
    drawing->size = size;
    drawing->keeps_owners = false;
    doc::Figure kind;
    kind.content = std::shared_ptr<const frame::Frame>(drawing);
    kind.size = size;
    return document.add(parent, kind);
}

void Layout::place() {
    diagnostics = {};
    placed = layout::place(document, spec, shaper(), diagnostics);
}

bool Layout::is_within(NodeId node, NodeId block) const {
    while (node != block && document[node].parent != node) node = document[node].parent;
    return node == block;
}

std::vector<Found> Layout::runs_of(NodeId block) const {
    std::vector<Found> out;
    for (const frame::Frame& page : placed.pages) {
        for (const Found& found : leaves(page)) {
            const auto* id = std::get_if<NodeId>(&found.owner);
            if (id && found.run() && is_within(*id, block)) out.push_back(found);
        }
    }
    return out;
}

Found Layout::first_run(NodeId block) const {
    const auto runs = runs_of(block);
    if (runs.empty()) throw std::runtime_error("the block was not placed");
    return runs.front();
}

int Layout::page_with(NodeId block) const {
    for (std::size_t page = 0; page < placed.pages.size(); ++page) {
        for (const Found& found : on(page)) {
            const auto* id = std::get_if<NodeId>(&found.owner);
            if (id && is_within(*id, block)) return static_cast<int>(page);
        }
    }
    return -1;
}

std::vector<Found> Layout::shapes_of(Color fill) const {
    std::vector<Found> out;
    for (const frame::Frame& page : placed.pages) {
        for (const Found& found : leaves(page))
            if (found.shape() && found.shape()->fill == fill) out.push_back(found);
    }
    return out;
}

std::vector<std::string> Layout::words_on(std::size_t page) const {
    std::vector<std::string> lines;
    Length y = pt(-1000);
    for (const Found& found : on(page)) {
        if (!found.run() || found.is_artifact()) continue;
        if (found.box.bottom() != y) lines.emplace_back();
        y = found.box.bottom();
        lines.back() += found.run()->text;
    }
    for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
    return lines;
}

std::string Layout::codes() const {
    std::string out;
    for (const Diagnostic& d : diagnostics.items()) out += (out.empty() ? "" : " ") + d.code;
    return out;
}

}  // namespace sayso::layout_test

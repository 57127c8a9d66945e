#include "pptx/from_tree.h"

#include <algorithm>

#include <fmt/format.h>

namespace sayso::pptx {
namespace {

/// What a page's number stands for in running matter.
bool counts_pages(const std::string& text) {
    return text.find("{page") != std::string::npos;
}

std::optional<chart::Plot> plot_of(const doc::Figure& figure) {
    const auto* chart = std::get_if<std::shared_ptr<const chart::Chart>>(&figure.model);
    return chart == nullptr ? std::nullopt : chart::plot_of(**chart);
}

class DeckBuilder {
  public:
    DeckBuilder(const doc::Document& document, const doc::PageSpec& pages, const doc::Placed& placed)
        : document_(document), pages_(pages), placed_(placed) {}

    Deck build() {
        deck_.title = document_.title;
        deck_.author = document_.author;
        deck_.subject = document_.subject;
        deck_.keywords = document_.keywords;
        deck_.lang = document_.lang;
        deck_.palette = document_.palette;
        deck_.rtl = document_.rtl();
        deck_.size = pages_.masters.front().size;
        for (const doc::PageMaster& master : pages_.masters) deck_.layouts.push_back(layout_of(master));
        for (const NodeId line : foot_of(pages_.masters.back()))
            deck_.foot += (deck_.foot.empty() ? "" : "  ·  ") + document_.text_of(line);
        for (const NodeId id : document_[doc::Document::root].children)
            if (const auto* slide = document_.get<doc::Slide>(id)) add(id, *slide);
        return std::move(deck_);
    }

  private:
    Layout layout_of(const doc::PageMaster& master) const {
        Layout out;
        out.name = master.name;
        out.bands = master.decorations;
        if (deck_.rtl)
            for (doc::Decoration& band : out.bands) band.box.x = master.size.width - band.box.right();
        out.foot_box = master.footer_box;
        for (const NodeId line : foot_lines(master)) {
            const Level look = level_of(document_[line], doc::List::Marker::none);
            if (counts_pages(document_.text_of(line)))
                out.count_look = look;
            else
                out.foot_look = look;
        }
        for (const doc::Region& region : master.regions) {
            if (region.name == "part") continue;  // the words "2 of 2", which titles say here
            Rect box = region.box;
            if (deck_.rtl) box.x = master.size.width - box.right();
            out.regions.push_back({region.name, box});
        }
        return out;
    }

    std::vector<NodeId> foot_lines(const doc::PageMaster& master) const {
        std::vector<NodeId> lines;
        if (master.footer) collect_lines(*master.footer, lines);
        return lines;
    }

    /// The words at a master's foot, its number aside.
    std::vector<NodeId> foot_of(const doc::PageMaster& master) const {
        std::vector<NodeId> lines = foot_lines(master);
        std::erase_if(lines, [&](NodeId line) { return counts_pages(document_.text_of(line)); });
        return lines;
    }

    void collect_lines(NodeId id, std::vector<NodeId>& lines) const {
        if (document_.get<doc::Paragraph>(id)) return lines.push_back(id);
        for (const NodeId child : document_[id].children) collect_lines(child, lines);
    }

    // Slides
    // --------------------------------------------------------------------------------------------
    void add(NodeId id, const doc::Slide& slide) {
        const auto found = std::find_if(deck_.layouts.begin(), deck_.layouts.end(),
                                        [&](const Layout& one) { return one.name == slide.layout; });
        if (found == deck_.layouts.end()) return;  // reported by layout
        found->used = true;
        layout_ = &*found;
        const auto pieces = doc::boxes_of(placed_, id);
        const std::size_t first = pieces.empty() ? 0 : pieces.front().page;
        const std::size_t parts = pieces.empty() ? 1 : pieces.back().page - first + 1;
        if (!slide.section.empty()) section_ = slide.section;
        for (std::size_t part = 0; part < parts; ++part) {
            page_ = first + part;
            out_ = Slide{static_cast<std::size_t>(found - deck_.layouts.begin()),
                         section_,
                         {},
                         {},
                         {},
                         document_[id].source};
            for (const NodeId child : document_[id].children) block(child, region_of(child), {});
            if (part > 0) repeat_title(parts, part);
            if (part == 0 && parts > 1) add_part(parts, part);
            if (part == 0) out_.notes = notes_of(id, slide);
            deck_.slides.push_back(std::move(out_));
        }
    }

    std::vector<std::string> notes_of(NodeId id, const doc::Slide& slide) const {
        std::vector<NodeId> lines;
        if (slide.notes) collect_lines(*slide.notes, lines);
        for (const NodeId child : document_[id].children)
            if (document_[child].box.region == doc::notes_region) collect_lines(child, lines);
        std::vector<std::string> out;
        for (const NodeId line : lines) out.push_back(document_.text_of(line));
        return out;
    }

    /// Slides that go on keep their title; two of one title would not be told apart.
    void repeat_title(std::size_t parts, std::size_t part) {
        for (const Shape& shape : deck_.slides.back().shapes) {
            const auto* words = std::get_if<Words>(&shape);
            if (words == nullptr || !words->is_title) continue;
            Words title = *words;
            title.paragraphs.back().runs.pop_back();  // of the part before
            out_.shapes.insert(out_.shapes.begin(), std::move(title));
            add_part(parts, part);
            return;
        }
    }
    void add_part(std::size_t parts, std::size_t part) {
        for (Shape& shape : out_.shapes) {
            auto* words = std::get_if<Words>(&shape);
            if (words == nullptr || !words->is_title) continue;
            words->paragraphs.back().runs.push_back(
                {fmt::format(" ({}/{})", part + 1, parts), document_.lang, {}, false});
        }
    }

    std::optional<std::size_t> region_of(NodeId id) const {
        const std::string& asked = document_[id].box.region;
        const std::string name = asked.empty() ? "main" : asked;
        for (std::size_t i = 0; i < layout_->regions.size(); ++i)
            if (layout_->regions[i].name == name) return i;
        return std::nullopt;
    }

    /// True when a block stands on the page that is being made.
    bool is_here(NodeId id) const {
        const auto pieces = doc::boxes_of(placed_, id);
        return !pieces.empty() && pieces.front().page == page_;
    }

    std::size_t first_here(const doc::Node& list) const {
        for (std::size_t i = 0; i < list.children.size(); ++i)
            if (is_here(list.children[i])) return i + 1;
        return 1;
    }

    struct Within {
        doc::List::Marker marker = doc::List::Marker::none;
        const doc::Node* item = nullptr;  // of a list
        std::optional<Rect> box{};        // of words that have a place of their own
        std::size_t counts_from = 1;      // of the list's items, the first on this slide
    };

    void block(NodeId id, std::optional<std::size_t> region, Within list) {
        if (!region) return;
        const doc::Node& node = document_[id];
        if (document_.get<doc::Heading>(id) || document_.get<doc::Paragraph>(id) ||
            document_.get<doc::Caption>(id)) {
            if (is_here(id)) words(id, *region, list);
        } else if (const auto* figure = document_.get<doc::Figure>(id)) {
            if (is_here(id))
                out_.shapes.emplace_back(
                    Figure{figure, doc::boxes_of(placed_, id).front().box, plot_of(*figure)});
            for (const NodeId child : node.children) block(child, region, list);
        } else if (const auto* table = document_.get<doc::Table>(id)) {
            if (is_here(id)) this->table(id, *table);
        } else if (document_.get<doc::List>(id) && node.box.display == doc::Display::grid) {
            cards(id);
        } else {
            if (const auto* kind = document_.get<doc::List>(id)) {
                list.marker = kind->marker;
                list.item = nullptr;
                list.counts_from = first_here(node);
                note_columns(id, *region);
            }
            if (is_here(id)) grounds(id, list);
            if (is_centred(node.box)) layout_->regions[*region].centred = true;
            if (document_.get<doc::ListItem>(id)) list.item = &node;
            for (const NodeId child : node.children) {
                block(child, region, list);
                list.marker = doc::List::Marker::none;  // the first paragraph of an item has its mark
                if (document_.get<doc::List>(id)) list.marker = document_.get<doc::List>(id)->marker;
            }
        }
    }

    static bool is_centred(const doc::BoxStyle& box) {
        return box.min_height && box.vertical_align == doc::BoxStyle::VerticalAlign::middle;
    }

    void note_columns(NodeId list, std::size_t region) {
        const doc::BoxStyle& box = document_[list].box;
        if (box.display != doc::Display::columns) return;
        layout_->regions[region].columns = std::max(layout_->regions[region].columns, box.column_count);
    }

    /// What is painted behind words that stand in a box, and their own place in it.
    void grounds(NodeId id, Within& within) {
        const doc::BoxStyle& box = document_[id].box;
        Rect place = doc::boxes_of(placed_, id).front().box;
        if (box.fill) out_.shapes.emplace_back(Ground{place, *box.fill, box.radius});
        if (box.border_start) {
            const Length width = box.border_start->width;
            const Length x = deck_.rtl ? place.right() - width : place.x;
            out_.shapes.emplace_back(Ground{{x, place.y, width, place.height}, box.border_start->color, {}});
        }
        if (box.padding.left == Length{}) return;
        place.x += box.padding.left;
        place.width -= box.padding.left + box.padding.right;
        within.box = place;
    }

    /// Each card is a placeholder: it can be typed into, and moved.
    void cards(NodeId list) {
        std::size_t number = 0;
        for (const NodeId item : document_[list].children) {
            ++number;
            if (!is_here(item)) continue;
            const Rect box = doc::boxes_of(placed_, item).front().box;
            const std::size_t region = card_region(fmt::format("card {}", number), box, document_[item].box);
            Within within;
            if (layout_->regions[region].box != box) within.box = box;
            for (const NodeId child : document_[item].children) block(child, region, within);
        }
    }

    std::size_t card_region(const std::string& name, const Rect& box, const doc::BoxStyle& looks) {
        for (std::size_t i = 0; i < layout_->regions.size(); ++i)
            if (layout_->regions[i].name == name) return i;
        layout_->regions.push_back(
            {name, box, {}, 1, is_centred(looks), looks.fill, looks.radius, looks.padding});
        return layout_->regions.size() - 1;
    }

    // Words
    // --------------------------------------------------------------------------------------------
    Level level_of(const doc::Node& node, doc::List::Marker marker) const {
        return {node.text.size,  node.text.leading,      node.box.margin.bottom, node.text.weight,
                node.text.color, node.text.marker_color, node.text.align,        marker};
    }

    /// The level of that look in the region; the nearest one where it has nine already.
    static std::size_t level_in(std::vector<Level>& levels, const Level& wanted) {
        const auto found = std::find(levels.begin(), levels.end(), wanted);
        if (found != levels.end()) return static_cast<std::size_t>(found - levels.begin());
        if (levels.size() < Region::most_levels) {
            levels.push_back(wanted);
            return levels.size() - 1;
        }
        const auto nearest =
            std::min_element(levels.begin(), levels.end(), [&](const Level& a, const Level& b) {
                return abs(a.size - wanted.size) < abs(b.size - wanted.size);
            });
        return static_cast<std::size_t>(nearest - levels.begin());
    }

    void words(NodeId id, std::size_t region, const Within& list) {
        const doc::Node& node = document_[id];
        Level level = level_of(node, list.marker);
        if (list.marker == doc::List::Marker::none) level.mark_color = {};
        if (list.item != nullptr) level.after = max(level.after, list.item->box.margin.bottom);
        const bool is_title = layout_->regions[region].name == "title";
        Paragraph paragraph{level_in(layout_->regions[region].levels, level), runs_of(id)};
        if (list.marker == doc::List::Marker::number) paragraph.counts_from = list.counts_from;
        if (is_title) out_.title += (out_.title.empty() ? "" : " ") + document_.text_of(id);
        for (Shape& shape : out_.shapes) {
            auto* known = std::get_if<Words>(&shape);
            if (known == nullptr || known->region != region) continue;
            known->paragraphs.push_back(std::move(paragraph));
            return;
        }
        out_.shapes.emplace_back(Words{region, {std::move(paragraph)}, is_title, list.box});
    }

    std::vector<Run> runs_of(NodeId id) const {
        std::vector<Run> out;
        collect_runs(id, {}, out);
        return out;
    }
    void collect_runs(NodeId id, const std::string& address, std::vector<Run>& out) const {
        if (const auto* text = document_.get<doc::Text>(id)) {
            out.push_back({text->text, document_.lang_of(id), address, text->strong});
            return;
        }
        std::string leads_to = address;
        if (const auto* link = document_.get<doc::Link>(id))
            if (const auto* url = std::get_if<std::string>(&link->target)) leads_to = *url;
        for (const NodeId child : document_[id].children) collect_runs(child, leads_to, out);
    }

    void table(NodeId id, const doc::Table& kind) {
        Table out{doc::boxes_of(placed_, id).front().box, kind.widths, {}, {}};
        for (const NodeId row : document_[id].children) {
            if (!document_.get<doc::TableRow>(row)) continue;
            out.rows.emplace_back();
            for (const NodeId cell : document_[row].children) {
                std::vector<NodeId> lines;
                collect_lines(cell, lines);
                std::vector<Paragraph>& paragraphs = out.rows.back().emplace_back();
                for (const NodeId line : lines) {
                    const Level level = level_of(document_[line], doc::List::Marker::none);
                    paragraphs.push_back({level_in(out.levels, level), runs_of(line), 1});
                }
            }
        }
        if (!out.rows.empty()) out_.shapes.emplace_back(std::move(out));
    }

    const doc::Document& document_;
    const doc::PageSpec& pages_;
    const doc::Placed& placed_;
    Deck deck_;
    Layout* layout_ = nullptr;
    Slide out_;
    std::size_t page_ = 0;
    std::string section_;
};

}  // namespace

Deck deck_from(const doc::Document& document, const doc::PageSpec& pages, const doc::Placed& placed) {
    Deck deck = DeckBuilder(document, pages, placed).build();
    for (std::uint32_t i = 0; i < document.size() && deck.family.empty(); ++i)
        if (document.get<doc::Heading>(NodeId{i})) deck.family = document[NodeId{i}].text.family;
    return deck;
}

}  // namespace sayso::pptx

#include "docx/from_tree.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "doc/isolates.h"
#include "docx/style_book.h"

namespace sayso::docx {
namespace {

constexpr std::size_t longest_blank = 60;  // bytes: a sentence in brackets is no blank
constexpr std::size_t longest_whole = 8;   // blocks
constexpr int deepest_level = 2;           // of the three that numbering_part describes
constexpr std::string_view note_role = "source-note";

/// The list that a paragraph belongs to, while the tree is walked.
struct InList {
    std::size_t list = 0;
    int level = 0;
    doc::List::Marker marker = doc::List::Marker::none;
    bool numbered = false;  // its item's first paragraph has had the number
};

class Walker {
  public:
    Walker(const doc::Document& document, const doc::PageSpec& pages)
        : document_(document), pages_(pages), styles_(body_look()) {}

    Text text() {
        fill_head();
        find_targets(doc::Document::root);
        text_.blocks = blocks_of(doc::Document::root, {});
        fill_footer();
        text_.styles = styles_.take();
        return std::move(text_);
    }

  private:
    using Blocks = std::vector<Block>;

    /// Running text: the first paragraph of the standard role, else the first of all.
    Look body_look() const {
        const doc::Node* first = nullptr;
        for (std::uint32_t i = 0; i < document_.size(); ++i) {
            const doc::Node& node = document_[NodeId{i}];
            if (!std::holds_alternative<doc::Paragraph>(node.kind)) continue;
            if (!first) first = &node;
            if (node.role == "text") {
                first = &node;
                break;
            }
        }
        Look look = first ? look_of(*first, {}) : Look{};
        look.before = {};
        look.fill.reset();
        look.above.reset();
        look.keep_with_next = look.keep_together = false;
        return look;
    }

    void fill_head() {
        text_.title = document_.title;
        text_.lang = document_.lang;
        text_.author = document_.author;
        text_.subject = document_.subject;
        text_.keywords = document_.keywords;
        text_.rtl = document_.rtl();
        text_.palette = document_.palette;
        const doc::PageMaster& paper = pages_.masters.back();
        const Rect main = paper.regions.empty() ? Rect{{}, {}, paper.size.width, paper.size.height}
                                                : paper.regions.front().box;
        text_.page = paper.size;
        text_.margin = {main.y, paper.size.width - main.right(), paper.size.height - main.bottom(), main.x};
        text_.footer_distance = max(paper.size.height - paper.footer_box.bottom(), pt(20));
        for (std::uint32_t i = 0; i < document_.size() && text_.family.empty(); ++i)
            if (std::holds_alternative<doc::Paragraph>(document_[NodeId{i}].kind))
                text_.family = document_[NodeId{i}].text.family;
    }

    void find_targets(NodeId id) {
        if (const auto* link = document_.get<doc::Link>(id))
            if (const auto* target = std::get_if<NodeId>(&link->target); target && !is_note(*target))
                targets_.insert(*target);
        for (const NodeId child : document_[id].children) find_targets(child);
    }

    std::string bookmark_of(NodeId id) const {
        return targets_.contains(id) ? "_s" + std::to_string(id.value) : std::string();
    }

    Blocks blocks_of(NodeId id, const Surround& around, InList* list = nullptr) {
        Blocks out;
        Surround here = around;
        const std::vector<NodeId>& children = document_[id].children;
        for (const NodeId child : children) {
            here.after = child == children.back() ? around.after : Length{};
            Blocks more = block(child, here, list);
            if (!more.empty()) {
                // What opens a box stands over its first paragraph alone.
                here.before = {};
                here.above.reset();
            }
            std::ranges::move(more, std::back_inserter(out));
        }
        return out;
    }

    Blocks block(NodeId id, const Surround& around, InList* list) {
        const doc::Node& node = document_[id];
        return std::visit(
            [&](const auto& kind) -> Blocks { return this->block(kind, id, node, around, list); }, node.kind);
    }

    /// What is to stay whole stays on one page in Word, unless it is too long to be worth it.
    static Blocks kept(Blocks blocks, const doc::BoxStyle& box) {
        if (!box.keep_together || blocks.size() > longest_whole) return blocks;
        for (std::size_t i = 0; i + 1 < blocks.size(); ++i)
            if (auto* paragraph = std::get_if<Paragraph>(&blocks[i])) paragraph->keep_with_next = true;
        return blocks;
    }

    // One for each kind; what holds blocks adds its box.
    Blocks grouped(NodeId id, const doc::Node& node, const Surround& around, InList* list) {
        return kept(blocks_of(id, within(around, node.box), list), node.box);
    }
    Blocks block(const doc::Root&, NodeId id, const doc::Node& node, const Surround& around, InList* list) {
        return grouped(id, node, around, list);
    }
    Blocks block(const doc::Section&, NodeId id, const doc::Node& node, const Surround& around,
                 InList* list) {
        return grouped(id, node, around, list);
    }
    Blocks block(const doc::Slide&, NodeId id, const doc::Node& node, const Surround& around, InList* list) {
        return grouped(id, node, around, list);
    }
    Blocks block(const doc::Group&, NodeId id, const doc::Node& node, const Surround& around, InList* list) {
        return grouped(id, node, around, list);
    }
    Blocks block(const doc::Quote&, NodeId id, const doc::Node& node, const Surround& around, InList* list) {
        const bool outer = std::exchange(in_quote_, true);
        Blocks out = blocks_of(id, within(around, node.box), list);
        in_quote_ = outer;
        return out;
    }
    Blocks block(const doc::Heading& heading, NodeId id, const doc::Node& node, const Surround& around,
                 InList*) {
        const std::array<BuiltIn, 4> kinds{BuiltIn::title, BuiltIn::heading1, BuiltIn::heading2,
                                           BuiltIn::heading3};
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 4) - 1);
        return {paragraph(id, kinds[level], node, around, nullptr)};
    }
    Blocks block(const doc::Paragraph&, NodeId id, const doc::Node& node, const Surround& around,
                 InList* list) {
        return {paragraph(id, kind_here(list), node, around, list)};
    }
    Blocks block(const doc::Caption&, NodeId id, const doc::Node& node, const Surround& around, InList*) {
        return {paragraph(id, BuiltIn::caption, node, around, nullptr)};
    }
    Blocks block(const doc::List& list, NodeId id, const doc::Node& node, const Surround& around,
                 InList* outer) {
        InList inner{text_.lists.size(), outer ? std::min(outer->level + 1, deepest_level) : 0, list.marker,
                     false};
        if (list.marker != doc::List::Marker::none)
            text_.lists.push_back(list.marker == doc::List::Marker::number ? Marker::number : Marker::bullet);
        return blocks_of(id, within(around, node.box), &inner);
    }
    Blocks block(const doc::ListItem&, NodeId id, const doc::Node& node, const Surround& around,
                 InList* list) {
        if (list) list->numbered = list->marker == doc::List::Marker::none;
        return kept(blocks_of(id, within(around, node.box), list), node.box);
    }
    Blocks block(const doc::Table& table, NodeId, const doc::Node& node, const Surround& around, InList*) {
        Blocks out;
        Table made;
        made.rtl = text_.rtl;
        double sum = 0;
        for (const double width : table.widths) sum += width;
        const Length room =
            text_.page.width - text_.margin.across() - around.indent_start - around.indent_end;
        for (const double width : table.widths) made.columns.push_back(room * (width / sum));
        for (const NodeId child : node.children) {
            if (document_.get<doc::Caption>(child))
                std::ranges::move(block(child, around, nullptr), std::back_inserter(out));
            else
                made.rows.push_back(row(child, static_cast<int>(made.rows.size()) < table.header_rows));
        }
        if (!made.rows.empty()) out.emplace_back(std::move(made));
        return out;
    }
    Blocks block(const doc::Figure& figure, NodeId, const doc::Node& node, const Surround& around, InList*) {
        Blocks out;
        if (!figure.decorative) {
            const Length room = text_.page.width - text_.margin.across();
            const Length high = text_.page.height - text_.margin.down();
            const double shrink = std::min({1.0, room / figure.size.width, high * 0.9 / figure.size.height});
            Look look = look_of(node, around);
            look.leading = look.size * 1.5;
            look.align = doc::Align::start;
            look.keep_with_next = has_caption(node);
            out.emplace_back(Picture{figure.content,
                                     {figure.size.width * shrink, figure.size.height * shrink},
                                     figure.alt,
                                     styles_.style_for(BuiltIn::normal, "figure", look),
                                     node.source});
        }
        // What else it holds is described: in a flow of words a picture is one thing.
        for (const NodeId child : node.children)
            if (document_.get<doc::Caption>(child))
                std::ranges::move(block(child, around, nullptr), std::back_inserter(out));
        return out;
    }
    bool has_caption(const doc::Node& node) const {
        return std::ranges::any_of(
            node.children, [&](NodeId child) { return document_.get<doc::Caption>(child) != nullptr; });
    }
    // Rows and cells are walked by their tables, inline kinds by their paragraphs.
    Blocks block(const doc::TableRow&, NodeId, const doc::Node&, const Surround&, InList*) { return {}; }
    Blocks block(const doc::TableCell&, NodeId, const doc::Node&, const Surround&, InList*) { return {}; }
    Blocks block(const doc::Text&, NodeId, const doc::Node&, const Surround&, InList*) { return {}; }
    Blocks block(const doc::Link&, NodeId, const doc::Node&, const Surround&, InList*) { return {}; }

    Row row(NodeId id, bool header) {
        Row out;
        out.header = header;
        const bool outer = std::exchange(in_table_, true);
        for (const NodeId child : document_[id].children) {
            Cell cell{blocks_of(child, {})};
            if (cell.blocks.empty() || !std::holds_alternative<Paragraph>(cell.blocks.back()))
                cell.blocks.emplace_back(Paragraph{"TableText", {}, {}, {}, false, text_.rtl});
            out.cells.push_back(std::move(cell));
        }
        in_table_ = outer;
        return out;
    }

    BuiltIn kind_here(const InList* list) const {
        if (list && list->marker == doc::List::Marker::number) return BuiltIn::number;
        if (list && list->marker == doc::List::Marker::bullet) return BuiltIn::bullet;
        if (in_quote_) return BuiltIn::quote;
        return in_table_ ? BuiltIn::table_text : BuiltIn::normal;
    }

    Paragraph paragraph(NodeId id, BuiltIn kind, const doc::Node& node, const Surround& around,
                        InList* list) {
        Paragraph out;
        Look look = look_of(node, around);
        // Columns stand one under another here: what ended its row begins its line.
        if (!in_footer_ && look.align == doc::Align::end) look.align = doc::Align::start;
        out.style = styles_.style_for(kind, node.role, look);
        if (list && !list->numbered) out.number = Numbered{list->list, list->level};
        if (list) list->numbered = true;
        out.rtl = doc::is_rtl_language(document_.lang_of(id));
        out.bookmark = bookmark_of(id);
        for (const NodeId child : node.children) {
            Stretch next = stretch(child);
            if (!out.stretches.empty() && !next.inlines.empty() &&
                std::holds_alternative<NoteMark>(next.inlines.front()))
                close_up(out.stretches.back());
            out.stretches.push_back(std::move(next));
        }
        return out;
    }

    /// A raised mark stands close to the word before it.
    static void close_up(Stretch& before) {
        auto* words = before.inlines.empty() ? nullptr : std::get_if<Words>(&before.inlines.back());
        while (words && words->text.ends_with(' ')) words->text.pop_back();
    }

    std::string apart(const doc::Text& text) const { return doc::with_isolates(text, text_.rtl); }

    Stretch stretch(NodeId id) {
        Stretch out;
        const doc::Node& node = document_[id];
        if (const auto* words = std::get_if<doc::Text>(&node.kind)) {
            out.inlines = with_blanks({apart(*words), words->strong, document_.lang_of(id)});
        } else if (const auto* link = std::get_if<doc::Link>(&node.kind)) {
            const auto* inside = std::get_if<NodeId>(&link->target);
            if (inside && is_note(*inside)) return note(*inside);
            for (const NodeId child : node.children)
                if (const auto* text = document_.get<doc::Text>(child))
                    out.inlines.emplace_back(Words{apart(*text), text->strong, document_.lang_of(child)});
            if (inside)
                out.bookmark = bookmark_of(*inside);
            else
                out.address = std::get<std::string>(link->target);
        }
        return out;
    }

    bool is_note(NodeId id) const { return document_[id].role == note_role; }

    /// A source that the words name stands at the foot of its page as well, once.
    Stretch note(NodeId id) {
        const auto [known, is_new] = noted_.emplace(id, text_.notes.size());
        if (!is_new) return {{NoteMark{known->second, true}}, {}, {}};
        Stretch words;
        words.inlines.emplace_back(Words{document_.text_of(id), false, document_.lang_of(id)});
        text_.notes.push_back({std::move(words)});
        return {{NoteMark{text_.notes.size() - 1}}, {}, {}};
    }

    void fill_footer() {
        const std::optional<NodeId> footer = pages_.masters.back().footer;
        if (!footer) return;
        in_footer_ = true;
        for (Block& made : blocks_of(*footer, {}))
            if (auto* paragraph = std::get_if<Paragraph>(&made)) {
                for (Stretch& stretch : paragraph->stretches) number_pages(stretch);
                text_.footer.push_back(std::move(*paragraph));
            }
    }

    /// "{page} of {pages}" becomes numbers that Word works out.
    static void number_pages(Stretch& stretch) {
        std::vector<Inline> out;
        for (const Inline& one : stretch.inlines) {
            const auto* words = std::get_if<Words>(&one);
            if (!words) {
                out.push_back(one);
                continue;
            }
            std::string_view rest = words->text;
            while (!rest.empty()) {
                const std::size_t at = std::min(rest.find("{page}"), rest.find("{pages}"));
                const std::string_view before = rest.substr(0, at);
                if (!before.empty()) out.emplace_back(Words{std::string(before), words->strong, words->lang});
                if (at == rest.npos) break;
                const bool all = rest.substr(at).starts_with("{pages}");
                out.emplace_back(PageNumber{all, words->lang});
                rest.remove_prefix(at + (all ? 7 : 6));
            }
        }
        stretch.inlines = std::move(out);
    }

    const doc::Document& document_;
    const doc::PageSpec& pages_;
    Text text_;
    StyleBook styles_;
    std::set<NodeId> targets_;
    std::map<NodeId, std::size_t> noted_;  // of Text::notes
    bool in_quote_ = false, in_table_ = false, in_footer_ = false;
};

}  // namespace

std::vector<Inline> with_blanks(const Words& words) {
    std::vector<Inline> out;
    std::string_view rest = words.text;
    std::size_t from = 0;
    while (true) {
        const std::size_t open = rest.find('[', from);
        const std::size_t close = open == rest.npos ? open : rest.find_first_of("[]\n", open + 1);
        if (close == rest.npos) break;
        const std::size_t length = close - open + 1;
        if (rest[close] != ']' || length < 3 || length > longest_blank) {
            from = open + 1;
            continue;
        }
        if (open > 0) out.emplace_back(Words{std::string(rest.substr(0, open)), words.strong, words.lang});
        out.emplace_back(Blank{std::string(rest.substr(open, length)), words.strong, words.lang});
        rest.remove_prefix(close + 1);
        from = 0;
    }
    if (!rest.empty()) out.emplace_back(Words{std::string(rest), words.strong, words.lang});
    return out;
}

Text text_from(const doc::Document& document, const doc::PageSpec& pages) {
    return Walker(document, pages).text();
}

}  // namespace sayso::docx

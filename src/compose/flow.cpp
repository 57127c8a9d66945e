#include "compose/flow.h"

#include <algorithm>
#include <concepts>
#include <utility>

#include <fmt/format.h>

#include "compose/link.h"
#include "env/limits.h"

namespace sayso::compose {

using model::Words;
namespace block = model::block;

namespace {

/// What gives its own blocks to the flow around it, or no node at all.
template <class Kind>
constexpr bool is_transparent =
    std::same_as<Kind, block::For> || std::same_as<Kind, block::When> || std::same_as<Kind, block::Part>;

/// UTF-8: letters beyond ASCII lead with C3 and above; E2 leads general punctuation.
bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char one) {
        const auto c = static_cast<unsigned char>(one);
        return (c >= 0xC3 && c != 0xE2) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    });
}

/// False for values, spaces and punctuation, which are in no language: they go with the words before them.
bool speaks(const Inline& piece) {
    return piece.isolate == Isolate::none && has_words(piece.text);
}

/// The words of `piece` for a leaf behind `before`. Spaces between two languages go to the first: before
/// words that run the other way they would stand at the far end of those.
std::string_view without_spaces_for(doc::Text& before, const Inline& piece) {
    std::string_view words = piece.text;
    if (before.isolate != Isolate::none || !speaks(piece)) return words;
    const std::size_t spaces = std::min(words.find_first_not_of(' '), words.size());
    before.text += words.substr(0, spaces);
    return words.substr(spaces);
}

}  // namespace

FlowWriter::FlowWriter(const Request& request, const StyleSheet& styles, Scope scope, doc::Document& document,
                       Diagnostics& diagnostics)
    : request_(request),
      styles_(styles),
      scope_(std::move(scope)),
      document_(document),
      diagnostics_(diagnostics) {}

void FlowWriter::write(const model::Flow& flow, NodeId parent) {
    // A heading in a box has nothing to do with what stands outside it.
    const OpenHeadings outside = std::exchange(open_, {});
    write_blocks(flow, parent);
    open_ = outside;
}

void FlowWriter::write_blocks(const model::Flow& flow, NodeId parent) {
    const NodeId first{static_cast<std::uint32_t>(document_.size())};
    for (const model::Block& one : flow) {
        if (document_.size() > limits::document_nodes) {
            diagnostics_.error("document-too-large", one.span, "the document has too many parts",
                               "make several smaller documents of it");
            return;
        }
        const std::size_t before = document_.size();
        std::visit(
            [&]<class Kind>(const Kind& kind) {
                block(kind, parent);
                if (std::same_as<Kind, block::Heading> || std::same_as<Kind, block::PageBreak>) return;
                if (document_.size() <= before) {
                    open_.leave_empty();
                } else if (!is_transparent<Kind>) {
                    open_.fill();
                }
            },
            one.kind);
    }
    if (const auto empty = open_.take_empty(0, first)) take_back(*empty);
}

NodeId FlowWriter::running(const model::Flow& flow) {
    const NodeId root = document_.add_detached(doc::Group{}, flow.front().span);
    write(flow, root);
    return root;
}

/// The breaks of a folded sheet are its panels: loose pages of large print run on.
void FlowWriter::block(const block::PageBreak& block, NodeId) {
    if (block.begins == model::Break::page || styles_.edition() == Edition::standard) break_next_ = true;
}

void FlowWriter::take_back(NodeId node) {
    break_next_ = break_next_ || document_[node].box.page_break_before;
    document_.take_back(node);
}

void FlowWriter::drop_if_empty(NodeId node) {
    if (document_[node].children.empty()) take_back(node);
}

Styled FlowWriter::style(const block::Seen& block, std::string_view standard) {
    return block.style ? styles_.get(*block.style, diagnostics_) : look_of(standard);
}

std::string FlowWriter::joined_text(const std::optional<Words>& text) {
    return text ? joined(interpolate(*text, scope_, diagnostics_)) : std::string();
}

NodeId FlowWriter::add(const block::Seen& block, NodeId parent, doc::Kind kind, std::string_view standard) {
    const NodeId id = add(parent, std::move(kind), style(block, standard), block.span);
    if (block.region) document_[id].box.region = block.region->text;
    return id;
}

NodeId FlowWriter::add(NodeId parent, doc::Kind kind, const Styled& style, Span source) {
    const NodeId id = document_.add(parent, std::move(kind), source);
    doc::Node& node = document_[id];
    node.role = style.role;
    node.box = style.look->box;
    node.text = style.look->text;
    node.box.page_break_before = std::exchange(break_next_, false);
    return id;
}

/// "#name" leads to a note, which may be written later.
NodeId FlowWriter::add_link(NodeId block, const Inline& piece) {
    if (piece.url.starts_with('#')) {
        const NodeId link = document_.add(block, doc::Link{NodeId{}, {}}, piece.span);
        unled_.emplace_back(link, piece.url.substr(1));
        return link;
    }
    const auto target = checked_link(piece.url, piece.span, diagnostics_);
    return document_.add(block, doc::Link{target.value_or(piece.url), {}}, piece.span);
}

void FlowWriter::words(NodeId block, const std::vector<Inline>& inlines) {
    // Where nothing runs from right to left, isolates would only cut the words into more pieces.
    const bool mixed = document_.rtl() || std::ranges::any_of(inlines, [](const Inline& piece) {
                           return may_hold_rtl(piece.text);
                       });
    const auto first = std::ranges::find_if(inlines, speaks);
    std::string lang = first == inlines.end() ? std::string() : first->lang;
    std::vector<NodeId> leaves;
    NodeId link{};
    const Inline* last = nullptr;
    for (const Inline& piece : inlines) {
        if (speaks(piece)) lang = piece.lang;
        const std::string own = lang == document_.lang ? std::string() : lang;
        const bool same_link = last != nullptr && last->url == piece.url;
        if (!piece.url.empty() && !same_link) {
            link = add_link(block, piece);
        }
        if (!piece.url.empty()) std::get<doc::Link>(document_[link].kind).description += piece.text;
        if (!mixed && same_link && last->strong == piece.strong && document_[leaves.back()].lang == own) {
            std::get<doc::Text>(document_[leaves.back()].kind).text += piece.text;
        } else {
            const Isolate isolate = mixed ? piece.isolate : Isolate::none;
            const bool new_language = !leaves.empty() && document_[leaves.back()].lang != own;
            std::string words(
                new_language ? without_spaces_for(std::get<doc::Text>(document_[leaves.back()].kind), piece)
                             : std::string_view(piece.text));
            leaves.push_back(document_.add(piece.url.empty() ? block : link,
                                           doc::Text{std::move(words), piece.strong, isolate}, piece.span));
            document_[leaves.back()].lang = own;
        }
        last = &piece;
    }
    own_language(block, leaves);
}

/// A block wholly in another language says so itself, which also gives it that language's direction.
void FlowWriter::own_language(NodeId block, const std::vector<NodeId>& leaves) {
    if (leaves.empty() || !document_[block].lang.empty()) return;
    const std::string whole = document_[leaves.front()].lang;
    for (const NodeId leaf : leaves) {
        if (document_[leaf].lang != whole) return;
    }
    document_[block].lang = whole;
    for (const NodeId leaf : leaves) document_[leaf].lang.clear();
}

void FlowWriter::line(NodeId parent, const Words& text, const Styled& style, doc::Kind kind) {
    const std::vector<Inline> inlines = parse_line(interpolate(text, scope_, diagnostics_));
    if (inlines.empty()) return;
    words(add(parent, std::move(kind), style, text.span), inlines);
}

void FlowWriter::caption(NodeId parent, const std::optional<Words>& text) {
    if (text) line(parent, *text, look_of("caption"), doc::Caption{});
}

void FlowWriter::paragraphs(NodeId parent, const Words& text, const Styled& style, const Styled& list_style) {
    NodeId list{};
    TextBlock::Kind open = TextBlock::Kind::paragraph;
    for (const TextBlock& one : parse_blocks(interpolate(text, scope_, diagnostics_))) {
        if (one.kind == TextBlock::Kind::paragraph) {
            words(add(parent, doc::Paragraph{}, style, text.span), one.words);
        } else {
            using Marker = doc::List::Marker;
            const Marker marker = one.kind == TextBlock::Kind::number ? Marker::number : Marker::bullet;
            if (open != one.kind) list = add(parent, doc::List{marker}, list_style, text.span);
            const NodeId item = add(list, doc::ListItem{}, look_of("list-item"), text.span);
            words(add(item, doc::Paragraph{}, look_of("list-text"), text.span), one.words);
        }
        open = one.kind;
    }
}

void FlowWriter::block(const block::Heading& block, NodeId parent) {
    if (const auto empty = open_.take_empty(block.level, NodeId{})) take_back(*empty);
    const std::vector<Inline> inlines = parse_line(interpolate(block.text, scope_, diagnostics_));
    if (inlines.empty()) return;
    const NodeId id = add(block, parent, doc::Heading{block.level}, fmt::format("heading-{}", block.level));
    document_[id].box.keep_with_next = true;
    document_[id].bookmark = joined_text(block.bookmark);
    words(id, inlines);
    open_.add(id, block.level);
}

void FlowWriter::block(const block::Text& block, NodeId parent) {
    const std::size_t before = document_.size();
    paragraphs(parent, block.text, style(block, "text"), look_of("list"));
    if (!block.region) return;
    for (std::size_t i = before; i < document_.size(); ++i) {
        doc::Node& node = document_[NodeId{static_cast<std::uint32_t>(i)}];
        if (node.parent == parent) node.box.region = block.region->text;
    }
}

void FlowWriter::block(const block::Section& block, NodeId parent) {
    const NodeId id = add(block, parent, doc::Section{}, "section");
    write(block.flow, id);
    drop_if_empty(id);
}

/// The title of the first slide is the deck's; what is said to a slide is on it only where notes are printed.
void FlowWriter::block(const block::Slide& block, NodeId parent) {
    doc::Slide slide;
    slide.layout = joined(interpolate(block.layout, scope_, diagnostics_));
    slide.section = joined_text(block.section);
    const NodeId id = add(block, parent, slide, "slide");
    const int level = std::exchange(has_slides_, true) ? 2 : 1;
    const std::string outer = std::exchange(layout_, slide.layout);
    const std::string own = "title-" + slide.layout;
    const std::string by_level = fmt::format("heading-{}", level);
    const Styled look = styles_.standard(styles_.has(own) ? own : by_level);
    const NodeId title = add(id, doc::Heading{level}, look, block.title.span);
    document_[title].box.region = "title";
    words(title, parse_line(interpolate(block.title, scope_, diagnostics_)));
    write(block.flow, id);
    const bool printed = request_.layout.imposition == model::Imposition::notes;
    if (block.notes) {
        const NodeId notes = printed ? document_.add(id, doc::Group{}, block.notes->span)
                                     : document_.add_detached(doc::Group{}, block.notes->span);
        document_[notes].box.region = doc::notes_region;
        paragraphs(notes, *block.notes, look_of("notes"), look_of("list"));
        if (!printed) std::get<doc::Slide>(document_[id].kind).notes = notes;
    }
    const NodeId part = document_.add_detached(doc::Group{}, block.span);
    line(part, {"{page} / {pages}", block.span, {}}, look_of("part-of"));
    std::get<doc::Slide>(document_[id].kind).continued = part;
    layout_ = outer;
}

void FlowWriter::block(const block::Box& block, NodeId parent) {
    const NodeId id = add(block, parent, doc::Group{block.aside}, "box");
    write(block.flow, id);
    if (!block.flow.empty()) drop_if_empty(id);  // one without blocks is there for its looks
}

void FlowWriter::block(const block::Columns& block, NodeId parent) {
    const NodeId grid = add(block, parent, doc::Group{}, "columns");
    document_[grid].box.display = doc::Display::grid;
    const bool stacked = style(block, "columns").look->stacked;
    const std::size_t empty_size = document_.size() + block.columns.size();
    for (const block::Column& column : block.columns) {
        const Styled style = column.style ? styles_.get(*column.style, diagnostics_) : look_of("column");
        const NodeId cell = add(grid, doc::Group{}, style, column.place);
        document_[cell].box.span = stacked ? 12 : column.span;
        const double outer = share_;
        share_ *= document_[cell].box.span / 12.0;
        write(column.flow, cell);
        share_ = outer;
    }
    if (document_.size() <= empty_size) take_back(grid);
}

void FlowWriter::block(const block::For& block, NodeId parent) {
    Data holder;
    const List* all = items(block.path, holder);
    if (all == nullptr) return;
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push(block.variable.text, one);
        write_blocks(block.flow, parent);
        scope_.pop();
    }
}

void FlowWriter::block(const block::When& block, NodeId parent) {
    if (!block.condition) return;  // reported by the loader
    write_blocks(scope_.holds(*block.condition, diagnostics_) ? block.flow : block.otherwise, parent);
}

void FlowWriter::block(const block::Part& block, NodeId parent) {
    const auto found = request_.layout.parts.find(block.name.text);
    if (found != request_.layout.parts.end())
        write_blocks(found->second, parent);  // unknown parts: reported by the loader
}

const List* FlowWriter::items(const Words& path, Data& holder) {
    if (path.empty()) return nullptr;  // reported by the loader
    const std::optional<Data> data = scope_.find(path.text, path.span, diagnostics_);
    if (!data) return nullptr;
    holder = *data;
    if (holder.list() == nullptr && holder.truthy()) {
        diagnostics_.error("not-a-list", path.span, fmt::format("\"{}\" is not a list", path.text),
                           "name a list, such as audience.outcomes");
    }
    return holder.list();
}

}  // namespace sayso::compose

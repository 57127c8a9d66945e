#include "compose/flow.h"

#include <algorithm>

#include <fmt/format.h>

#include "compose/large_print.h"
#include "compose/link.h"
#include "env/limits.h"

namespace sayso::compose {

using model::Block;
using model::BlockKind;
using model::Words;

namespace {

bool is_picture(const model::Column& column) {
    return column.flow.size() == 1 && column.flow.front().kind == BlockKind::figure;
}

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

}  // namespace

FlowWriter::FlowWriter(const Request& request, const StyleSheet& styles, Scope scope, doc::Document& document,
                       Diagnostics& diagnostics)
    : request_(request),
      styles_(styles),
      scope_(std::move(scope)),
      document_(document),
      diagnostics_(diagnostics) {}

void FlowWriter::write(const std::vector<Block>& flow, NodeId parent) {
    for (const Block& one : flow) {
        if (document_.size() > limits::document_nodes) {
            diagnostics_.error("document-too-large", one.span, "the document has too many parts",
                               "make several smaller documents of it");
            return;
        }
        block(one, parent);
    }
}

NodeId FlowWriter::running(const std::vector<Block>& flow) {
    const NodeId root = document_.add_detached(doc::Group{}, flow.front().span);
    running_ = true;
    write(flow, root);
    running_ = false;
    return root;
}

void FlowWriter::block(const Block& block, NodeId parent) {
    switch (block.kind) {
        case BlockKind::heading:
            return heading(block, parent);
        case BlockKind::text:
            return text(block, parent);
        case BlockKind::list:
            return list(block, parent);
        case BlockKind::outcomes:
            return outcomes(block, parent);
        case BlockKind::table:
            return table(block, parent);
        case BlockKind::columns:
            return columns(block, parent);
        case BlockKind::section:
            return container(block, parent, doc::Section{}, "section");
        case BlockKind::box:
            return container(block, parent, doc::Group{}, "box");
        case BlockKind::quote:
            return quote(block, parent);
        case BlockKind::key_figure:
            return key_figure(block, parent);
        case BlockKind::figure:
            return figure(block, parent);
        case BlockKind::asks:
            return asks(block, parent);
        case BlockKind::contact:
            return contact(block, parent);
        case BlockKind::contents:
            return contents(block, parent);
        case BlockKind::loop_for:
            return loop_for(block, parent);
        case BlockKind::when:
            return when(block, parent);
        case BlockKind::part:
            return part(block, parent);
        case BlockKind::page_break:
            page_break();
            return;
    }
}

/// The breaks of a folded sheet are its panels. Laid out anew in large print, only the cover stays a page of
/// its own.
void FlowWriter::page_break() {
    const bool panel = is_panel(request_.layout.page) && crowded();
    if (!panel || !cover_done_) break_next_ = true;
    cover_done_ = true;
}

Styled FlowWriter::style(const Block& block, std::string_view standard) {
    return block.style ? styles_.get(*block.style, diagnostics_) : styles_.standard(standard);
}

NodeId FlowWriter::add(const Block& block, NodeId parent, doc::Kind kind, std::string_view standard) {
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
            const auto target = checked_link(piece.url, piece.span, diagnostics_);
            link = document_.add(block, doc::Link{target.value_or(piece.url), {}}, piece.span);
        }
        if (!piece.url.empty()) std::get<doc::Link>(document_[link].kind).description += piece.text;
        if (!mixed && same_link && last->strong == piece.strong && document_[leaves.back()].lang == own) {
            std::get<doc::Text>(document_[leaves.back()].kind).text += piece.text;
        } else {
            const Isolate isolate = mixed ? piece.isolate : Isolate::none;
            leaves.push_back(document_.add(piece.url.empty() ? block : link,
                                           doc::Text{piece.text, piece.strong, isolate}, piece.span));
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
    if (text) line(parent, *text, styles_.standard("caption"), doc::Caption{});
}

void FlowWriter::paragraphs(NodeId parent, const Words& text, const Styled& style, const Styled& list_style) {
    NodeId list{};
    TextBlock::Kind open = TextBlock::Kind::paragraph;
    for (const TextBlock& block : parse_blocks(interpolate(text, scope_, diagnostics_))) {
        if (block.kind == TextBlock::Kind::paragraph) {
            words(add(parent, doc::Paragraph{}, style, text.span), block.words);
        } else {
            using Marker = doc::List::Marker;
            const Marker marker = block.kind == TextBlock::Kind::number ? Marker::number : Marker::bullet;
            if (open != block.kind) list = add(parent, doc::List{marker}, list_style, text.span);
            const NodeId item = add(list, doc::ListItem{}, styles_.standard("list-item"), text.span);
            words(add(item, doc::Paragraph{}, styles_.standard("list-text"), text.span), block.words);
        }
        open = block.kind;
    }
}

void FlowWriter::heading(const Block& block, NodeId parent) {
    const int level = block.level.value_or(2);
    const std::vector<Inline> inlines = parse_line(interpolate(block.text, scope_, diagnostics_));
    if (inlines.empty()) return;
    const NodeId id = add(block, parent, doc::Heading{level}, fmt::format("heading-{}", level));
    document_[id].box.keep_with_next = true;
    if (block.bookmark) document_[id].bookmark = joined(interpolate(*block.bookmark, scope_, diagnostics_));
    words(id, inlines);
}

void FlowWriter::text(const Block& block, NodeId parent) {
    const std::size_t before = document_.size();
    paragraphs(parent, block.text, style(block, "text"), styles_.standard("list"));
    if (!block.region) return;
    for (std::size_t i = before; i < document_.size(); ++i) {
        doc::Node& node = document_[NodeId{static_cast<std::uint32_t>(i)}];
        if (node.parent == parent) node.box.region = block.region->text;
    }
}

void FlowWriter::container(const Block& block, NodeId parent, doc::Kind kind, std::string_view standard) {
    const NodeId id = add(block, parent, std::move(kind), standard);
    write(block.flow, id);
}

void FlowWriter::columns(const Block& block, NodeId parent) {
    const NodeId grid = add(block, parent, doc::Group{}, "columns");
    document_[grid].box.display = doc::Display::grid;
    // Large type needs the whole measure: columns fall under one another. A picture stays beside its words.
    const bool stacked = crowded() && std::none_of(block.columns.begin(), block.columns.end(), is_picture);
    for (const model::Column& column : block.columns) {
        const Styled style =
            column.style ? styles_.get(*column.style, diagnostics_) : styles_.standard("column");
        const NodeId cell = add(grid, doc::Group{}, style, column.place);
        document_[cell].box.span = stacked ? 12 : column.span;
        const double outer = share_;
        share_ *= document_[cell].box.span / 12.0;
        write(column.flow, cell);
        share_ = outer;
    }
}

void FlowWriter::loop_for(const Block& block, NodeId parent) {
    Data holder;
    const List* all = items(block, holder);
    if (all == nullptr || !block.variable) return;
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push(block.variable->text, one);
        write(block.flow, parent);
        scope_.pop();
    }
}

void FlowWriter::when(const Block& block, NodeId parent) {
    write(scope_.holds(block.text.text, block.text.span, diagnostics_) ? block.flow : block.otherwise,
          parent);
}

void FlowWriter::part(const Block& block, NodeId parent) {
    const auto found = request_.layout.parts.find(block.text.text);
    if (found != request_.layout.parts.end())
        write(found->second, parent);  // unknown parts: reported by the loader
}

const List* FlowWriter::items(const Block& block, Data& holder) {
    const std::optional<Data> data = scope_.find(block.text.text, block.text.span, diagnostics_);
    if (!data) return nullptr;
    holder = *data;
    if (holder.list() == nullptr && holder.truthy()) {
        diagnostics_.error("not-a-list", block.text.span,
                           fmt::format("\"{}\" is not a list", block.text.text),
                           "name a list, such as audience.outcomes");
    }
    return holder.list();
}

}  // namespace sayso::compose

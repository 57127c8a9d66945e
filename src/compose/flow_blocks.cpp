// The blocks that stand for something of the field: outcomes, asks, contacts, figures, tables.

#include <algorithm>

#include <fmt/format.h>

#include "compose/figure_parts.h"
#include "compose/flow.h"
#include "compose/large_print.h"
#include "compose/link.h"
#include "compose/qr_figure.h"
#include "diag/suggest.h"

namespace sayso::compose {

using model::Words;
namespace block = model::block;

namespace {

/// Words that stand in no file: a tag that this block itself implies.
Words implied(std::string text, Span span) {
    return {std::move(text), span, {}};
}

doc::List::Marker marker_of(model::Marks marks) {
    switch (marks) {
        case model::Marks::bullets:
            return doc::List::Marker::bullet;
        case model::Marks::numbers:
            return doc::List::Marker::number;
        case model::Marks::plain:
            return doc::List::Marker::none;
    }
    return doc::List::Marker::bullet;
}

/// The least that is read from the back of a room.
constexpr Length slide_label = pt(18);
/// The least size of words in a figure of large print.
constexpr Length large_print_words = pt(16);
/// Of a page's height in large print: what a figure takes beside its heading.
constexpr double large_figure_share = 0.8;

bool has(const Data& item, std::string_view field) {
    const Data* found = item.record() ? item.record()->find(field) : nullptr;
    return found != nullptr && found->truthy();
}

void copy_words(doc::Document& document, NodeId from, NodeId to) {
    const std::vector<NodeId> children = document[from].children;
    for (const NodeId child : children) {
        if (document.get<doc::Text>(child) == nullptr) {
            copy_words(document, child, to);
            continue;
        }
        doc::Text words = *document.get<doc::Text>(child);
        words.strong = false;
        const NodeId copy = document.add(to, std::move(words), document[child].source);
        document[copy].lang = document[child].lang;
    }
}

}  // namespace

void FlowWriter::block(const block::List& block, NodeId parent) {
    Data holder;
    const List* all = items(block.path, holder);
    if (all == nullptr || all->empty()) return;
    const NodeId id = add(block, parent, doc::List{marker_of(block.as)}, "list");
    if (block.across > 1 && !style(block, "list").look->stacked) {
        document_[id].box.display = doc::Display::columns;
        document_[id].box.column_count = block.across;
    }
    const Words text = block.item.value_or(implied("{{item}}", block.span));
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push("item", one);
        const NodeId item = add(id, doc::ListItem{}, look_within(block, "list-item"), block.span);
        const Styled look = look_within(block, "list-text");
        line(item, text, block.note ? Styled{look.look, "source-note"} : look);
        if (block.note && !document_[item].children.empty())
            notes_.emplace(joined_text(block.note), document_[item].children.front());
        scope_.pop();
    }
}

void FlowWriter::block(const block::Outcomes& block, NodeId parent) {
    using model::OutcomeLooks;
    Data holder;
    const List* all = items(block.path, holder);
    if (all == nullptr || all->empty()) return;
    const bool cards = block.as == OutcomeLooks::cards || block.as == OutcomeLooks::claims;
    const std::string_view whole = cards ? "cards" : "outcomes";
    const NodeId id = add(block, parent, doc::List{doc::List::Marker::none}, whole);
    const bool stacked = style(block, whole).look->stacked;
    const int across = stacked ? 1 : std::clamp(block.across.value_or(cards ? 2 : 1), 1, 4);
    if (cards) document_[id].box.display = doc::Display::grid;
    const Styled each = look_of(cards ? "card" : "outcome");
    const std::size_t count =
        std::min(all->size(), static_cast<std::size_t>(block.most.value_or(static_cast<int>(all->size()))));
    const std::size_t left_over =
        block.as == OutcomeLooks::claims ? count % static_cast<std::size_t>(across) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        scope_.push("item", (*all)[i]);
        const NodeId item = add(id, doc::ListItem{}, each, block.span);
        // Claims that leave their last row open share its width.
        document_[item].box.span = 12 / (i < count - left_over ? across : static_cast<int>(left_over));
        switch (block.as) {
            case OutcomeLooks::cards:
            case OutcomeLooks::claims:
                outcome_card(block.span, item, block.as == OutcomeLooks::cards);
                break;
            case OutcomeLooks::stack:
                outcome_stack(block.span, item);
                break;
            case OutcomeLooks::rows:
                outcome_row(block.span, item, each.look->stacked);
                break;
        }
        scope_.pop();
    }
}

void FlowWriter::outcome_card(Span source, NodeId card, bool whole) {
    line(card, implied("{{item.claim}}", source), look_of("card-claim"));
    if (!plainly()) line(card, implied("{{item.name}}", source), look_of("card-name"));
    if (whole) line(card, implied("{{item.meaning}}", source), look_of("card-text"));
}

/// For narrow columns: the claim, and its meaning under it.
void FlowWriter::outcome_stack(Span source, NodeId item) {
    line(item, implied("{{item.claim}}", source), look_of("outcome-claim"));
    line(item, implied("{{item.meaning}}", source), look_of("outcome-text"));
}

/// The claim on one side, what it means on the other: reads across as one sentence.
void FlowWriter::outcome_row(Span source, NodeId row, bool stacked) {
    document_[row].box.display = doc::Display::grid;
    const NodeId lead = add(row, doc::Group{}, look_of("outcome-lead"), source);
    document_[lead].box.span = stacked ? 12 : 6;
    line(lead, implied("{{item.claim}}", source), look_of("outcome-claim"));
    if (!plainly()) line(lead, implied("{{item.name}}", source), look_of("outcome-name"));
    const NodeId body = add(row, doc::Group{}, look_of("outcome-body"), source);
    document_[body].box.span = stacked ? 12 : 6;
    line(body, implied("{{item.meaning}}", source), look_of("outcome-text"));
}

void FlowWriter::block(const block::Asks& block, NodeId parent) {
    Data holder;
    const List* all = items(block.path, holder);
    if (all == nullptr || all->empty()) return;
    const NodeId id = add(block, parent, doc::List{doc::List::Marker::number}, "asks");
    const Styled each = look_of("ask");
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push("item", one);
        const NodeId item = add(id, doc::ListItem{}, each, block.span);
        if (block.as == model::AskLength::short_form) {
            ask_text(one, block.span, item);
        } else {
            ask(one, block.span, item, !each.look->stacked);
        }
        scope_.pop();
    }
}

/// The request, and why.
void FlowWriter::ask_text(const Data& source, Span place, NodeId parent) {
    line(parent, implied("{{item.text}}", place), look_of("ask-text"));
    if (has(source, "detail")) line(parent, implied("{{item.detail}}", place), look_of("ask-detail"));
}

/// The request and why on one side; who and by when on the other, or under it.
void FlowWriter::ask(const Data& source, Span place, NodeId item, bool beside) {
    std::string meta;
    if (has(source, "who")) meta += "{{item.who}}";
    if (has(source, "when")) meta += meta.empty() ? "{{item.when}}" : ", {{item.when}}";
    if (meta.empty()) return ask_text(source, place, item);
    const auto side = [&](int span) {
        if (!beside) return item;
        const NodeId cell = add(item, doc::Group{}, look_of("column"), place);
        document_[cell].box.span = span;
        return cell;
    };
    if (beside) document_[item].box.display = doc::Display::grid;
    ask_text(source, place, side(8));
    line(side(4), implied(meta, place), look_of("ask-meta"));
}

void FlowWriter::block(const block::Contact& block, NodeId parent) {
    const std::optional<Data> data = scope_.find(block.path.text, block.path.span, diagnostics_);
    if (!data || !data->truthy()) return;
    scope_.push("item", *data);
    const NodeId id = add(block, parent, doc::Group{}, "contact");
    line(id, implied("{{item.name}}", block.span), look_of("contact-name"));
    const Styled detail = look_of("contact-detail");
    if (has(*data, "role")) line(id, implied("{{item.role}}", block.span), detail);
    if (has(*data, "from")) line(id, implied("{{item.from}}", block.span), detail);
    if (has(*data, "phone")) line(id, implied("{{item.phone}}", block.span), look_of("contact-phone"));
    for (const char* part : {"email", "web"}) {
        if (!has(*data, part) || (part == std::string_view("web") && !block.web)) continue;
        const Words& address = data->record()->find(part)->leaf()->words;
        const auto target = part == std::string_view("email") ? mail_link(address, diagnostics_)
                                                              : web_link(address, diagnostics_);
        if (!target) continue;
        words(
            add(id, doc::Paragraph{}, detail, address.span),
            {Inline{shown_address(address.text), false, *target, {}, address.span, Isolate::left_to_right}});
    }
    scope_.pop();
}

void FlowWriter::block(const block::Quote& block, NodeId parent) {
    const NodeId id = add(block, parent, doc::Quote{}, "quote");
    paragraphs(id, block.text, look_of("quote-text"), look_of("list"));
    if (block.by) line(id, *block.by, look_of("quote-by"));
    drop_if_empty(id);
}

void FlowWriter::block(const block::KeyFigure& block, NodeId parent) {
    const NodeId id = add(block, parent, doc::Group{}, "key-figure");
    line(id, block.number, look_of("key-figure-number"));
    if (block.label) line(id, *block.label, look_of("key-figure-label"));
    drop_if_empty(id);
}

model::Page FlowWriter::page() const {
    const bool large = styles_.edition() == Edition::large_print;
    return large ? large_print_page(request_.layout.page) : request_.layout.page;
}

Length FlowWriter::measure() const {
    return page().width - page().margin.across();
}

Size FlowWriter::figure_size(const block::Figure& block) const {
    const bool is_large_already = block.smallest && *block.smallest >= large_print_words;
    if (styles_.edition() == Edition::large_print && !is_large_already)
        return {measure(), (page().height - page().margin.down()) * large_figure_share};
    const Length width = block.width.value_or(measure());
    return {width, block.height.value_or(width * 0.6)};
}

void FlowWriter::block(const block::Figure& block, NodeId parent) {
    if (block.shows == block::Figure::Shows::diagram) return diagram(block, parent);
    doc::Figure figure;
    figure.alt = joined_text(block.alt);
    if (show_picture(block, figure)) caption(add(block, parent, std::move(figure), "figure"), block.caption);
}

/// On paper a template's height is what a chart has where its words leave it that: a long title or marks of
/// what is missing make it taller, up to half as high again. A slide has the room that it has.
std::optional<Drawing> FlowWriter::drawn_chart(ChartRequest asked) {
    const Length height = asked.size.height;
    const double most = has_slides_ || height == Length{} ? 1 : 1.5;
    for (double times = 1;; times += 0.25) {
        Diagnostics faults;
        asked.size.height = height * times;
        auto drawn = request_.chart(asked, faults);
        if (!drawn && times < most) continue;
        diagnostics_.merge(faults);
        return drawn;
    }
}

void FlowWriter::block(const block::Chart& block, NodeId parent) {
    if (!request_.chart) return;  // no evidence, no claim
    const std::string indicator = joined_text(block.indicator);
    const bool large = styles_.edition() == Edition::large_print;
    const Size room{large ? measure() : block.width.value_or(measure()),
                    large ? pt(0) : block.height.value_or(pt(0))};
    const Length type = has_slides_ ? slide_label : large ? pt(16) : pt(12);
    const auto drawn = drawn_chart({indicator, block.as, room, type, block.span, !has_slides_});
    if (!drawn) return;
    doc::Figure figure;
    figure.content = drawn->frame;
    figure.model = drawn->model;
    figure.size = drawn->frame->size;
    figure.alt = block.alt ? joined_text(block.alt) : drawn->alt;
    scope_.note({"chart", indicator, "alt"}, figure.alt);
    caption(add(block, parent, std::move(figure), "figure"), block.caption);
}

/// The code and beneath it, for those whose telephone reads none, the address.
void FlowWriter::block(const block::QrCode& block, NodeId parent) {
    const Words address{joined_text(block.address), block.address.span, {}};
    if (address.text.empty()) return;
    const auto target = web_link(address, diagnostics_);
    if (!target) return;
    const Length room = measure() * share_ - style(block, "qr").look->box.padding.across();
    auto figure = qr_figure(*target, block, room, diagnostics_);
    if (!figure) return;
    const std::string shown = shown_address(*target);
    figure->alt = block.alt ? joined_text(block.alt) : qr_alt(request_.layout, shown);
    const NodeId id = add(block, parent, doc::Group{}, "qr");
    add(id, std::move(*figure), look_of("qr-figure"), block.span);
    words(add(id, doc::Paragraph{}, look_of("qr-address"), address.span),
          {Inline{shown, false, *target, {}, address.span, Isolate::left_to_right}});
}

void FlowWriter::diagram(const block::Figure& block, NodeId parent) {
    const auto drawn = request_.diagram(
        {figure_size(block), block.as, joined_text(block.highlight), joined_text(block.label), block.span,
         styles_.edition(), block.smallest.value_or(Length{})},
        diagnostics_);
    if (!drawn) return;
    doc::Figure figure{drawn->frame, drawn->frame->size, joined_text(block.alt), false, drawn->model};
    if (figure.alt.empty()) figure.alt = drawn->alt;
    const int level = level_beneath(document_);
    const NodeId id = add(block, parent, std::move(figure), "figure");
    if (block.in_parts) read_in_parts(document_, id, *drawn, level);
    caption(id, block.caption);
}

/// A picture by its file or id, or the service's logo; a service without one leaves its place empty.
bool FlowWriter::show_picture(const block::Figure& block, doc::Figure& figure) {
    Words asked{joined_text(block.name), block.name.span, {}};
    if (block.shows == block::Figure::Shows::logo) {
        if (request_.service == nullptr || !request_.service->logo) return false;
        const model::Picture& logo = *request_.service->logo;
        asked = logo.file;
        figure.alt = logo.alt.text;
        figure.decorative = logo.decorative;
    } else if (figure.alt.empty()) {
        // An id'd picture beside the words it stands for adds nothing for those who do not see it.
        figure.decorative = true;
    }
    const Color ink = style(block, "figure").look->text.color;
    const picture::Wanted wanted{document_.palette, ink, block.width, block.height, measure() * share_};
    const auto found = request_.pictures(asked, wanted, diagnostics_);
    if (!found) return false;
    std::visit([&](const auto& content) { figure.content = content; }, found->content);
    figure.size = found->size;
    return true;
}

void FlowWriter::block(const block::Table& block, NodeId parent) {
    Data holder;
    const List* all = items(block.path, holder);
    if (all == nullptr || all->empty()) return;
    doc::Table table;
    for (const block::TableColumn& column : block.columns) table.widths.push_back(column.share);
    const NodeId id = add(block, parent, std::move(table), "table");
    caption(id, block.caption);
    table_row(block, id, true);
    for (const Data& one : *all) {
        scope_.push("item", one);
        table_row(block, id, false);
        scope_.pop();
    }
}

void FlowWriter::table_row(const block::Table& block, NodeId table, bool head) {
    const NodeId row =
        add(table, doc::TableRow{}, look_of(head ? "table-head-row" : "table-row"), block.span);
    for (const block::TableColumn& column : block.columns) {
        using HeaderOf = doc::TableCell::Scope;
        const doc::TableCell cell{head || column.header, head ? HeaderOf::column : HeaderOf::row};
        const NodeId id = add(row, cell, look_of(head ? "table-head" : "table-cell"), block.span);
        const bool strong = head || column.header;
        line(id, head ? column.title : column.cell, look_of(strong ? "table-head-text" : "table-text"));
    }
}

void FlowWriter::block(const block::Contents& block, NodeId parent) {
    const NodeId list = add(block, parent, doc::List{doc::List::Marker::none}, "contents");
    contents_.push_back({list, block.deepest});
}

void FlowWriter::fill_contents() {
    const auto size = static_cast<std::uint32_t>(document_.size());
    for (const Contents& contents : contents_) {
        for (std::uint32_t i = 0; i < size; ++i) {
            const auto* heading = document_.get<doc::Heading>(NodeId{i});
            if (heading == nullptr || heading->level < 2 || heading->level > contents.deepest) continue;
            const std::string title = document_.text_of(NodeId{i});
            const Span source = document_[contents.list].source;
            const NodeId item = add(contents.list, doc::ListItem{}, look_of("list-item"), source);
            const NodeId paragraph = add(item, doc::Paragraph{}, look_of("list-text"), source);
            const NodeId link = document_.add(paragraph, doc::Link{NodeId{i}, title}, source);
            document_[paragraph].lang = document_[NodeId{i}].lang;
            copy_words(document_, NodeId{i}, link);
        }
    }
}

void FlowWriter::lead_to_notes() {
    std::vector<std::string> names;
    for (const auto& [name, note] : notes_) names.push_back(name);
    for (const auto& [link, name] : unled_) {
        if (const auto note = notes_.find(name); note != notes_.end())
            std::get<doc::Link>(document_[link].kind).target = note->second;
        else
            diagnostics_.error("link", document_[link].source,
                               fmt::format("the document has no note \"{}\" that a link could lead to", name),
                               suggestion(name, names));
    }
}

}  // namespace sayso::compose

// The blocks that stand for something of the field: outcomes, asks, contacts, figures, tables.

#include <algorithm>

#include <fmt/format.h>

#include "compose/flow.h"
#include "compose/large_print.h"
#include "compose/link.h"

namespace sayso::compose {

using model::Block;
using model::Words;

namespace {

/// Words that stand in no file: a tag that this block itself implies.
Words implied(std::string text, Span span) {
    return {std::move(text), span, {}};
}

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

void FlowWriter::list(const Block& block, NodeId parent) {
    Data holder;
    const List* all = items(block, holder);
    if (all == nullptr || all->empty()) return;
    using Marker = doc::List::Marker;
    const std::string as = block.as ? block.as->text : "bullets";
    const Marker marker = as == "numbers" ? Marker::number : as == "plain" ? Marker::none : Marker::bullet;
    const NodeId id = add(block, parent, doc::List{marker}, "list");
    if (block.across.value_or(1) > 1 && !crowded()) {
        document_[id].box.display = doc::Display::columns;
        document_[id].box.column_count = *block.across;
    }
    const Words text = block.item.value_or(implied("{{item}}", block.span));
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push("item", one);
        const NodeId item = add(id, doc::ListItem{}, styles_.standard("list-item"), block.span);
        line(item, text, styles_.standard("list-text"));
        scope_.pop();
    }
}

void FlowWriter::outcomes(const Block& block, NodeId parent) {
    Data holder;
    const List* all = items(block, holder);
    if (all == nullptr || all->empty()) return;
    const std::string as = block.as ? block.as->text : "cards";
    const bool cards = as == "cards" || as == "claims";
    const NodeId id = add(block, parent, doc::List{doc::List::Marker::none}, cards ? "cards" : "outcomes");
    const int across = crowded() ? 1 : std::clamp(block.across.value_or(cards ? 2 : 1), 1, 4);
    if (cards) document_[id].box.display = doc::Display::grid;
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push("item", one);
        const NodeId item =
            add(id, doc::ListItem{}, styles_.standard(cards ? "card" : "outcome"), block.span);
        document_[item].box.span = 12 / across;
        if (as == "list") {
            outcome_row(block.span, item);
        } else if (as == "stack") {
            outcome_stack(block.span, item);
        } else {
            outcome_card(block.span, item, as == "cards");
        }
        scope_.pop();
    }
}

void FlowWriter::outcome_card(Span source, NodeId card, bool whole) {
    line(card, implied("{{item.claim}}", source), styles_.standard("card-claim"));
    if (!plainly()) line(card, implied("{{item.name}}", source), styles_.standard("card-name"));
    if (whole) line(card, implied("{{item.meaning}}", source), styles_.standard("card-text"));
}

/// For narrow columns: the claim, and its meaning under it.
void FlowWriter::outcome_stack(Span source, NodeId item) {
    line(item, implied("{{item.claim}}", source), styles_.standard("outcome-claim"));
    line(item, implied("{{item.meaning}}", source), styles_.standard("outcome-text"));
}

/// The claim on one side, what it means on the other: reads across as one sentence.
void FlowWriter::outcome_row(Span source, NodeId row) {
    document_[row].box.display = doc::Display::grid;
    const NodeId lead = add(row, doc::Group{}, styles_.standard("outcome-lead"), source);
    document_[lead].box.span = crowded() ? 12 : 6;
    line(lead, implied("{{item.claim}}", source), styles_.standard("outcome-claim"));
    if (!plainly()) line(lead, implied("{{item.name}}", source), styles_.standard("outcome-name"));
    const NodeId body = add(row, doc::Group{}, styles_.standard("outcome-body"), source);
    document_[body].box.span = crowded() ? 12 : 6;
    line(body, implied("{{item.meaning}}", source), styles_.standard("outcome-text"));
}

void FlowWriter::asks(const Block& block, NodeId parent) {
    Data holder;
    const List* all = items(block, holder);
    if (all == nullptr || all->empty()) return;
    const NodeId id = add(block, parent, doc::List{doc::List::Marker::number}, "asks");
    const bool whole = !block.as || block.as->text != "short";
    int made = 0;
    for (const Data& one : *all) {
        if (block.most && made++ >= *block.most) return;
        scope_.push("item", one);
        ask(one, block.span, add(id, doc::ListItem{}, styles_.standard("ask"), block.span), whole);
        scope_.pop();
    }
}

/// The request and why on one side; who and by when on the other, where there is room.
void FlowWriter::ask(const Data& source, Span place, NodeId item, bool whole) {
    std::string meta;
    if (has(source, "who")) meta += "{{item.who}}";
    if (has(source, "when")) meta += meta.empty() ? "{{item.when}}" : ", {{item.when}}";
    const bool beside = whole && !meta.empty() && !crowded();
    NodeId body = item;
    if (beside) {
        document_[item].box.display = doc::Display::grid;
        body = add(item, doc::Group{}, styles_.standard("column"), place);
        document_[body].box.span = 8;
    }
    line(body, implied("{{item.text}}", place), styles_.standard("ask-text"));
    if (has(source, "detail")) line(body, implied("{{item.detail}}", place), styles_.standard("ask-detail"));
    if (!whole || meta.empty()) return;
    NodeId side = item;
    if (beside) {
        side = add(item, doc::Group{}, styles_.standard("column"), place);
        document_[side].box.span = 4;
    }
    line(side, implied(meta, place), styles_.standard("ask-meta"));
}

void FlowWriter::contact(const Block& block, NodeId parent) {
    const std::optional<Data> data = scope_.find(block.text.text, block.text.span, diagnostics_);
    if (!data || !data->truthy()) return;
    scope_.push("item", *data);
    const NodeId id = add(block, parent, doc::Group{}, "contact");
    line(id, implied("{{item.name}}", block.span), styles_.standard("contact-name"));
    const Styled detail = styles_.standard("contact-detail");
    if (has(*data, "role")) line(id, implied("{{item.role}}", block.span), detail);
    if (has(*data, "from")) line(id, implied("{{item.from}}", block.span), detail);
    if (has(*data, "phone"))
        line(id, implied("{{item.phone}}", block.span), styles_.standard("contact-phone"));
    for (const char* part : {"email", "web"}) {
        if (!has(*data, part)) continue;
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

void FlowWriter::quote(const Block& block, NodeId parent) {
    const NodeId id = add(block, parent, doc::Quote{}, "quote");
    paragraphs(id, block.text, styles_.standard("quote-text"), styles_.standard("list"));
    if (block.by) line(id, *block.by, styles_.standard("quote-by"));
}

void FlowWriter::key_figure(const Block& block, NodeId parent) {
    const NodeId id = add(block, parent, doc::Group{}, "key-figure");
    line(id, block.text, styles_.standard("key-figure-number"));
    if (block.label) line(id, *block.label, styles_.standard("key-figure-label"));
}

model::Page FlowWriter::page() const {
    const bool large = styles_.edition() == Edition::large_print;
    return large ? large_print_page(request_.layout.page) : request_.layout.page;
}

Length FlowWriter::measure() const {
    return page().width - page().margin.across();
}

Size FlowWriter::figure_size(const Block& block) const {
    if (styles_.edition() == Edition::large_print)
        return {measure(), (page().height - page().margin.down()) * large_figure_share};
    const Length width = block.width.value_or(measure());
    return {width, block.height.value_or(width * 0.6)};
}

void FlowWriter::figure(const Block& block, NodeId parent) {
    const std::string name = joined(interpolate(block.text, scope_, diagnostics_));
    doc::Figure figure;
    figure.size = figure_size(block);
    if (block.alt) figure.alt = joined(interpolate(*block.alt, scope_, diagnostics_));
    constexpr std::string_view chart = "chart.";
    if (name.starts_with(chart)) {
        if (!request_.chart) return;
        const bool large = styles_.edition() == Edition::large_print;
        const Size room{figure.size.width, large ? pt(0) : block.height.value_or(pt(0))};
        const auto drawn = request_.chart({name.substr(chart.size()), block.as ? block.as->text : "line",
                                           room, large ? pt(16) : pt(12), block.span},
                                          diagnostics_);
        if (!drawn) return;
        figure.content = drawn->frame;
        figure.size = drawn->frame->size;
        if (figure.alt.empty()) figure.alt = drawn->alt;
    } else if (name == "diagram") {
        const auto text = [&](const std::optional<Words>& words) {
            return words ? joined(interpolate(*words, scope_, diagnostics_)) : std::string();
        };
        const auto drawn =
            request_.diagram({figure.size, block.as ? block.as->text : "compact", text(block.highlight),
                              text(block.label), block.span, styles_.edition()},
                             diagnostics_);
        if (!drawn) return;
        figure.content = drawn->frame;
        figure.model = drawn->model;
        figure.size = drawn->frame->size;
        if (figure.alt.empty()) figure.alt = drawn->alt;
    } else {
        Words asked{name, block.text.span, {}};
        if (name == "logo") {
            const auto& logo = request_.project.service->logo;
            if (!logo) return;
            asked = logo->file;
            figure.alt = logo->alt.text;
            figure.decorative = logo->decorative;
        }
        const Color ink = style(block, "figure").look->text.color;
        const picture::Wanted wanted{document_.palette, ink, block.width, block.height, measure() * share_};
        const auto found = request_.pictures(asked, wanted, diagnostics_);
        if (!found) return;
        std::visit([&](const auto& content) { figure.content = content; }, found->content);
        figure.size = found->size;
        // An id'd picture beside the words it stands for adds nothing for those who do not see it.
        if (name != "logo" && figure.alt.empty()) figure.decorative = true;
    }
    caption(add(block, parent, std::move(figure), "figure"), block.caption);
}

void FlowWriter::table(const Block& block, NodeId parent) {
    Data holder;
    const List* all = items(block, holder);
    if (all == nullptr || all->empty()) return;
    doc::Table table;
    for (const model::TableColumn& column : block.table) table.widths.push_back(column.share);
    const NodeId id = add(block, parent, std::move(table), "table");
    caption(id, block.caption);
    table_row(block, id, true);
    for (const Data& one : *all) {
        scope_.push("item", one);
        table_row(block, id, false);
        scope_.pop();
    }
}

void FlowWriter::table_row(const Block& block, NodeId table, bool head) {
    const NodeId row =
        add(table, doc::TableRow{}, styles_.standard(head ? "table-head-row" : "table-row"), block.span);
    for (const model::TableColumn& column : block.table) {
        using HeaderOf = doc::TableCell::Scope;
        const doc::TableCell cell{head || column.header, head ? HeaderOf::column : HeaderOf::row};
        const NodeId id = add(row, cell, styles_.standard(head ? "table-head" : "table-cell"), block.span);
        const bool strong = head || column.header;
        line(id, head ? column.title : column.cell,
             styles_.standard(strong ? "table-head-text" : "table-text"));
    }
}

void FlowWriter::contents(const Block& block, NodeId parent) {
    const NodeId list = add(block, parent, doc::List{doc::List::Marker::none}, "contents");
    contents_.push_back({list, block.level.value_or(2)});
}

void FlowWriter::fill_contents() {
    const auto size = static_cast<std::uint32_t>(document_.size());
    for (const Contents& contents : contents_) {
        for (std::uint32_t i = 0; i < size; ++i) {
            const auto* heading = document_.get<doc::Heading>(NodeId{i});
            if (heading == nullptr || heading->level < 2 || heading->level > contents.deepest) continue;
            const std::string title = document_.text_of(NodeId{i});
            const Span source = document_[contents.list].source;
            const NodeId item = add(contents.list, doc::ListItem{}, styles_.standard("list-item"), source);
            const NodeId paragraph = add(item, doc::Paragraph{}, styles_.standard("list-text"), source);
            const NodeId link = document_.add(paragraph, doc::Link{NodeId{i}, title}, source);
            document_[paragraph].lang = document_[NodeId{i}].lang;
            copy_words(document_, NodeId{i}, link);
        }
    }
}

}  // namespace sayso::compose

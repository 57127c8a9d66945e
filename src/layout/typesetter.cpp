#include "layout/typesetter.h"

namespace sayso::layout {
namespace {

/// The weight of strong words within text of `base` weight: always a visible step heavier.
int strong_weight(int base) {
    return base >= 600 ? 800 : 600;
}

text::ParagraphOptions::Align align_of(doc::Align align) {
    switch (align) {
        case doc::Align::start:
            return text::ParagraphOptions::Align::start;
        case doc::Align::end:
            return text::ParagraphOptions::Align::end;
        case doc::Align::centre:
            return text::ParagraphOptions::Align::centre;
    }
    return text::ParagraphOptions::Align::start;
}

void replace_all(std::string& text, std::string_view what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

Typesetter::Typesetter(const doc::Document& document, text::Shaper& shaper, Diagnostics& diagnostics,
                       std::optional<PageNumber> number)
    : document_(document), shaper_(shaper), diagnostics_(diagnostics), number_(number) {}

const SetParagraph& Typesetter::paragraph(NodeId node, Length width) {
    const auto [entry, is_new] = set_.try_emplace(Key{node, width.pt()});
    SetParagraph& set = entry->second;
    if (!is_new) return set;
    const doc::TextStyle& style = document_[node].text;
    text::ParagraphOptions options;
    options.width = width;
    options.leading = style.leading;
    const std::vector<text::Span> spans = spans_of(node);
    options.rtl = text::runs_from_right(spans, doc::is_rtl_language(document_.lang_of(node)));
    options.align = align_of(style.align);
    options.balance = style.balance;
    set.node = node;
    set.baseline = baseline_of(style);
    set.text = shaper_.lay_out_shared(spans, options, diagnostics_);
    return set;
}

const SetParagraph& Typesetter::label(NodeId item, const std::string& words, Length width, bool end) {
    const auto [entry, is_new] = set_.try_emplace(Key{item, width.pt()});
    SetParagraph& set = entry->second;
    if (!is_new) return set;
    const doc::TextStyle& style = document_[item].text;
    text::ParagraphOptions options;
    options.width = width;
    options.leading = style.leading;
    options.rtl = doc::is_rtl_language(document_.lang_of(item));
    options.align = end ? text::ParagraphOptions::Align::end : text::ParagraphOptions::Align::start;
    set.node = item;
    set.baseline = baseline_of(style);
    set.text = shaper_.lay_out_shared({label_span(item, words)}, options, diagnostics_);
    return set;
}

Length Typesetter::label_width(NodeId item, const std::string& words) {
    return shaper_.measure(label_span(item, words));
}

const ListLabels& Typesetter::labels(NodeId list) {
    const auto [entry, is_new] = labels_.try_emplace(list);
    if (!is_new) return entry->second;
    ListLabels& labels = entry->second;
    labels.words = label_words(document_, list);
    for (const auto& [item, words] : labels.words) {
        // Half an em between the widest label and the text.
        labels.indent = max(labels.indent, label_width(item, words) + document_[item].text.size / 2);
    }
    return labels;
}

Length Typesetter::longest_word(NodeId node) {
    const auto [entry, is_new] = longest_.try_emplace(node);
    if (is_new) entry->second = shaper_.longest_word(spans_of(node));
    return entry->second;
}

std::vector<text::Span> Typesetter::spans_of(NodeId block) {
    std::vector<text::Span> spans;
    const doc::TextStyle& style = document_[block].text;
    for (const NodeId child : document_[block].children) {
        if (!document_.get<doc::Link>(child)) {
            add_leaf(child, block, style.color, spans);
            continue;
        }
        for (const NodeId leaf : document_[child].children) add_leaf(leaf, block, style.link_color, spans);
    }
    return spans;
}

void Typesetter::add_leaf(NodeId leaf, NodeId block, Color color, std::vector<text::Span>& spans) {
    const doc::Text* words = document_.get<doc::Text>(leaf);
    if (!words) return;
    const doc::TextStyle& style = document_[block].text;
    text::Span span;
    span.text = with_numbers(words->text);
    span.family = style.family;
    span.weight = words->strong ? strong_weight(style.weight) : style.weight;
    span.size = style.size;
    span.color = color;
    span.lang = document_.lang_of(leaf);
    span.owner = leaf;
    span.tabular = style.tabular;
    span.isolate = words->isolate;
    span.source = document_[leaf].source ? document_[leaf].source : document_[block].source;
    spans.push_back(span);
}

text::Span Typesetter::label_span(NodeId item, std::string_view words) const {
    const doc::TextStyle& style = document_[item].text;
    text::Span span;
    span.text = words;
    span.family = style.family;
    span.weight = style.weight;
    span.size = style.size;
    span.color = style.marker_color;
    span.lang = document_.lang_of(item);
    span.owner = item;
    span.tabular = true;  // "1." above "10." in line
    span.source = document_[item].source;
    return span;
}

std::string_view Typesetter::with_numbers(std::string_view words) {
    if (!number_ || words.find('{') == std::string_view::npos) return words;
    auto text = std::make_unique<std::string>(words);
    replace_all(*text, "{page}", std::to_string(number_->page));
    replace_all(*text, "{pages}", std::to_string(number_->pages));
    numbered_.push_back(std::move(text));
    return *numbered_.back();
}

/// Half of the free leading stands above the letters. The style's own face decides, not what is in the line,
/// so that a word from a fallback font never moves a baseline.
Length Typesetter::baseline_of(const doc::TextStyle& style) const {
    double ascent = 950, descent = -250;
    if (const auto font = shaper_.fonts().find(style.family, style.weight)) {
        ascent = shaper_.fonts().metrics(*font).ascent;
        descent = shaper_.fonts().metrics(*font).descent;
    }
    if (descent > 0) descent = -descent;
    return (style.leading + style.size * ((ascent + descent) / 1000)) / 2;
}

}  // namespace sayso::layout

#include "diagram/measure.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

constexpr Length reference = pt(100);

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Line ends and tabs mean nothing in a card.
std::string one_paragraph(std::string text) {
    std::ranges::replace_if(text, is_space, ' ');
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

Measures::Measures(text::Shaper& shaper, const Model& model, const Options& options, Diagnostics& diagnostics)
    : shaper_(&shaper),
      diagnostics_(&diagnostics),
      family_(options.family),
      lang_(model.lang),
      rtl_(model.rtl) {}

TextId Measures::add(const std::string& text, int weight) {
    Entry entry{one_paragraph(text), weight, {}, 0, 0};
    const auto known = std::ranges::find_if(
        entries_, [&](const Entry& e) { return e.weight == weight && e.text == entry.text; });
    if (known != entries_.end()) return {static_cast<std::uint32_t>(known - entries_.begin())};
    measure(entry);
    entries_.push_back(std::move(entry));
    return {static_cast<std::uint32_t>(entries_.size() - 1)};
}

void Measures::measure(Entry& entry) {
    if (entry.text.empty()) return;
    text::Span span;
    span.text = entry.text;
    span.family = family_;
    span.weight = entry.weight;
    span.size = reference;
    span.lang = lang_;
    double x = 0, space = 0;
    for (const text::Stretch& stretch : shaper_->stretches({span}, rtl_)) {
        const Piece piece{stretch.ink / reference, stretch.space / reference};
        entry.pieces.push_back(piece);
        entry.longest = std::max(entry.longest, piece.width);
        x += space + piece.width;
        space = piece.space;
    }
    entry.total = x;
    note_font_heights(span);
}

void Measures::note_font_heights(const text::Span& span) {
    text::ParagraphOptions one_line;
    one_line.width = pt(1e5);
    one_line.leading = reference;
    one_line.rtl = rtl_;
    one_line.greedy = true;
    for (const text::Line& line : shaper_->lay_out({span}, one_line, *diagnostics_).lines) {
        ascent_ = std::max(ascent_, line.ascent / reference);
        descent_ = std::max(descent_, line.descent / reference);
    }
}

int Measures::lines(TextId id, Length size, Length width) const {
    const Entry& entry = entries_[id.value];
    if (entry.pieces.empty()) return 0;
    const double room = width / size;
    if (entry.longest > room) return never;
    if (entry.total <= room) return 1;
    int lines = 1;
    double x = 0, space = 0;
    for (const Piece& piece : entry.pieces) {
        if (x + space + piece.width > room) {
            ++lines;
            x = piece.width;
        } else {
            x += space + piece.width;
        }
        space = piece.space;
    }
    return lines;
}

}  // namespace sayso::diagram

#include "diagram/measure.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

constexpr Length reference = pt(100);

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Line ends and tabs mean nothing in a card.
std::string one_paragraph(std::string text) {
    std::ranges::replace_if(text, is_space, ' ');
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::size_t ink_bytes(const text::Line& line) {
    std::size_t count = 0;
    for (const auto& [owner, run] : line.runs)
        count += static_cast<std::size_t>(std::ranges::count_if(run.text, [](char c) { return !is_space(c); }));
    return count;
}

/// Walks `count` bytes of ink on from `at`; tells whether a space follows there.
bool space_behind(const std::string& text, std::size_t& at, std::size_t count) {
    while (at < text.size() && count > 0)
        if (!is_space(text[at++])) --count;
    return at < text.size() && is_space(text[at]);
}

}  // namespace

Measures::Measures(text::Shaper& shaper, std::string family, std::string lang, Diagnostics& diagnostics)
    : shaper_(&shaper), diagnostics_(&diagnostics), family_(std::move(family)), lang_(std::move(lang)) {}

TextId Measures::add(const std::string& text, int weight) {
    Entry entry{one_paragraph(text), weight, {}, 0, 0};
    const auto known = std::ranges::find_if(
        entries_, [&](const Entry& e) { return e.weight == weight && e.text == entry.text; });
    if (known != entries_.end()) return {static_cast<std::uint32_t>(known - entries_.begin())};
    measure(entry);
    entries_.push_back(std::move(entry));
    return {static_cast<std::uint32_t>(entries_.size() - 1)};
}

// Set in a column of no width, every unbreakable piece comes to stand on a line of its own.
void Measures::measure(Entry& entry) {
    if (entry.text.empty()) return;
    text::Span span;
    span.text = entry.text;
    span.family = family_;
    span.weight = entry.weight;
    span.size = reference;
    span.lang = lang_;
    text::ParagraphOptions narrow;
    narrow.width = pt(0.01);
    narrow.leading = reference;
    narrow.greedy = true;
    const text::Paragraph pieces = shaper_->lay_out({span}, narrow, *diagnostics_);
    entry.total = shaper_->measure(span) / reference;

    double ink = 0;
    int spaces = 0;
    std::size_t at = 0;
    for (const text::Line& line : pieces.lines) {
        const double width = line.width / reference;
        const bool spaced = space_behind(entry.text, at, ink_bytes(line));
        entry.pieces.push_back({width, spaced ? 1.0 : 0.0});
        entry.longest = std::max(entry.longest, width);
        ink += width;
        spaces += spaced ? 1 : 0;
        ascent_ = std::max(ascent_, line.ascent / reference);
        descent_ = std::max(descent_, line.descent / reference);
    }
    const double space = spaces > 0 ? std::max(0.0, (entry.total - ink) / spaces) : 0;
    for (Piece& piece : entry.pieces) piece.space *= space;
}

int Measures::lines(TextId id, Length size, Length width) const {
    const Entry& entry = entries_[id.value];
    if (entry.pieces.empty()) return 0;
    // Kerning over a space is not in the sum: a hair's breadth is kept for it.
    const double room = width / size - 0.02;
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

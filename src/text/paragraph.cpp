#include "text/paragraph.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "env/limits.h"
#include "text/analysis.h"
#include "text/break_lines.h"
#include "text/cut_words.h"
#include "text/font_packages.h"
#include "text/place_lines.h"

namespace sayso::text {
namespace {

// The widest column: more is a fault of the caller, and would lose the digits that alignment needs.
constexpr double widest_points = 1e6;
// Lines are forgotten above this. A byte of text takes some 30 bytes of runs, so 16 MB or so for each thread
// of a batch.
constexpr std::size_t most_bytes_of_keys = 512u << 10;
// A paragraph in a script without a font is one fault, not hundreds.
constexpr std::size_t most_missing_named = 12;

std::vector<LineUnit> line_units(const Analysis& analysis, const std::vector<Span>& spans) {
    std::vector<LineUnit> out;
    out.reserve(analysis.units.size());
    for (const Unit& unit : analysis.units) {
        LineUnit line{ink_width(analysis, unit, spans), 0, unit.forced};
        for (std::uint32_t i = unit.ink_end; i < unit.end; ++i)
            line.space += width_of(analysis.pieces[i], spans);
        out.push_back(line);
    }
    return out;
}

bool has_wide_unit(const std::vector<LineUnit>& units, double width) {
    return std::ranges::any_of(units,
                               [&](const LineUnit& unit) { return unit.ink > width + width_tolerance; });
}

BreakMode mode_of(const ParagraphOptions& options) {
    if (options.greedy) return BreakMode::greedy;
    return options.balance ? BreakMode::balanced : BreakMode::optimal;
}

// U+0020 to U+10FFFF in the form that Unicode's charts use.
std::string name_of(char32_t character) {
    std::string itself;
    append_utf8(itself, character);
    return fmt::format("U+{:04X} \"{}\"", static_cast<std::uint32_t>(character), itself);
}

void report_missing(const std::vector<MissingCharacter>& missing, const std::vector<Span>& spans,
                    Diagnostics& diagnostics) {
    const std::size_t named = std::min(missing.size(), most_missing_named);
    for (const MissingCharacter& m : std::span(missing).first(named))
        diagnostics.error("no-glyph", spans[m.span].source,
                          fmt::format("no font has the character {}", name_of(m.character)),
                          hint_for_missing(m.character));
    if (named < missing.size())
        diagnostics.error("no-glyph", spans[missing[named].span].source,
                          fmt::format("no font has {} more characters of this text", missing.size() - named),
                          hint_for_missing(missing[named].character));
}

void report(const FontLibrary::Impl& library, const Analysis& analysis, const std::vector<Span>& spans,
            Diagnostics& diagnostics) {
    for (const FontId font : analysis.faults) {
        const Face& face = library.face(font);
        diagnostics.error("bad-font", {},
                          fmt::format("the font \"{}\" cannot be used: {}", face.path(), face.fault()),
                          "replace the file by a sound .ttf or .otf font, or remove it");
    }
    report_missing(analysis.missing, spans, diagnostics);
    if (analysis.cut)
        diagnostics.error(
            "paragraph-too-long", spans.front().source,
            fmt::format("a paragraph holds more than {} bytes of text", limits::paragraph_bytes),
            "part it into several paragraphs");
    if (analysis.piled)
        diagnostics.error(
            "too-many-marks", spans[*analysis.piled].source,
            fmt::format("more than {} accents or joiners stand on one letter", limits::marks_on_a_letter),
            "remove them; no language needs so many");
}

ParagraphOptions sound(ParagraphOptions options) {
    const double points = options.width.pt();
    options.width = pt(std::isnan(points) ? 0 : std::clamp(points, 0.0, widest_points));
    return options;
}

}  // namespace

struct Shaper::Impl {
    explicit Impl(const FontLibrary& library) : fonts(library), analyser(library.impl()) {}

    Paragraph lay_out(const Analysis& analysis, const std::vector<Span>& spans,
                      const ParagraphOptions& options) {
        const double width = options.width.pt();
        std::vector<LineUnit> units = line_units(analysis, spans);
        if (has_wide_unit(units, width)) {
            const Analysis cut = analyser.cut_wide_units(analysis, spans, width);
            units = line_units(cut, spans);
            Paragraph out = place(cut, units, spans, options);
            out.overfull = true;
            return out;
        }
        return place(analysis, units, spans, options);
    }

    Paragraph place(const Analysis& analysis, const std::vector<LineUnit>& units,
                    const std::vector<Span>& spans, const ParagraphOptions& options) const {
        const auto ends = break_lines(units, options.width.pt(), mode_of(options));
        Paragraph out{place_lines(fonts.impl(), analysis, spans, options, ends), options.leading, {}, false};
        for (const Line& line : out.lines) out.widest = max(out.widest, line.width);
        return out;
    }

    std::shared_ptr<const Paragraph>& remembered(const std::vector<Span>& spans,
                                                 const ParagraphOptions& options);

    const FontLibrary& fonts;
    Analyser analyser;
    std::unordered_map<std::string, std::shared_ptr<const Paragraph>> laid_out;  // never iterated
    std::size_t bytes = 0;                                                       // of the keys
};

// What the analyser tells apart, and all that it does not look at.
std::shared_ptr<const Paragraph>& Shaper::Impl::remembered(const std::vector<Span>& spans,
                                                           const ParagraphOptions& options) {
    std::string key;
    const auto append = [&](auto value) {
        const auto raw = std::bit_cast<std::array<char, sizeof value>>(value);
        key.append(raw.data(), raw.size());
    };
    append(spans.size());  // first, so that no two lists of spans are written alike
    key += analyser.last_key();
    for (const Span& span : spans) {
        (append(span.size.pt()), append(span.color.r), append(span.color.g), append(span.color.b));
        append(span.owner.value);
    }
    (append(options.width.pt()), append(options.leading.pt()), append(options.align));
    (append(options.balance), append(options.greedy));
    if (bytes > most_bytes_of_keys) {
        laid_out.clear();
        bytes = 0;
    }
    const auto [entry, is_new] = laid_out.try_emplace(std::move(key));
    if (is_new) bytes += entry->first.size();
    return entry->second;
}

Shaper::Shaper(const FontLibrary& fonts) : impl_(std::make_unique<Impl>(fonts)) {}
Shaper::~Shaper() = default;
Shaper::Shaper(Shaper&&) noexcept = default;

Paragraph Shaper::lay_out(const std::vector<Span>& spans, const ParagraphOptions& options,
                          Diagnostics& diagnostics) {
    const Analysis& analysis = impl_->analyser.analyse(spans, options.rtl);
    report(impl_->fonts.impl(), analysis, spans, diagnostics);
    return impl_->lay_out(analysis, spans, sound(options));
}

std::shared_ptr<const Paragraph> Shaper::lay_out_shared(const std::vector<Span>& spans,
                                                        const ParagraphOptions& options,
                                                        Diagnostics& diagnostics) {
    const Analysis& analysis = impl_->analyser.analyse(spans, options.rtl);
    report(impl_->fonts.impl(), analysis, spans, diagnostics);
    const ParagraphOptions wanted = sound(options);
    std::shared_ptr<const Paragraph>& known = impl_->remembered(spans, wanted);
    if (!known) known = std::make_shared<const Paragraph>(impl_->lay_out(analysis, spans, wanted));
    return known;
}

Length Shaper::measure(const Span& span) {
    const std::vector<Span> spans{span};
    const auto units = line_units(impl_->analyser.analyse(spans, false), spans);
    double widest = 0, line = 0;
    for (const LineUnit& unit : units) {
        widest = std::max(widest, line + unit.ink);
        line = unit.forced ? 0 : line + unit.ink + unit.space;
    }
    return pt(widest);
}

Length Shaper::longest_word(const std::vector<Span>& spans) {
    double widest = 0;
    for (const LineUnit& unit : line_units(impl_->analyser.analyse(spans, false), spans))
        widest = std::max(widest, unit.ink);
    return pt(widest);
}

std::vector<Stretch> Shaper::stretches(const std::vector<Span>& spans, bool rtl) {
    std::vector<Stretch> out;
    for (const LineUnit& unit : line_units(impl_->analyser.analyse(spans, rtl), spans))
        out.push_back({pt(unit.ink), pt(unit.space)});
    return out;
}

const FontLibrary& Shaper::fonts() const {
    return impl_->fonts;
}

}  // namespace sayso::text

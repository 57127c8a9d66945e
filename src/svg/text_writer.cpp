#include "svg/text_writer.h"

#include <fmt/format.h>

#include "svg/xml.h"

namespace sayso::svg {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

/// Figures of one width are a choice of shaping that the words alone do not show.
bool TextWriter::is_tabular(const frame::TextRun& run) const {
    for (const frame::Glyph& glyph : run.glyphs) {
        const char c = glyph.cluster < run.text.size() ? run.text[glyph.cluster] : '\0';
        if (is_digit(c) && glyph.id != fonts_.glyph(run.font, static_cast<unsigned char>(c))) return true;
    }
    return false;
}

std::string TextWriter::text(const frame::TextRun& run) const {
    if (run.glyphs.empty() || run.text.empty()) return {};
    const Length start = run.rtl ? run.origin.x + run.width() : run.origin.x;
    std::string out =
        fmt::format(R"(<text class="f{}" x="{}" y="{}" font-size="{}" fill="{}")", run.font.value,
                    number(start), number(run.origin.y), number(run.size), to_hex(run.color));
    if (run.width() > Length{})
        out += fmt::format(R"( textLength="{}" lengthAdjust="spacingAndGlyphs")", number(run.width()));
    // The order on the page is settled: the run is drawn in its own direction, whatever its characters say.
    if (run.rtl) out += R"( direction="rtl" unicode-bidi="bidi-override")";
    if (is_tabular(run)) out += R"( style="font-variant-numeric:tabular-nums")";
    if (!run.lang.empty()) out += fmt::format(R"( xml:lang="{}")", escape(run.lang));
    return out + fmt::format(" xml:space=\"preserve\">{}</text>\n", escape(run.text));
}

std::string TextWriter::outlined(const frame::TextRun& run) {
    std::string data;
    text::for_each_glyph(run, [&](const frame::Glyph& glyph, const Transform& map) {
        data += path_data(outlines_.glyph(run.font, glyph.id), map);
    });
    if (data.empty()) return {};
    return fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", to_hex(run.color), data);
}

}  // namespace sayso::svg

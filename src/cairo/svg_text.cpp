#include "cairo/svg_text.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "cairo/xml.h"

namespace sayso::cairo {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

/// Figures of one width are a choice of shaping that the words alone do not show.
bool SvgText::is_tabular(const frame::TextRun& run) const {
    for (const frame::Glyph& glyph : run.glyphs) {
        const char c = glyph.cluster < run.text.size() ? run.text[glyph.cluster] : '\0';
        if (is_digit(c) && glyph.id != fonts_.glyph(run.font, static_cast<unsigned char>(c))) return true;
    }
    return false;
}

std::string SvgText::text(const frame::TextRun& run) {
    if (run.glyphs.empty() || run.text.empty()) return {};
    std::set<char32_t>& used = used_[run.font];
    for (std::size_t at = 0; at < run.text.size();) used.insert(next_code_point(run.text, at));
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

std::string SvgText::outlined(const frame::TextRun& run) {
    std::string data;
    for_each_glyph(run, [&](const frame::Glyph& glyph, const Transform& map) {
        data += path_data(outlines_.glyph(run.font, glyph.id), map);
    });
    if (data.empty()) return {};
    return fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", to_hex(run.color), data);
}

std::string SvgText::style_sheet() const {
    std::string out;
    for (const auto& [font, used] : used_) {
        const std::string file = fonts_.subset_for_text(font, {used.begin(), used.end()});
        const std::string family = escape(fonts_.family(font));
        const bool cff = file.starts_with("OTTO");
        if (!file.empty())
            out += fmt::format("@font-face{{font-family:'{}';font-weight:{};src:url({}) format('{}')}}\n",
                               family, fonts_.weight(font), data_url(cff ? "font/otf" : "font/ttf", file),
                               cff ? "opentype" : "truetype");
        out += fmt::format(".f{}{{font-family:'{}',sans-serif;font-weight:{}}}\n", font.value, family,
                           fonts_.weight(font));
    }
    return out;
}

}  // namespace sayso::cairo

#include "html/html.h"

#include <optional>

#include <fmt/format.h>

#include "html/body.h"
#include "html/style_rules.h"
#include "svg/svg.h"
#include "svg/xml.h"

namespace sayso::html {
namespace {

using svg::escape;

/// What every page has whatever its theme: a column of about 65 letters, grids that fall under one another on
/// a telephone, figures on paper-white in the dark, and paper of its own.
constexpr std::string_view base_rules = R"(*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#FFFFFF;overflow-wrap:break-word}
main,footer{max-width:44rem;margin:0 auto;padding:0 var(--edge)}
main{padding-bottom:2rem}
:root{--edge:clamp(1rem,4vw,2.5rem)}
h1,h2,h3,h4,h5,h6,p,ul,ol,figure,blockquote,table{margin:0;padding:0}
ul,ol{padding-inline-start:1.4em}
ul.plain{list-style:none;padding-inline-start:0}
li::marker{color:var(--mark)}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.wide:focus-visible{outline:.2rem solid currentColor;outline-offset:.15rem}
figure svg,figure img{display:block}
.grid{display:grid;grid-template-columns:repeat(12,minmax(0,1fr))}
.grid>*{grid-column:span 12}
.told{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top}
.cover{margin-inline:calc(-1*var(--edge));padding:2.5rem var(--edge) 2rem;margin-block-end:1.5rem}
footer{padding-block:1rem 2rem}
@media (max-width:40em){.grid:not(.beside){grid-template-columns:minmax(0,1fr)}
.grid:not(.beside)>*{grid-column:1/-1!important}
.beside{grid-template-columns:minmax(4rem,1fr) 2fr}
.beside>*{grid-column:auto!important}}
@media (forced-colors:active){figure svg{forced-color-adjust:none;background:#FFFFFF}}
@media print{@page{size:A4;margin:18mm}main,footer{max-width:none}}
)";

/// The part of a grid's twelve columns that a cell takes.
std::string grid_rules() {
    std::string out;
    for (int span = 1; span < 12; ++span) out += fmt::format(".grid>.g{0}{{grid-column:span {0}}}\n", span);
    return out;
}

std::string dark_rules(const StyleRules& styles) {
    return fmt::format(
        "@media (prefers-color-scheme:dark){{body{{background:{}}}\n"
        "figure svg{{background:#FFFFFF;border-radius:.4rem}}\n{}}}\n",
        to_hex(dark_ground(white)), styles.dark());
}

std::string family_rule(const std::vector<std::string>& families) {
    std::string stack;
    for (const std::string& family : families) stack += fmt::format("'{}',", escape(family));
    return fmt::format("body{{font-family:{}system-ui,sans-serif}}\n", stack);
}

/// A first page that is filled with one colour, whose words are made for it.
std::optional<Color> cover_color(const doc::PageSpec* paper) {
    if (paper == nullptr || paper->masters.empty()) return std::nullopt;
    const doc::PageMaster& first = paper->masters.front();
    for (const doc::Decoration& band : first.decorations) {
        const Rect page{{}, {}, first.size.width, first.size.height};
        if (band.box.contains(page, pt(1))) return band.fill;
    }
    return std::nullopt;
}

std::string foot_of(const doc::Document& document, const doc::PageSpec* paper, StyleRules& styles) {
    const bool any = paper != nullptr && !paper->masters.empty() && paper->masters.back().footer;
    return any ? foot(document, *paper->masters.back().footer, styles) : std::string();
}

/// Either way the elements are the same, and closed as XML wants them.
enum class Syntax : std::uint8_t { html, xml };

std::string head_of(const doc::Document& document, const Options& options, Syntax syntax) {
    std::string out;
    if (syntax == Syntax::html) out += "<meta charset=\"utf-8\"/>\n";
    out += fmt::format("<title>{}</title>\n", escape(document.title));
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
    out += fmt::format("<meta name=\"generator\" content=\"{}\"/>\n", escape(options.producer));
    if (!document.author.empty())
        out += fmt::format("<meta name=\"author\" content=\"{}\"/>\n", escape(document.author));
    if (!document.subject.empty())
        out += fmt::format("<meta name=\"description\" content=\"{}\"/>\n", escape(document.subject));
    return out + "<meta name=\"color-scheme\" content=\"light dark\"/>\n";
}

std::string page(const doc::Document& document, const text::FontLibrary& fonts, const Options& options,
                 Syntax syntax) {
    svg::UsedFonts used(fonts);
    if (options.placed)
        for (const frame::Frame& placed : *options.placed) used.add(placed);
    StyleRules styles;
    const std::string main = body(document, used, cover_color(options.paper), styles, syntax == Syntax::xml);
    const std::string footer = foot_of(document, options.paper, styles);

    const std::string lang = escape(document.lang);
    std::string out = syntax == Syntax::xml ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
    out += "<!DOCTYPE html>\n<html";
    if (syntax == Syntax::xml)
        out += fmt::format(" xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"{}\"", lang);
    out += fmt::format(" lang=\"{}\" dir=\"{}\">\n<head>\n", lang, document.rtl() ? "rtl" : "ltr");
    out += head_of(document, options, syntax);
    out += fmt::format("<style>\n{}{}{}{}{}{}</style>\n</head>\n", used.style_sheet(), base_rules,
                       grid_rules(), family_rule(used.families()), styles.light(), dark_rules(styles));
    out += fmt::format("<body>\n<main>\n{}</main>\n", main);
    if (!footer.empty()) out += fmt::format("<footer>\n{}</footer>\n", footer);
    return out + "</body>\n</html>\n";
}

}  // namespace

std::string write(const doc::Document& document, const text::FontLibrary& fonts, const Options& options) {
    return page(document, fonts, options, Syntax::html);
}

std::string write_xhtml(const doc::Document& document, const text::FontLibrary& fonts,
                        const Options& options) {
    return page(document, fonts, options, Syntax::xml);
}

}  // namespace sayso::html

#include "docx/body.h"

#include "base/overload.h"
#include "ooxml/package.h"
#include "ooxml/units.h"

namespace sayso::docx {

using ooxml::val;

void BodyWriter::block(const Block& block) {
    std::visit(Overload{[&](const Paragraph& one) { paragraph(one); }, [&](const Table& one) { table(one); },
                        [&](const Picture& one) { picture(one); }},
               block);
}

void BodyWriter::paragraph(const Paragraph& paragraph) {
    const auto p = xml_.element("w:p");
    properties(paragraph);
    const std::string id = val(bookmarks_);
    if (!paragraph.bookmark.empty()) {
        ++bookmarks_;
        xml_.leaf("w:bookmarkStart", {{"w:id", id}, {"w:name", paragraph.bookmark}});
    }
    for (const Stretch& one : paragraph.stretches) stretch(one);
    if (!paragraph.bookmark.empty()) xml_.leaf("w:bookmarkEnd", {{"w:id", id}});
}

void BodyWriter::properties(const Paragraph& paragraph) {
    if (paragraph.style == "Normal" && !paragraph.number && !paragraph.keep_with_next && !paragraph.rtl)
        return;
    const auto properties = xml_.element("w:pPr");
    if (paragraph.style != "Normal") xml_.leaf("w:pStyle", {{"w:val", paragraph.style}});
    if (paragraph.keep_with_next) xml_.leaf("w:keepNext");
    if (paragraph.number) {
        const auto number = xml_.element("w:numPr");
        xml_.leaf("w:ilvl", {{"w:val", val(paragraph.number->level)}});
        xml_.leaf("w:numId", {{"w:val", val(static_cast<std::int64_t>(paragraph.number->list) + 1)}});
    }
    if (paragraph.rtl) xml_.leaf("w:bidi");
}

void BodyWriter::stretch(const Stretch& stretch) {
    if (!stretch.address.empty()) {
        const auto link =
            xml_.element("w:hyperlink", {{"r:id", ways_.of(stretch.address)}, {"w:history", "1"}});
        return inlines(stretch, "Hyperlink");
    }
    if (!stretch.bookmark.empty()) {
        const auto link = xml_.element("w:hyperlink", {{"w:anchor", stretch.bookmark}, {"w:history", "1"}});
        return inlines(stretch, "Hyperlink");
    }
    inlines(stretch, {});
}

void BodyWriter::inlines(const Stretch& stretch, std::string_view style) {
    for (const Inline& one : stretch.inlines)
        std::visit(Overload{[&](const Words& w) { words(w.text, w.strong, w.lang, style); },
                            [&](const Blank& b) { blank(b); }, [&](const PageNumber& n) { page_number(n); },
                            [&](const NoteMark& m) { note_mark(m); }},
                   one);
}

void BodyWriter::run_properties(std::string_view style, bool strong, const std::string& lang) {
    const auto properties = xml_.element("w:rPr");
    if (!style.empty())
        xml_.leaf("w:rStyle", {{"w:val", style}});
    else if (strong)
        xml_.leaf("w:rStyle", {{"w:val", "Strong"}});
    if (!style.empty() && strong) xml_.leaf("w:b");
    const bool rtl = doc::is_rtl_language(lang);
    if (rtl) xml_.leaf("w:rtl");
    xml_.leaf("w:lang", {{rtl ? "w:bidi" : "w:val", lang}});
}

void BodyWriter::words(const std::string& words, bool strong, const std::string& lang,
                       std::string_view style) {
    std::string_view rest = words;
    while (true) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        {
            const auto run = xml_.element("w:r");
            run_properties(style, strong, lang);
            if (!line.empty()) xml_.words("w:t", line, {{"xml:space", "preserve"}});
            if (end != rest.npos) xml_.leaf("w:br");
        }
        if (end == rest.npos) return;
        rest.remove_prefix(end + 1);
        if (rest.empty()) return;
    }
}

void BodyWriter::blank(const Blank& blank) {
    const std::string name = blank.text.substr(1, blank.text.size() - 2);
    const auto control = xml_.element("w:sdt");
    {
        const auto properties = xml_.element("w:sdtPr");
        xml_.leaf("w:alias", {{"w:val", name}});
        xml_.leaf("w:tag", {{"w:val", name}});
        xml_.leaf("w:id", {{"w:val", val(++blanks_)}});
        xml_.leaf("w:showingPlcHdr");
        xml_.leaf("w:text");
    }
    const auto content = xml_.element("w:sdtContent");
    words(blank.text, blank.strong, blank.lang, "PlaceholderText");
}

void BodyWriter::page_number(const PageNumber& number) {
    const auto field = xml_.element("w:fldSimple", {{"w:instr", number.of_all ? " NUMPAGES " : " PAGE "}});
    words("1", false, number.lang, {});
}

void BodyWriter::note_mark(const NoteMark& mark) {
    const std::string number = val(static_cast<std::int64_t>(mark.note) + 1), name = "_note" + number;
    if (mark.again) {
        const auto field = xml_.element("w:fldSimple", {{"w:instr", " NOTEREF " + name + " \\f \\h "}});
        return words(number, false, text_.lang, "FootnoteReference");
    }
    const std::string id = val(bookmarks_++);
    xml_.leaf("w:bookmarkStart", {{"w:id", id}, {"w:name", name}});
    note_reference(number);
    xml_.leaf("w:bookmarkEnd", {{"w:id", id}});
}

void BodyWriter::note_reference(const std::string& number) {
    const auto run = xml_.element("w:r");
    {
        const auto properties = xml_.element("w:rPr");
        xml_.leaf("w:rStyle", {{"w:val", "FootnoteReference"}});
    }
    xml_.leaf("w:footnoteReference", {{"w:id", number}});
}

void BodyWriter::table(const Table& table) {
    const auto element = xml_.element("w:tbl");
    {
        const auto properties = xml_.element("w:tblPr");
        xml_.leaf("w:tblStyle", {{"w:val", "Table"}});
        if (table.rtl) xml_.leaf("w:bidiVisual");
        xml_.leaf("w:tblW", {{"w:w", "5000"}, {"w:type", "pct"}});
        xml_.leaf("w:tblLook", {{"w:val", "0020"},
                                {"w:firstRow", "1"},
                                {"w:lastRow", "0"},
                                {"w:firstColumn", "0"},
                                {"w:lastColumn", "0"},
                                {"w:noHBand", "0"},
                                {"w:noVBand", "1"}});
    }
    {
        const auto grid = xml_.element("w:tblGrid");
        for (const Length column : table.columns)
            xml_.leaf("w:gridCol", {{"w:w", val(ooxml::twips(column))}});
    }
    for (const Row& one : table.rows) row(table, one);
}

void BodyWriter::row(const Table& table, const Row& row) {
    const auto element = xml_.element("w:tr");
    {
        const auto properties = xml_.element("w:trPr");
        xml_.leaf("w:cantSplit");
        if (row.header) xml_.leaf("w:tblHeader");
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto cell = xml_.element("w:tc");
        {
            const auto properties = xml_.element("w:tcPr");
            xml_.leaf("w:tcW", {{"w:w", val(ooxml::twips(table.columns[i]))}, {"w:type", "dxa"}});
        }
        for (const Block& one : row.cells[i].blocks) block(one);
    }
}

void BodyWriter::picture(const Picture& picture) {
    const auto p = xml_.element("w:p");
    {
        const auto properties = xml_.element("w:pPr");
        xml_.leaf("w:pStyle", {{"w:val", picture.style}});
    }
    const auto run = xml_.element("w:r");
    run_properties({}, false, text_.lang);
    drawing(picture);
}

void BodyWriter::drawing(const Picture& picture) {
    const std::string id = val(pictures_ + 1), name = "Picture " + id;
    const std::string across = val(ooxml::emu(picture.size.width)),
                      down = val(ooxml::emu(picture.size.height));
    const std::string& way = ways_.pictures[static_cast<std::size_t>(pictures_++)];
    const auto element = xml_.element("w:drawing");
    const auto inline_ =
        xml_.element("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    xml_.leaf("wp:extent", {{"cx", across}, {"cy", down}});
    xml_.leaf("wp:docPr", {{"id", id}, {"name", name}, {"descr", picture.alt}});
    const auto graphic = xml_.element("a:graphic");
    const auto data = xml_.element("a:graphicData", {{"uri", ooxml::xmlns::picture}});
    const auto pic = xml_.element("pic:pic");
    {
        const auto properties = xml_.element("pic:nvPicPr");
        xml_.leaf("pic:cNvPr", {{"id", id}, {"name", name}, {"descr", picture.alt}});
        xml_.leaf("pic:cNvPicPr");
    }
    {
        const auto fill = xml_.element("pic:blipFill");
        xml_.leaf("a:blip", {{"r:embed", way}});
        const auto stretched = xml_.element("a:stretch");
        xml_.leaf("a:fillRect");
    }
    const auto shape = xml_.element("pic:spPr");
    {
        const auto transform = xml_.element("a:xfrm");
        xml_.leaf("a:off", {{"x", "0"}, {"y", "0"}});
        xml_.leaf("a:ext", {{"cx", across}, {"cy", down}});
    }
    const auto geometry = xml_.element("a:prstGeom", {{"prst", "rect"}});
    xml_.leaf("a:avLst");
}

}  // namespace sayso::docx

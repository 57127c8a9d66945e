#include "deck.h"

#include "ooxml/package.h"
#include "ooxml/theme.h"

namespace sayso::test {
namespace {

using ooxml::Package;

const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string spaces =
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string slide_type(const std::string& kind) {
    return "application/vnd.openxmlformats-officedocument.presentationml." + kind + "+xml";
}

std::string group(const std::string& shapes) {
    return "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" "
           "name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
           "<p:grpSpPr/>" +
           shapes + "</p:spTree></p:cSld>";
}

std::string words(const std::string& text) {
    return "<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>" + text +
           "</a:t></a:r></a:p></p:txBody>";
}

std::string title(const std::string& id, const std::string& text) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id +
           "\" name=\"Title\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>" +
           words(text) + "</p:sp>";
}

std::string box(const std::string& id) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id +
           "\" name=\"Box\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
           "<a:ext cx=\"914400\" cy=\"914400\"/></a:xfrm><a:prstGeom "
           "prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>" +
           words("box " + id) + "</p:sp>";
}

const std::string connector =
    "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"6\" name=\"Line\"/><p:cNvCxnSpPr><a:stCxn id=\"4\" idx=\"3\"/>"
    "<a:endCxn id=\"5\" idx=\"1\"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x=\"914400\" "
    "y=\"457200\"/><a:ext cx=\"914400\" cy=\"0\"/></a:xfrm><a:prstGeom "
    "prst=\"line\"><a:avLst/></a:prstGeom></p:spPr>"
    "</p:cxnSp>";

std::string frame(const std::string& id, const std::string& uri, const std::string& inside) {
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"" + id +
           "\" name=\"Frame\" descr=\"What it "
           "shows.\"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>"
           "<a:off x=\"0\" y=\"2000000\"/><a:ext cx=\"4000000\" "
           "cy=\"2000000\"/></p:xfrm><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/" +
           uri + "\">" + inside + "</a:graphicData></a:graphic></p:graphicFrame>";
}

std::string cell(const std::string& text) {
    return "<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>" + text +
           "</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>";
}

std::string table() {
    const std::string row = "<a:tr h=\"370840\">" + cell("left") + cell("right") + "</a:tr>";
    return "<a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid><a:gridCol w=\"2000000\"/><a:gridCol "
           "w=\"2000000\"/></a:tblGrid>" +
           row + row + "</a:tbl>";
}

std::string workbook() {
    Package book;
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    book.add(
        "xl/workbook.xml", type + "sheet.main+xml",
        head + "<workbook xmlns=\"" + main +
            "\" "
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet "
            "name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    book.add("xl/worksheets/sheet1.xml", type + "worksheet+xml",
             head + "<worksheet xmlns=\"" + main +
                 "\"><sheetData><row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><is><t>Times</t></is></c></row>"
                 "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>before</t></is></c><c "
                 "r=\"B2\"><v>48</v></c></row>"
                 "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>after</t></is></c><c "
                 "r=\"B3\"><v>29</v></c></row>"
                 "</sheetData></worksheet>");
    book.relate("", relation + "officeDocument", "xl/workbook.xml");
    book.relate("xl/workbook.xml", relation + "worksheet", "xl/worksheets/sheet1.xml");
    ooxml::Zipper zipper;
    return book.zip(zipper);
}

std::string points(const std::string& kind, const std::string& formula, const std::string& a,
                   const std::string& b) {
    return "<c:" + kind + "Ref><c:f>" + formula + "</c:f><c:" + kind +
           "Cache><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>" + a + "</c:v></c:pt><c:pt idx=\"1\"><c:v>" +
           b + "</c:v></c:pt></c:" + kind + "Cache></c:" + kind + "Ref>";
}

std::string axis(const std::string& kind, const std::string& id, const std::string& other,
                 const std::string& place) {
    return "<c:" + kind + "><c:axId val=\"" + id +
           "\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"" +
           place + "\"/><c:crossAx val=\"" + other + "\"/></c:" + kind + ">";
}

std::string chart() {
    return head + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"" +
           spaces +
           "><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:ser><c:idx "
           "val=\"0\"/><c:order "
           "val=\"0\"/><c:cat>" +
           points("str", "Sheet1!$A$2:$A$3", "before", "after") + "</c:cat><c:val>" +
           points("num", "Sheet1!$B$2:$B$3", "48", "29") +
           "</c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>" +
           axis("catAx", "1", "2", "b") + axis("valAx", "2", "1", "l") +
           "</c:plotArea></c:chart><c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>"
           "</c:chartSpace>";
}

const std::string color_map =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
    "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
    "folHlink=\"folHlink\"/>";

void add_masters(Package& deck) {
    deck.add("ppt/slideMasters/slideMaster1.xml", slide_type("slideMaster"),
             head + "<p:sldMaster" + spaces + ">" + group(title("2", "Title")) + color_map +
                 "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/><p:sldLayoutId "
                 "id=\"2147483650\" "
                 "r:id=\"rId2\"/></p:sldLayoutIdLst></p:sldMaster>");
    for (const std::string number : {"1", "2"}) {
        const std::string layout = "ppt/slideLayouts/slideLayout" + number + ".xml";
        deck.add(layout, slide_type("slideLayout"),
                 head + "<p:sldLayout" + spaces + ">" + group(title("2", "Title")) + "</p:sldLayout>");
        deck.relate("ppt/slideMasters/slideMaster1.xml", relation + "slideLayout", layout);
        deck.relate(layout, relation + "slideMaster", "ppt/slideMasters/slideMaster1.xml");
    }
    deck.add("ppt/notesMasters/notesMaster1.xml", slide_type("notesMaster"),
             head + "<p:notesMaster" + spaces + ">" + group("") + color_map + "</p:notesMaster>");
    for (const std::string number : {"1", "2"})
        deck.add("ppt/theme/theme" + number + ".xml", ooxml::theme_content_type,
                 ooxml::theme_part({}, "Deck", "Arial"));
    deck.relate("ppt/slideMasters/slideMaster1.xml", relation + "theme", "ppt/theme/theme1.xml");
    deck.relate("ppt/notesMasters/notesMaster1.xml", relation + "theme", "ppt/theme/theme2.xml");
}

void add_slides(Package& deck) {
    const std::string one = "ppt/slides/slide1.xml", two = "ppt/slides/slide2.xml";
    deck.add(one, slide_type("slide"),
             head + "<p:sld" + spaces + ">" +
                 group(title("2", "Calmer homes") + box("4") + box("5") + connector +
                       frame("7", "table", table())) +
                 "</p:sld>");
    deck.add(two, slide_type("slide"),
             head + "<p:sld" + spaces + ">" +
                 group(title("2", "Distress fell") +
                       frame("3", "chart",
                             "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                             "r:id=\"rId2\"/>")) +
                 "</p:sld>");
    for (const std::string& slide : {one, two})
        deck.relate(slide, relation + "slideLayout", "ppt/slideLayouts/slideLayout1.xml");
    deck.add("ppt/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
             chart());
    deck.relate(two, relation + "chart", "ppt/charts/chart1.xml");
    deck.default_type("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    deck.add("ppt/embeddings/chart1.xlsx",
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook());
    deck.relate("ppt/charts/chart1.xml", relation + "package", "ppt/embeddings/chart1.xlsx");
    deck.add("ppt/notesSlides/notesSlide1.xml", slide_type("notesSlide"),
             head + "<p:notes" + spaces + ">" + group(box("2")) + "</p:notes>");
    deck.relate(one, relation + "notesSlide", "ppt/notesSlides/notesSlide1.xml");
    deck.relate("ppt/notesSlides/notesSlide1.xml", relation + "notesMaster",
                "ppt/notesMasters/notesMaster1.xml");
    deck.relate("ppt/notesSlides/notesSlide1.xml", relation + "slide", one);
}

void add_presentation(Package& deck) {
    const std::string main = "ppt/presentation.xml";
    const auto lead_to = [&](const std::string& type, const std::string& to) {
        return deck.relate(main, relation + type, to);
    };
    const std::string master = lead_to("slideMaster", "ppt/slideMasters/slideMaster1.xml");
    const std::string notes = lead_to("notesMaster", "ppt/notesMasters/notesMaster1.xml");
    const std::string one = lead_to("slide", "ppt/slides/slide1.xml"),
                      two = lead_to("slide", "ppt/slides/slide2.xml");
    lead_to("theme", "ppt/theme/theme1.xml");
    for (const std::string name : {"presProps", "viewProps", "tableStyles"})
        lead_to(name, "ppt/" + name + ".xml");
    deck.add(
        main, slide_type("presentation.main"),
        head + "<p:presentation" + spaces + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"" +
            master + "\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"" + notes +
            "\"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id=\"256\" r:id=\"" + one +
            "\"/><p:sldId id=\"257\" r:id=\"" + two +
            "\"/></p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" "
            "cy=\"9144000\"/>"
            "<p:extLst><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><p14:sectionLst "
            "xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\"><p14:section "
            "name=\"All\" "
            "id=\"{B4D3A5B2-7A2E-4C0D-9F3B-0123456789AB}\"><p14:sldIdLst><p14:sldId id=\"256\"/><p14:sldId "
            "id=\"257\"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>");
    deck.add("ppt/presProps.xml", slide_type("presProps"), head + "<p:presentationPr" + spaces + "/>");
    deck.add("ppt/viewProps.xml", slide_type("viewProps"), head + "<p:viewPr" + spaces + "/>");
    deck.add("ppt/tableStyles.xml", slide_type("tableStyles"),
             head +
                 "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                 "def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>");
    deck.relate("", relation + "officeDocument", main);
}

}  // namespace

std::string small_deck() {
    Package deck;
    add_presentation(deck);
    add_masters(deck);
    add_slides(deck);
    deck.add_properties({"A small deck", "", "", "", "en-GB", 0, "sayso"});
    ooxml::Zipper zipper;
    return deck.zip(zipper);
}

}  // namespace sayso::test

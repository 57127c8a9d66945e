// The linter of Office files sees each fault that was planted, and none where there is none.
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "deck.h"
#include "support/ooxml_lint.h"
#include "support/ooxml_reader.h"

namespace sayso::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// One change to a file, and what the linter has to say to it.
struct Planted {
    const char* name;
    const char* part;
    const char* from;  // empty: the part goes
    const char* to;
    const char* says;
};

/// The first `from` in the part becomes `to`.
std::string with(const Planted& fault, OfficeFile file) {
    std::string& bytes = file.parts.at(fault.part);
    if (!*fault.from) {
        file.parts.erase(fault.part);
        return write_office(file);
    }
    const std::size_t at = bytes.find(fault.from);
    EXPECT_NE(at, bytes.npos) << fault.name << ": nothing to change";
    if (at != bytes.npos) bytes.replace(at, std::string(fault.from).size(), fault.to);
    return write_office(file);
}

constexpr const char* slide1 = "ppt/slides/slide1.xml";
constexpr const char* slide2 = "ppt/slides/slide2.xml";
constexpr const char* presentation = "ppt/presentation.xml";
constexpr const char* presentation_rels = "ppt/_rels/presentation.xml.rels";
constexpr const char* master = "ppt/slideMasters/slideMaster1.xml";
constexpr const char* master_rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels";
constexpr const char* chart1 = "ppt/charts/chart1.xml";
constexpr const char* types = "[Content_Types].xml";

const std::vector<Planted> planted{
    {"two shapes with one id", slide1, "id=\"5\" name", "id=\"4\" name", "two shapes have the id 4"},
    {"a table and a shape with one id", slide1, "id=\"7\" name", "id=\"5\" name", "two shapes have the id 5"},
    {"a shape's id of nothing", slide1, "id=\"5\" name", "id=\"0\" name", "a shape's id is \"0\""},
    {"a layout with the master's id", master, "2147483649", "2147483648", "has the id of another"},
    {"a layout's id too low", master, "2147483649", "300", "out of its range"},
    {"a slide's id too low", presentation, "id=\"257\" r", "id=\"25\" r", "out of its range"},
    {"two titles", slide1, "<p:nvPr/></p:nvSpPr>", "<p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr>",
     "has two titles"},
    {"no title", slide2, "<p:ph type=\"title\"/>", "", "has no title"},
    {"an empty title", slide2, "Distress fell", "", "its title is empty"},
    {"one title twice", slide2, "Distress fell", "Calmer homes", "has the title of another slide"},
    {"a phantom override", types, "</Types>",
     "<Override PartName=\"/ppt/slides/slide9.xml\" ContentType=\"x\"/></Types>",
     "names ppt/slides/slide9.xml, which is not there"},
    {"two types for one part", types, "</Types>",
     "<Override PartName=\"/ppt/slides/slide1.xml\" ContentType=\"x\"/></Types>", "two content types"},
    {"a part without a type", types, "PartName=\"/ppt/viewProps.xml\"", "PartName=\"/ppt/viewProps2.xml\"",
     "has no content type of its own"},
    {"a master without a theme", master_rels, "relationships/theme\"", "relationships/theme2\"",
     "parts of type theme, not one"},
    {"notes that share the slides' theme", "ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2.xml",
     "theme1.xml", "shares its theme with another master"},
    {"a layout without a master", "ppt/slideLayouts/_rels/slideLayout2.xml.rels", "slideMaster\"",
     "slideMaster2\"", "parts of type slideMaster, not one"},
    {"a master that does not list a layout", master, "<p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/>", "",
     "its list of layouts differs"},
    {"a slide without a layout", "ppt/slides/_rels/slide2.xml.rels", "slideLayout\"", "slideLayouts\"",
     "parts of type slideLayout, not one"},
    {"notes without their master", "ppt/notesSlides/_rels/notesSlide1.xml.rels", "notesMaster\"",
     "notesMasters\"", "parts of type notesMaster, not one"},
    {"notes without a master in the list", presentation, "notesMasterId ", "notesMasterNo ",
     "no master of notes"},
    {"the masters of notes behind the slides", presentation,
     "<p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>",
     "<p:sldIdLst/><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>",
     "stands too late"},
    {"a ptCount above the points", chart1, "ptCount val=\"2\"", "ptCount val=\"3\"", "ptCount differs"},
    {"a point's idx above ptCount", chart1, "idx=\"1\"", "idx=\"2\"", "out of order or above ptCount"},
    {"a point's idx twice", chart1, "idx=\"1\"", "idx=\"0\"", "out of order or above ptCount"},
    {"an axis that nothing has", chart1, "<c:axId val=\"2\"/></c:barChart>",
     "<c:axId val=\"9\"/></c:barChart>", "names an axId that no axis has"},
    {"a third axis of bars", chart1, "</c:barChart>", "<c:axId val=\"2\"/></c:barChart>",
     "has 3 axes, not two"},
    {"a negative axis id", chart1, "<c:catAx><c:axId val=\"1\"", "<c:catAx><c:axId val=\"-1\"",
     "an axId is \"-1\""},
    {"an axis that crosses nothing", chart1, "crossAx val=\"2\"", "crossAx val=\"7\"",
     "crosses one that is not there"},
    {"garbage for a workbook", "ppt/embeddings/chart1.xlsx", "PK", "XX", "is no workbook"},
    {"a value that is not the workbook's", chart1, "<c:v>29</c:v>", "<c:v>28</c:v>",
     "differs from the chart's own value"},
    {"a value that only the workbook holds", chart1, "<c:pt idx=\"1\"><c:v>29</c:v></c:pt>", "",
     "differs from the chart's own value"},
    {"no autoUpdate", chart1, "<c:autoUpdate val=\"0\"/>", "", "does not say autoUpdate"},
    {"no workbook", chart1, "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>", "",
     "has no workbook"},
    {"a cell without a body", slide1,
     "<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>left</a:t></a:r></a:p></a:txBody>",
     "<a:tc>", "a cell of a table has no body"},
    {"a column too many", slide1, "<a:gridCol w=\"2000000\"/>",
     "<a:gridCol w=\"2000000\"/><a:gridCol w=\"1\"/>", "a row has 2 cells for 3 columns"},
    {"a table without a header row", slide1, " firstRow=\"1\"", "", "no header row"},
    {"a negative extent", slide1, "cx=\"914400\"", "cx=\"-914400\"", "a:ext cx=\"-914400\""},
    {"a fraction of an EMU", slide1, "cx=\"914400\"", "cx=\"914400.5\"", "a:ext cx=\"914400.5\""},
    {"an extent that is no number", slide1, "cy=\"914400\"", "cy=\"NaN\"", "a:ext cy=\"NaN\""},
    {"a place that is no whole number", slide1, "off x=\"0\"", "off x=\"0.5\"", "a:off x=\"0.5\""},
    {"a section with an unknown slide", presentation, "p14:sldId id=\"257\"", "p14:sldId id=\"258\"",
     "a section holds slide 258"},
    {"a slide in no section", presentation, "<p14:sldId id=\"257\"/>", "", "a slide is in no section"},
    {"a connector from nowhere", slide1, "stCxn id=\"4\"", "stCxn id=\"14\"", "a:stCxn is glued to a shape"},
    {"a connector to nowhere", slide1, "endCxn id=\"5\"", "endCxn id=\"15\"", "a:endCxn is glued to a shape"},
    {"no core properties", "_rels/.rels", "metadata/core-properties", "metadata/corn-properties",
     "has no core-properties"},
    {"no app properties", "_rels/.rels", "extended-properties", "extended-propertoes",
     "has no extended-properties"},
    {"no title of the document", "docProps/core.xml", "A small deck", "", "there is no title"},
    {"a name left over", "docProps/core.xml", "</cp:coreProperties>",
     "<cp:lastModifiedBy>somebody</cp:lastModifiedBy></cp:coreProperties>", "holds cp:lastModifiedBy"},
    {"no presProps", presentation_rels, "/presProps\"", "/presPropes\"", "parts of type presProps, not one"},
    {"no viewProps", presentation_rels, "/viewProps\"", "/viewPropes\"", "parts of type viewProps, not one"},
    {"a part that is gone", "ppt/viewProps.xml", "", "", "leads to ppt/viewProps.xml, which is not there"},
    {"a part that nothing leads to", "ppt/slides/_rels/slide2.xml.rels", "../charts/chart1.xml",
     "../charts/chart2.xml", "nothing leads to it"},
    {"an id that leads nowhere", slide2, "r:id=\"rId2\"", "r:id=\"rId7\"", "leads nowhere"},
    {"an id that leads to another kind of part", presentation, "id=\"256\" r:id=\"rId3\"",
     "id=\"256\" r:id=\"rId1\"", "p:sldId r:id=\"rId1\" leads to another kind of part"},
    {"one id for two ways", "ppt/slides/_rels/slide2.xml.rels", "rId2", "rId1", "rId1 stands twice"},
    {"a figure without a description", slide1, " descr=\"What it shows.\"", "", "has no description"},
    {"words without a language", slide2, " lang=\"en-GB\"", "", "has no language"},
    {"a colour of its own", slide1, "<p:spPr/>",
     "<p:spPr><a:solidFill><a:srgbClr val=\"B23A1E\"/></a:solidFill></p:spPr>",
     "has a colour of its own, B23A1E"},
    {"a font of its own", slide2, "<a:rPr lang=\"en-GB\"/>",
     "<a:rPr lang=\"en-GB\"><a:latin typeface=\"Arial\"/></a:rPr>", "has a font of its own, Arial"},
    {"XML that does not close", slide2, "</p:sld>", "", "not well-formed"},
};

TEST(Lint, ASoundDeckHasNoFault) {
    EXPECT_THAT(office_faults(small_deck()), IsEmpty());
    if (const char* path = std::getenv("SAYSO_KEEP_DECK"))
        std::ofstream(path, std::ios::binary) << small_deck();
}

TEST(Lint, EachPlantedFaultIsSeen) {
    const OfficeFile sound = read_office(small_deck());
    for (const Planted& fault : planted)
        EXPECT_THAT(office_faults(with(fault, sound)), Contains(HasSubstr(fault.says))) << fault.name;
}

TEST(Lint, AnEntryThatIsNotDeflatedIsSeen) {
    std::string stored = small_deck();
    // The method of the first entry, in its own header and in the directory (APPNOTE 4.3.7 and 4.3.12).
    const std::size_t directory = stored.find("PK\x01\x02");
    stored[8] = stored[directory + 10] = 0;
    EXPECT_THAT(office_faults(stored), testing::Not(IsEmpty()));
}

TEST(Lint, AnythingElseIsNoArchive) {
    EXPECT_THAT(office_faults("not a zip"), Contains(HasSubstr("no archive")));
    EXPECT_THAT(office_faults(""), Contains(HasSubstr("no archive")));
    std::string cut = small_deck();
    cut.resize(cut.size() / 2);
    EXPECT_THAT(office_faults(cut), Contains(HasSubstr("no archive")));
}

}  // namespace
}  // namespace sayso::test

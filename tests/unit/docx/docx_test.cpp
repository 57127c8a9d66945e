// The Word file of a document: what each part of the tree became, and that Office will open it.
#include <pugixml.hpp>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "docx/from_tree.h"
#include "sample.h"
#include "support/ooxml_lint.h"
#include "support/ooxml_rules.h"

namespace sayso::test {
namespace {

using namespace doc;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const OfficeFile& sample_file() {
    static const OfficeFile file = read_office(docx_of(sample_document()));
    return file;
}

const std::string& part(const char* path) {
    return sample_file().parts.at(path);
}

TEST(Docx, EachPartOfTheTreeHasItsStyle) {
    EXPECT_EQ(outline_of(sample_file()),
              "Title: Wording for plans\n"
              "Normal: Copy what fits. / Change the rest. It is yours.\n"
              "Heading1: For a care plan\n"
              "WordingText: [Name] says \u201cmore\u201d by [signals], each [day or week].\n"
              "ListBullet: one\n"
              "ListBullet: two\n"
              "ListNumber: first\n"
              "ListNumber: second\n"
              "ListNumber: again\n"
              "TableText: What\n"
              "TableText: How often\n"
              "TableText: Time together\n"
              "TableText: Every day\n"
              "Figure: \n"
              "Caption: A band\n"
              "Normal: More at the page\n"
              "Quote: It is calmer here.\n");
}

TEST(Docx, TheLinterFindsNothing) {
    EXPECT_THAT(office_faults(docx_of(sample_document())), IsEmpty());
    EXPECT_THAT(office_faults(docx_of(sample_document("ur"))), IsEmpty());
}

TEST(Docx, BlanksAreContentControls) {
    pugi::xml_document xml;
    xml.load_string(part("word/document.xml").c_str());
    std::vector<std::string> names;
    for (const pugi::xml_node control : all_of(xml, "w:sdt"))
        names.push_back(control.child("w:sdtPr").child("w:alias").attribute("w:val").value());
    EXPECT_THAT(names, testing::ElementsAre("Name", "signals", "day or week"));
}

TEST(Docx, OnlyShortWordsInSquareBracketsAreBlanks) {
    const auto blanks = [](const std::string& words) {
        std::string out;
        for (const docx::Inline& one : docx::with_blanks({words, false, "en"})) {
            if (const auto* blank = std::get_if<docx::Blank>(&one)) out += "<" + blank->text + ">";
            if (const auto* plain = std::get_if<docx::Words>(&one)) out += plain->text;
        }
        return out;
    };
    EXPECT_EQ(blanks("[Name] and [who]."), "<[Name]> and <[who]>.");
    EXPECT_EQ(blanks("a [[Name] b] c"), "a [<[Name]> b] c");
    EXPECT_EQ(blanks("open [ and [] and ["), "open [ and [] and [");
    EXPECT_EQ(blanks("[over\ntwo lines]"), "[over\ntwo lines]");
    const std::string sentence = "[" + std::string(70, 'x') + "]";
    EXPECT_EQ(blanks(sentence), sentence);
}

TEST(Docx, AValueAmongWordsFromTheRightKeepsItsOwnOrder) {
    for (const auto& [lang, wanted] :
         {std::pair{"ur", "\u206601632 960 123\u2069"}, {"en-GB", "01632 960 123"}}) {
        doc::Document document = sample_document(lang);
        const NodeId line = document.add(doc::Document::root, doc::Paragraph{});
        document.add(line, doc::Text{"01632 960 123", false, Isolate::left_to_right});
        const OfficeFile file = read_office(docx_of(document));
        EXPECT_THAT(file.parts.at("word/document.xml"), HasSubstr(std::string(">") + wanted + "<")) << lang;
    }
}

TEST(Docx, EachNumberedListCountsByItself) {
    pugi::xml_document xml;
    xml.load_string(part("word/document.xml").c_str());
    std::vector<std::string> lists;
    for (const pugi::xml_node number : all_of(xml, "w:numId"))
        lists.push_back(number.attribute("w:val").value());
    EXPECT_THAT(lists, testing::ElementsAre("1", "1", "2", "2", "3"));
    EXPECT_THAT(part("word/numbering.xml"), HasSubstr("startOverride"));
}

TEST(Docx, TheHeaderRowRepeatsAndTheOthersDoNot) {
    pugi::xml_document xml;
    xml.load_string(part("word/document.xml").c_str());
    const auto rows = all_of(xml, "w:tr");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(rows[0].child("w:trPr").child("w:tblHeader"));
    EXPECT_FALSE(rows[1].child("w:trPr").child("w:tblHeader"));
}

TEST(Docx, AFigureIsShrunkToTheTextAndDecorationIsLeftOut) {
    pugi::xml_document xml;
    xml.load_string(part("word/document.xml").c_str());
    const auto extents = all_of(xml, "wp:extent");
    ASSERT_EQ(extents.size(), 1u);
    EXPECT_EQ(whole(extents[0].attribute("cx").value(), 0), 6'120'000);  // 170 mm
    EXPECT_EQ(whole(extents[0].attribute("cy").value(), 0), 2'040'000);
    EXPECT_EQ(std::string(all_of(xml, "wp:docPr")[0].attribute("descr").value()), "A black band.");
}

TEST(Docx, LooksAreInTheStylesAndColoursInTheTheme) {
    const std::string& body = part("word/document.xml");
    for (const char* direct : {"<w:sz ", "<w:color ", "<w:spacing", "<w:ind "})
        EXPECT_THAT(body, Not(HasSubstr(direct)));
    EXPECT_THAT(part("word/styles.xml"), HasSubstr("w:themeColor=\"accent2\""));
    EXPECT_THAT(part("word/fontTable.xml"), HasSubstr("<w:altName w:val=\"Verdana\"/>"));
    EXPECT_THAT(part("word/theme/theme1.xml"), HasSubstr("Atkinson Hyperlegible Next"));
}

TEST(Docx, ALinkLeadsToItsAddress) {
    EXPECT_EQ(sample_file().related("word/document.xml", "hyperlink")[0].target,
              "https://example.org/?a=1&b=2");
}

TEST(Docx, ASourceThatIsNamedStandsAtTheFootOfThePage) {
    Document document = sample_document();
    const NodeId text = document.add(Document::root, Paragraph{});
    document.add(text, Text{"It fell", false});
    const NodeId note =
        add_words(document, Document::root, Paragraph{}, "source-note", "Our own records, 2026");
    document.add(document.add(text, Link{note, "note 1"}), Text{"1", false});
    const std::string bytes = docx_of(document);
    EXPECT_THAT(office_faults(bytes), IsEmpty());
    EXPECT_THAT(outline_of(read_office(bytes), "word/footnotes.xml"),
                HasSubstr("FootnoteText: Our own records, 2026"));
}

TEST(Docx, ASourceThatIsNamedAgainHasTheNumberOfItsNote) {
    Document document = sample_document();
    const NodeId text = document.add(Document::root, Paragraph{});
    document.add(text, Text{"It fell ", false});
    const NodeId note = add_words(document, Document::root, Paragraph{}, "source-note", "Our own records");
    document.add(document.add(text, Link{note, "note 1"}), Text{"[1]", false});
    document.add(text, Text{", and fell again ", false});
    document.add(document.add(text, Link{note, "note 1"}), Text{"[1]", false});
    const OfficeFile file = read_office(docx_of(document));
    const std::string& body = file.parts.at("word/document.xml");
    EXPECT_THAT(body, HasSubstr("w:instr=\" NOTEREF _note1 \\f \\h \""));
    EXPECT_THAT(body, HasSubstr(">It fell</w:t>"));  // the raised number stands close
    EXPECT_THAT(body, Not(HasSubstr("[1]")));
    EXPECT_EQ(body.find("w:footnoteReference "), body.rfind("w:footnoteReference "));
}

TEST(Docx, ALinkWithinTheTextLeadsToABookmark) {
    Document document = sample_document();
    const NodeId target = add_words(document, Document::root, Paragraph{}, "text", "Here");
    const NodeId text = document.add(Document::root, Paragraph{});
    document.add(document.add(text, Link{target, "there"}), Text{"there", false});
    const std::string bytes = docx_of(document);
    EXPECT_THAT(office_faults(bytes), IsEmpty());
    EXPECT_THAT(read_office(bytes).parts.at("word/document.xml"), HasSubstr("w:anchor=\"_s"));
}

TEST(Docx, RunningMatterCountsItsPages) {
    Document document = sample_document();
    const NodeId footer = document.add_detached(Group{});
    add_words(document, footer, Paragraph{}, "running", "{page} of {pages}");
    PageSpec pages = a4();
    pages.masters[0].footer = footer;
    docx::Cache cache;
    Diagnostics diagnostics;
    docx::Options options;
    options.png = [](const frame::Frame&, Diagnostics&) { return std::string("\x89PNG\r\n"); };
    const std::string bytes = docx::write(document, pages, options, cache, diagnostics);
    EXPECT_THAT(office_faults(bytes), IsEmpty());
    const std::string footer_part = read_office(bytes).parts.at("word/footer1.xml");
    EXPECT_THAT(footer_part, HasSubstr("w:instr=\" PAGE \""));
    EXPECT_THAT(footer_part, HasSubstr("> of <"));
    EXPECT_THAT(footer_part, HasSubstr("w:instr=\" NUMPAGES \""));
}

TEST(Docx, FoldedPaperIsRefused) {
    PageSpec pages = a4();
    pages.imposition = Imposition::trifold;
    docx::Cache cache;
    Diagnostics diagnostics;
    EXPECT_EQ(docx::write(sample_document(), pages, {}, cache, diagnostics), "");
    ASSERT_EQ(diagnostics.items().size(), 1u);
    EXPECT_EQ(diagnostics.items()[0].code, "docx-folded");
}

TEST(Docx, ACacheChangesNothing) {
    docx::Cache cache;
    docx::Options options;
    int drawn = 0;
    options.png = [&](const frame::Frame&, Diagnostics& faults) {
        ++drawn;
        faults.warning("a-fault", {}, "a fault of the drawing");
        return std::string("\x89PNG\r\n");
    };
    const Document document = sample_document();
    Diagnostics once, again;
    const std::string first = docx::write(document, a4(), options, cache, once);
    EXPECT_EQ(docx::write(document, a4(), options, cache, again), first);
    EXPECT_EQ(drawn, 1);
    EXPECT_EQ(once.items(), again.items()) << "what the drawing reported is told again";
    EXPECT_EQ(again.warnings(), 1u);
}

struct Planted {
    const char* name;
    const char* part;
    const char* from;
    const char* to;
    const char* says;
};

const std::vector<Planted> planted{
    {"a style that is not there", "word/document.xml", "\"Heading1\"", "\"Heading9\"", "names \"Heading9\""},
    {"a list that is not there", "word/document.xml", "w:numId w:val=\"2\"", "w:numId w:val=\"9\"",
     "names \"9\""},
    {"a list of no form", "word/numbering.xml", "<w:abstractNumId w:val=\"1\"/>",
     "<w:abstractNumId w:val=\"7\"/>", "a form that is not there"},
    {"a figure without a description", "word/document.xml", "name=\"Picture 1\" descr=\"A black band.\"",
     "name=\"Picture 1\"", "has no description"},
    {"a negative extent", "word/document.xml", "cx=\"6120000\"", "cx=\"-1\"", "cx=\"-1\""},
    {"a row too short", "word/document.xml", "<w:gridCol w:w=\"", "<w:gridCol w:w=\"1\"/><w:gridCol w:w=\"",
     "a row's cells differ"},
    {"a table without a header row", "word/document.xml", "<w:tblHeader/>", "", "no header row"},
    {"two controls with one id", "word/document.xml", "<w:id w:val=\"2\"/>", "<w:id w:val=\"1\"/>",
     "two content controls"},
    {"words without a language", "word/document.xml", "<w:lang w:val=\"en-GB\"/>", "", "has no language"},
    {"no styles", "word/_rels/document.xml.rels", "relationships/styles\"", "relationships/stiles\"",
     "has no styles"},
    {"a link to nowhere", "word/document.xml", "<w:hyperlink r:id=\"", "<w:hyperlink r:xd=\"",
     "leads nowhere"},
    {"two styles with one id", "word/styles.xml", "w:styleId=\"Heading2\"", "w:styleId=\"Heading1\"",
     "two w:style have the id Heading1"},
};

TEST(Docx, TheLinterSeesEachPlantedFault) {
    for (const Planted& fault : planted) {
        OfficeFile file = sample_file();
        std::string& bytes = file.parts.at(fault.part);
        const std::size_t at = bytes.find(fault.from);
        ASSERT_NE(at, bytes.npos) << fault.name << ": nothing to change";
        bytes.replace(at, std::string(fault.from).size(), fault.to);
        EXPECT_THAT(office_faults(write_office(file)), Contains(HasSubstr(fault.says))) << fault.name;
    }
}

/// 0 to `count` - 1.
int upto(std::mt19937& dice, unsigned count) {
    return static_cast<int>(dice() % count);
}

/// Blocks within blocks, of any kind that may stand there.
void grow(Document& document, NodeId parent, int depth, std::mt19937& dice) {
    static const char* const roles[] = {"text", "lead", "card-claim", "heading-2", "note", ""};
    for (int count = 1 + upto(dice, 4); count > 0; --count) {
        const std::string role = roles[dice() % 6];
        switch (depth > 3 ? dice() % 2 : dice() % 7) {
            case 0: {
                const NodeId id =
                    add_words(document, parent, Paragraph{}, role, "words [x] & \x01 \xff <b> \u0645\u0631");
                document[id].text.size = pt(upto(dice, 9) + 10);
                document[id].box.margin.top = pt(upto(dice, 20));
                break;
            }
            case 1:
                add_words(document, parent, Heading{1 + upto(dice, 5)}, role, "a heading");
                break;
            case 2: {
                const NodeId box = document.add(parent, Group{});
                document[box].box.fill = dice() % 2 ? std::optional(document.palette.ground) : std::nullopt;
                document[box].box.padding = Edges::all(pt(upto(dice, 40)));
                grow(document, box, depth + 1, dice);
                break;
            }
            case 3: {
                const NodeId list = document.add(parent, List{static_cast<List::Marker>(dice() % 3)});
                for (int i = upto(dice, 4); i > 0; --i)
                    grow(document, document.add(list, ListItem{}), depth + 1, dice);
                break;
            }
            case 4: {
                const std::size_t columns = 1 + dice() % 3;
                const NodeId table = document.add(parent, Table{std::vector<double>(columns, 1), 1});
                for (int r = 1 + upto(dice, 3); r > 0; --r) {
                    const NodeId row = document.add(table, TableRow{});
                    for (std::size_t c = 0; c < columns; ++c)
                        grow(document, document.add(row, TableCell{}), depth + 1, dice);
                }
                break;
            }
            case 5:
                grow(document, document.add(parent, Quote{}), depth + 1, dice);
                break;
            default:
                document.add(parent,
                             Figure{std::make_shared<frame::Frame>(), {mm(20), mm(10)}, "A figure.", false});
        }
    }
}

TEST(Docx, AnyTreeMakesAFileWithoutFaults) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 dice(seed);
        Document document;
        document.title = "Seed";
        document.lang = seed % 5 == 0 ? "ur" : "en-GB";
        grow(document, Document::root, 0, dice);
        EXPECT_THAT(office_faults(docx_of(document)), IsEmpty()) << seed;
    }
}

}  // namespace
}  // namespace sayso::test

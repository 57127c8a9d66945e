// Letters to people by name: who gets one, what it is called, what it says, and what is wrong with a table.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"

namespace sayso::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

struct Letters : testing::Test {
    Letters() {
        env.files["/p/sayso.yaml"] =
            "approach: intensive-interaction\n"
            "service:\n"
            "  name: Willow House\n"
            "  contact: {name: Sam Okafor, role: Coordinator, phone: 01632 960 123}\n"
            "  sites: [{id: mill-lane, name: Mill Lane}]\n";
    }

    void people(const std::string& rows) {
        env.files["/p/recipients.csv"] = "name,role,organisation,audience,site\n" + rows;
    }
    Documents letters(const std::string& audience = "", const std::string& site = "") {
        BuildOptions options;
        options.kinds = {"letter"};
        options.formats = {"html"};
        options.out = "out";
        if (!audience.empty()) options.audiences = {audience};
        if (!site.empty()) options.sites = {site};
        return Session(env, data_folder, "/p").make(options);
    }
    static std::vector<std::string> paths(const Documents& documents) {
        std::vector<std::string> out;
        for (const Documents::File& file : documents.made) out.push_back(file.path);
        return out;
    }

    MemoryEnv env = shipped_machine();
};

TEST_F(Letters, EachPersonOfTheTableGetsTheirOwn) {
    people(
        "Rowan Ashby,Commissioning manager,Northbridge Council,commissioners,\nJune "
        "Bright,,,family,mill-lane\n");
    const Documents made = letters();
    EXPECT_THAT(faults(made), IsEmpty());
    ASSERT_THAT(paths(made), UnorderedElementsAre("out/commissioners-letter-rowan-ashby.html",
                                                  "out/mill-lane/family-letter-june-bright.html"));
    for (const Documents::File& file : made.made) {
        const bool rowan = file.path.find("rowan") != std::string::npos;
        EXPECT_THAT(file.bytes, HasSubstr(rowan ? "Dear Rowan Ashby," : "Dear June Bright,"));
        EXPECT_THAT(file.bytes, HasSubstr(rowan ? "Northbridge Council" : "Mill Lane, Willow House"));
        EXPECT_THAT(file.bytes, Not(HasSubstr(rowan ? "June" : "Rowan")));
        EXPECT_THAT(file.bytes, HasSubstr("Sam Okafor"));
        EXPECT_THAT(file.bytes, HasSubstr("With this letter:"));
    }
}

TEST_F(Letters, NamesOfFilesAreSafeAndUnique) {
    people(
        "Zoë O’Łuczak,,,family,\nJune Bright,,,family,\njune  BRIGHT,,,funders,\nJune Bright 2,,,funders,\n"
        "../../etc,,,family,\n?,,,family,\nНина,,,family,\n");
    const Documents made = letters();
    EXPECT_THAT(faults(made), IsEmpty());
    EXPECT_THAT(paths(made), UnorderedElementsAre(
                                 "out/family-letter-zoe-o-luczak.html", "out/family-letter-june-bright.html",
                                 "out/funders-letter-june-bright-2.html",
                                 "out/funders-letter-june-bright-2-2.html", "out/family-letter-etc.html",
                                 "out/family-letter-reader.html", "out/family-letter-nina.html"));
}

TEST_F(Letters, WithoutATableEachReaderGetsOneWithoutAName) {
    const Documents made = letters("commissioners");
    EXPECT_THAT(faults(made), IsEmpty());
    ASSERT_THAT(paths(made), ElementsAre("out/commissioners-letter.html"));
    EXPECT_THAT(made.made[0].bytes, HasSubstr("Dear reader,"));
}

TEST_F(Letters, AreNarrowedByReaderAndBySite) {
    people("Rowan Ashby,,,commissioners,\nJune Bright,,,family,mill-lane\nTom Wren,,,family,\n");
    EXPECT_THAT(paths(letters("family")), UnorderedElementsAre("out/mill-lane/family-letter-june-bright.html",
                                                               "out/family-letter-tom-wren.html"));
    EXPECT_THAT(paths(letters("", "mill-lane")), ElementsAre("out/mill-lane/family-letter-june-bright.html"));
    EXPECT_THAT(paths(letters("funders")), ElementsAre("out/funders-letter.html"));
    people("Rowan Ashby,,,commissioners,\n");
    EXPECT_THAT(faults(letters("", "mill-lane")),
                HasSubstr("the table of recipients names nobody who would get this letter"));
}

TEST_F(Letters, FaultsAreToldByTheirCells) {
    people(
        "Rowan Ashby,,,comissioners,\n,,,family,\nTom Wren,,,family,mill-lain\nJune "
        "Bright,,,family,,extra\n");
    const Documents made = letters();
    EXPECT_THAT(made.made, IsEmpty());
    const std::string told = faults(made);
    EXPECT_THAT(told, HasSubstr("/p/recipients.csv:2:15: error: cell D2 (audience): there is no audience "
                                "\"comissioners\""));
    EXPECT_THAT(told, HasSubstr("did you mean \"commissioners\"?"));
    EXPECT_THAT(told, HasSubstr("recipients.csv:3:1: error: "));
    EXPECT_THAT(told, HasSubstr("cell E4 (site): there is no site \"mill-lain\""));
    EXPECT_THAT(told, HasSubstr("this cell stands in a column without a name"));
    EXPECT_EQ(made.errors, 4u);
}

TEST_F(Letters, ATableWithWrongColumnsIsNotGuessedAt) {
    env.files["/p/recipients.csv"] = "name,orgnisation,audience\nRowan Ashby,Council,commissioners\n";
    EXPECT_THAT(faults(letters()), HasSubstr("unknown column \"orgnisation\""));
    env.files["/p/recipients.csv"] = "name,role\nRowan Ashby,Manager\n";
    EXPECT_THAT(faults(letters()), HasSubstr("the table has no column \"audience\""));
    people("Rowan Ashby,,,commissioners,\n");
    env.files["/p/recipients.xlsx"] = "";
    EXPECT_THAT(faults(letters()), HasSubstr("there are two tables of recipients"));
}

TEST_F(Letters, APackHoldsThemWhereThereAreRecipients) {
    const auto made = [&] {
        PackOptions options;
        options.out = "/pack";
        options.jobs = 2;
        const PackReport report = make_pack(env, data_folder, "/p", options);
        EXPECT_THAT(faults(report), IsEmpty());
        std::vector<std::string> out;
        for (const auto& one : report.documents)
            if (one.path.find("letter") != std::string::npos) out.push_back(one.path);
        return out;
    };
    env.files["/p/pack.yaml"] =
        "documents: [{kinds: [letter], formats: [pdf, docx]}, {audiences: [everyone], kinds: [poster]}]\n";
    people("Rowan Ashby,,,commissioners,\nJune Bright,,,family,mill-lane\n");
    EXPECT_THAT(made(), ElementsAre("whole-service/commissioners-letter-rowan-ashby",
                                    "mill-lane/family-letter-june-bright"));
    for (const char* ending : {".pdf", ".docx"})
        EXPECT_TRUE(env.is_file(std::string("/pack/mill-lane/family-letter-june-bright") + ending));
    // Another name is another letter; the other is kept.
    people("Rowan Ashby,,,commissioners,\nJuno Bright,,,family,mill-lane\n");
    made();
    EXPECT_FALSE(env.is_file("/pack/mill-lane/family-letter-june-bright.pdf"));
    EXPECT_TRUE(env.is_file("/pack/mill-lane/family-letter-juno-bright.pdf"));
}

TEST_F(Letters, APackOfTheShippedListHasNoneWithoutATable) {
    CheckOptions options;
    options.kinds = {"letter"};
    options.audiences = {"commissioners"};
    const Report report = Session(env, data_folder, "/p").check(options);
    EXPECT_THAT(faults(report), IsEmpty());
}

}  // namespace
}  // namespace sayso::test

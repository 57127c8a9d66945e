#include <gtest/gtest.h>

#include "diag/diagnostic.h"
#include "diag/suggest.h"

namespace sayso {
namespace {

TEST(Suggest, ASwapOfNeighboursIsOneEdit) {
    EXPECT_EQ(edit_distance("audience", "audience"), 0u);
    EXPECT_EQ(edit_distance("naem", "name"), 1u);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(Suggest, NearestKeepsItsDistance) {
    const std::vector<std::string> known{"family", "funders", "carers"};
    EXPECT_EQ(nearest("familly", known), "family");
    EXPECT_EQ(nearest("fam", known), std::nullopt);                 // three letters allow one edit
    EXPECT_EQ(nearest("fr", {"en-GB", "cy", "ur"}), std::nullopt);  // half a word changed is another word
    EXPECT_EQ(nearest("ru", {"ur"}), std::nullopt);
    EXPECT_EQ(nearest("EN-GB", {"cy", "en-GB"}), "en-GB");  // capitals are no slips
    EXPECT_EQ(suggestion("xyz", known), "one of: family, funders, carers");
    EXPECT_EQ(suggestion("carer", known), "did you mean \"carers\"?");
}

TEST(Diagnostics, RepeatsAreDroppedButTheirNotesKept) {
    Diagnostics faults;
    faults.error("a", {1, 2, 3, 1}, "wrong").notes.push_back({{}, "in one"});
    Diagnostic again = faults.items().front();
    again.notes = {{{}, "in two"}};
    faults.add(again);
    ASSERT_EQ(faults.items().size(), 1u);
    EXPECT_EQ(faults.errors(), 1u);
    EXPECT_EQ(faults.items().front().notes.size(), 2u);
}

TEST(Diagnostics, SortedByPlaceAndStrictCountsWarnings) {
    Diagnostics faults;
    faults.warning("b", {1, 9, 1, 1}, "later");
    faults.error("a", {1, 2, 1, 1}, "sooner");
    EXPECT_EQ(faults.sorted().front().message, "sooner");
    EXPECT_FALSE(is_error(faults.items().front(), false));
    EXPECT_TRUE(is_error(faults.items().front(), true));
    EXPECT_TRUE(has_errors(faults, false));
    Diagnostics warnings;
    warnings.warning("b", {}, "only this");
    EXPECT_FALSE(has_errors(warnings, false));
    EXPECT_TRUE(has_errors(warnings, true));
}

TEST(SourceMap, ATextThatIsAddedAgainKeepsItsIdAndCopiesKeepTheOldOne) {
    SourceMap before;
    const auto id = before.add("a.yaml", "one\n");
    before.add("b.yaml", "two\n");
    SourceMap after = before;
    EXPECT_EQ(after.add("a.yaml", "three\n"), id);
    EXPECT_EQ(after.size(), 2U);
    EXPECT_EQ(after.line({id, 1, 1, 1}), "three");
    EXPECT_EQ(before.line({id, 1, 1, 1}), "one");
}

TEST(Render, ShowsPlaceLineCaretAndHint) {
    SourceMap sources;
    const auto id = sources.add("a.yaml", "one: 1\nné: naem\n");
    Diagnostics faults;
    faults.error("x", {id, 2, 6, 4}, "unknown \"naem\"", "did you mean \"name\"?");
    // Columns count characters: é is one, though two bytes.
    EXPECT_EQ(render_text(faults.items().front(), sources, false),
              "a.yaml:2:5: error: unknown \"naem\"\n"
              "  2 | né: naem\n"
              "    |     ^~~~\n"
              "  hint: did you mean \"name\"?\n");
    EXPECT_EQ(render_json(faults.items().front(), sources),
              "{\"code\":\"x\",\"column\":6,\"file\":\"a.yaml\",\"hint\":\"did you mean "
              "\\\"name\\\"?\",\"length\":4,\"line\":2,"
              "\"message\":\"unknown \\\"naem\\\"\",\"severity\":\"error\"}");
}

TEST(Render, LongLinesAreCutAroundTheFault) {
    SourceMap sources;
    const auto id = sources.add("a.yaml", std::string(5000, 'x') + "Y" + std::string(5000, 'z'));
    const std::string text =
        render_text({Severity::error, "x", {id, 1, 5001, 1}, "m", "", {}}, sources, false);
    EXPECT_LT(text.size(), 400u);
    EXPECT_NE(text.find("xYz"), std::string::npos);
}

TEST(Render, ControlCharactersDoNotReachTheTerminal) {
    SourceMap sources;
    const auto id = sources.add("a\x1b.yaml", "k: \x1b[31m\xC2\x9B!x\n");
    const Diagnostic fault{Severity::error,  "x",       {id, 1, 11, 1},
                           "bad \"\n\x07\"", "no \x7F", {{{}, "in \r"}}};
    EXPECT_EQ(render_text(fault, sources, false),
              "a?.yaml:1:10: error: bad \"??\"\n"
              "  1 | k: ?[31m?!x\n"
              "    |          ^\n"
              "  note: in ?\n"
              "  hint: no ?\n");
}

TEST(Render, BytesThatAreNoTextDoNotBreakJson) {
    SourceMap sources;
    EXPECT_NO_THROW(render_json({Severity::error, "x", {}, "bad \xFF byte", "", {}}, sources));
}

}  // namespace
}  // namespace sayso

// Lines that are remembered are those that laying out anew would give, for just what was asked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shaping.h"

namespace sayso::test {
namespace {

class SharedLines : public Shaping {
  protected:
    std::shared_ptr<const text::Paragraph> shared(const text::Span& span,
                                                  const text::ParagraphOptions& options) {
        return shaper.lay_out_shared({span}, options, diagnostics);
    }
    const text::Span words = span("We join in with what you do");
};

TEST_F(SharedLines, TheSameParagraphIsLaidOutOnce) {
    const auto first = shared(words, column(80));
    EXPECT_EQ(shared(words, column(80)), first);
    EXPECT_THAT(lines_of(*first),
                testing::ElementsAreArray(lines_of(shaper.lay_out({words}, column(80), diagnostics))));
}

TEST_F(SharedLines, EverythingThatShowsTellsParagraphsApart) {
    const auto first = shared(words, column(80));
    text::Span other = words;
    other.size = words.size * 2;
    EXPECT_NE(shared(other, column(80))->widest, first->widest);
    other = words;
    other.color = Color{1, 2, 3};
    EXPECT_EQ(shared(other, column(80))->lines[0].runs[0].second.color, other.color);
    other = words;
    other.owner = NodeId{7};
    EXPECT_EQ(shared(other, column(80))->lines[0].runs[0].first, other.owner);
    text::ParagraphOptions options = column(80);
    options.leading = pt(33);
    EXPECT_EQ(shared(words, options)->leading, pt(33));
    options = column(80);
    options.align = text::ParagraphOptions::Align::end;
    EXPECT_GT(shared(words, options)->lines[0].runs[0].second.origin.x, Length{});
    EXPECT_NE(shared(words, column(200))->lines.size(), first->lines.size());
}

TEST_F(SharedLines, AFaultIsToldEachTime) {
    const text::Span missing = span("\U00012000");
    shared(missing, column(80));
    const std::size_t once = diagnostics.items().size();
    EXPECT_GT(once, 0u);
    diagnostics = {};
    shared(missing, column(80));
    EXPECT_EQ(diagnostics.items().size(), once);
}

}  // namespace
}  // namespace sayso::test

#include "text/addresses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::test {
namespace {

using testing::ElementsAre;

/// The pieces that lines may be made of, when ICU allows a line to end behind each byte of `ends`.
std::vector<std::string> pieces(std::string_view text, std::vector<std::uint32_t> ends) {
    text::break_addresses(text, ends);
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (const std::uint32_t end : ends) {
        out.emplace_back(text.substr(begin, end - begin));
        begin = end;
    }
    return out;
}

TEST(Addresses, NeverBreakBehindTheScheme) {
    EXPECT_THAT(pieces("Read https://a.org/b/c soon", {5, 13, 19, 23, 27}),
                ElementsAre("Read ", "https://a", ".org/", "b/c ", "soon"));
}

TEST(Addresses, TheirLastStopStaysWithThem) {
    EXPECT_THAT(pieces("See http://a.org/.", {4, 11, 18}), ElementsAre("See ", "http://a", ".org/."));
}

TEST(Addresses, OtherTextIsLeftAlone) {
    EXPECT_THAT(pieces("and/or a://", {4, 7, 11}), ElementsAre("and/", "or ", "a://"));
}

}  // namespace
}  // namespace sayso::test

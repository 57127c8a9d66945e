#include "text/phone_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::test {
namespace {

using testing::ElementsAre;

/// The pieces that lines may be made of, where one may end behind each space.
std::vector<std::string> pieces(std::string_view text) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 1; i <= text.size(); ++i)
        if (i == text.size() || text[i - 1] == ' ') ends.push_back(i);
    text::keep_phone_numbers(text, ends);
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (const std::uint32_t end : ends) {
        out.emplace_back(text.substr(begin, end - begin));
        begin = end;
    }
    return out;
}

TEST(PhoneNumbers, StayOnOneLine) {
    EXPECT_THAT(pieces("Ring 01632 960 123 now"), ElementsAre("Ring ", "01632 960 123 ", "now"));
    EXPECT_THAT(pieces("+44 1632 960123"), ElementsAre("+44 1632 960123"));
    EXPECT_THAT(pieces("01632 960 123, 01632 960 124"), ElementsAre("01632 960 123, ", "01632 960 124"));
}

TEST(PhoneNumbers, AreNoOtherFigures) {
    EXPECT_THAT(pieces("in 2024 6000000 0 + 1"), ElementsAre("in ", "2024 ", "6000000 ", "0 ", "+ ", "1"));
}

}  // namespace
}  // namespace sayso::test

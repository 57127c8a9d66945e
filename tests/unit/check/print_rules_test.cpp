#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Sample with_type_of(double size) {
    Sample sample;
    sample.document[sample.paragraph("Good to see you.")].text.size = pt(size);
    return sample;
}

TEST(TypeSize, OfClearPrintIsTwelve) {
    EXPECT_THAT(with_type_of(12).faults(), IsEmpty());
    EXPECT_THAT(
        with_type_of(11.5).faults(),
        ElementsAre("E type-too-small 1: text of 11.5 pt is too small: clear print needs 12 pt or more"));
}

TEST(TypeSize, OfLargePrintIsSixteenAndShouldBeEighteen) {
    const auto codes = [](double size) {
        Sample sample = with_type_of(size);
        sample.profile.large_print = true;
        return sample.codes();
    };
    EXPECT_THAT(codes(18), IsEmpty());
    EXPECT_THAT(codes(17), ElementsAre("W type-small"));
    EXPECT_THAT(codes(15.9), ElementsAre("E type-too-small"));
}

TEST(TypeSize, OfEasyReadIsFourteenAndShouldBeSixteen) {
    const auto codes = [](double size) {
        Sample sample;
        sample.profile.easy_read = true;
        sample.profile.tested_by = "Six people at Willow House, May 2026";
        sample.document[sample.document[sample.document[sample.row({"We wait."})].children[1]].children[0]]
            .text.size = pt(size);
        return sample.codes();
    };
    EXPECT_THAT(codes(16), IsEmpty());
    EXPECT_THAT(codes(14), ElementsAre("W type-small"));
    EXPECT_THAT(codes(13), ElementsAre("E type-too-small"));
}

TEST(TypeSize, CountsInFootersToo) {
    Sample sample;
    sample.footer("2 of 3");
    EXPECT_THAT(sample.codes(), IsEmpty());
    sample.document[NodeId{2}].text.size = pt(9);
    EXPECT_THAT(sample.codes(), ElementsAre("E type-too-small"));
}

TEST(Capitals, InBlocksAreFound) {
    Sample sample;
    sample.paragraph("HOW YOU CAN HELP");
    EXPECT_THAT(sample.faults(), ElementsAre("W capitals 2: all in capitals: \"HOW YOU CAN HELP\""));
}

TEST(Capitals, OfNamesAndLettersAreFine) {
    Sample sample;
    sample.profile.names = {"FUN FOR EVERYONE!", "FUN!"};
    sample.paragraph("FUN FOR EVERYONE!");
    sample.paragraph("FUN!");
    sample.paragraph("The BBC came.");
    EXPECT_THAT(sample.faults(), IsEmpty());
}

}  // namespace
}  // namespace sayso::check

// The block `qr`: a code that fits its place, its address beneath, and words for those who do not see it.
#include <gmock/gmock.h>

#include "sample.h"

namespace sayso::compose {
namespace {

using testing::HasSubstr;
using Qr = Composing;

Length width_of(const Composed& composed) {
    for (std::uint32_t i = 0; i < composed.document.size(); ++i)
        if (const auto* figure = composed.document.get<doc::Figure>(NodeId{i})) return figure->size.width;
    return {};
}

TEST_F(Qr, StandsAboveItsAddress) {
    flow("[{qr: willow-house.example}]");
    EXPECT_EQ(tree(), R"(
root
  group (qr)
    figure alt="QR code for willow-house.example" (qr-figure)
    p (qr-address)
      link https://willow-house.example
        "willow-house.example"
)");
    EXPECT_EQ(messages(), "");
}

TEST_F(Qr, IsNamedInTheTemplatesWords) {
    flow("[{qr: willow-house.example}, {qr: willow-house.example, alt: Ours}]",
         "strings: {qr-code: \"Cod QR ar gyfer {address}\"}");
    EXPECT_THAT(tree(), HasSubstr("alt=\"Cod QR ar gyfer willow-house.example\""));
    EXPECT_THAT(tree(), HasSubstr("alt=\"Ours\""));
}

TEST_F(Qr, IsTwentyFiveMillimetresOrMore) {
    flow("[{qr: willow-house.example}]");
    EXPECT_NEAR(width_of(made()).mm(), 25.0 * 37 / 29, 0.01);  // 29 modules, and 8 that are quiet
    flow("[{qr: willow-house.example, width: 40mm}]");
    EXPECT_NEAR(width_of(made()).mm(), 40.0 * 37 / 29, 0.01);
    EXPECT_EQ(messages(), "");
    flow("[{qr: willow-house.example, width: 20mm}]");
    EXPECT_THAT(messages(), HasSubstr("a QR code 20 mm wide is too small for many telephones"));
}

TEST_F(Qr, GrowsWithItsAddressUntilThereIsNoRoom) {
    flow("[{qr: \"willow-house.example/" + std::string(200, 'a') + "\"}]");
    EXPECT_GT(width_of(made()).mm(), 40);
    EXPECT_EQ(messages(), "");
    flow("[{columns: [{span: 2, flow: [{qr: \"willow-house.example/" + std::string(200, 'a') + "\"}]}]}]");
    made();
    EXPECT_THAT(messages(), HasSubstr("this QR code needs 41 mm with its white edge, and its place has 28"));
}

TEST_F(Qr, LeadsToNoAddressThatIsNone) {
    flow("[{qr: \"our page\"}]");
    made();
    EXPECT_THAT(messages(), HasSubstr("\"our page\" is no address that a link can lead to"));
}

}  // namespace
}  // namespace sayso::compose

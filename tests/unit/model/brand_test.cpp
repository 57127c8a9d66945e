// A service's colours on the shipped theme: pale ones, one that is the reader's, and ones that need no
// change.
#include "model/brand.h"

#include <cmath>
#include <numbers>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/oklab.h"
#include "env/env.h"
#include "model/loader.h"

namespace sayso::model {
namespace {

using ::testing::HasSubstr;

struct Branded {
    Palette palette;
    Diagnostics diagnostics;

    std::string told() const {
        std::string out;
        for (const Diagnostic& one : diagnostics.items()) out += one.message + "\n";
        return out;
    }
};

/// With this `colors:` in sayso.yaml. The loader checks every pair of the theme after the brand is laid on
/// it.
Branded branded(const std::string& colors, const std::string& theme = "sayso") {
    MemoryEnv env;
    for (const char* id : {"sayso", "hedgerow", "high-contrast"}) {
        const std::string path = std::string("templates/themes/") + id + ".yaml";
        env.files["data/" + path] =
            std::get<std::string>(DiskEnv().read(SAYSO_SOURCE_DIR "/" + path, 1 << 20));
    }
    env.files["p/sayso.yaml"] = "theme: " + theme + "\nbrand:\n  colors: [" + colors + "]\n";
    Branded out;
    SourceMap sources;
    Diagnostics unread;  // there is no approach
    Loader reading(env, "data", sources, unread);
    const auto project = reading.project("p");
    Loader loader(env, "data", sources, out.diagnostics);
    const auto made = loader.theme(*project, theme);
    if (made) out.palette = palette_of(*made);
    return out;
}

double hue_between(Color one, Color other) {
    const Oklab a = to_oklab(one), b = to_oklab(other);
    return std::abs(std::remainder(std::atan2(a.b, a.a) - std::atan2(b.b, b.a), 2 * std::numbers::pi));
}

TEST(Brand, PaleYellowAndPinkAreReadAndSaidSo) {
    for (const char* theme : {"sayso", "hedgerow", "high-contrast"}) {
        const Branded made = branded("\"#F9E27D\", \"#F4A7B9\"", theme);
        EXPECT_FALSE(made.diagnostics.has_errors()) << theme << made.told();
        EXPECT_THAT(made.told(), HasSubstr("the brand's colour #F9E27D has a contrast of 1."));
        EXPECT_THAT(made.told(), HasSubstr(to_hex(made.palette.primary) + " is used"));
        EXPECT_LT(hue_between(made.palette.primary, {0xF9, 0xE2, 0x7D}), 0.1);
        EXPECT_GE(contrast_ratio(made.palette.primary, white), 4.5);
        EXPECT_GE(contrast_ratio(made.palette.highlight, made.palette.primary), 4.5);
        EXPECT_EQ(made.palette.highlight, (Color{0xF4, 0xA7, 0xB9})) << "a fine fill as it is";
    }
}

TEST(Brand, ColoursThatCanBeReadAreLeftAsTheyAre) {
    const Branded made = branded("\"#003B71\", \"#FFC845\"");
    EXPECT_EQ(made.told(), "");
    EXPECT_EQ(made.palette.primary, (Color{0x00, 0x3B, 0x71}));
    EXPECT_EQ(made.palette.highlight, (Color{0xFF, 0xC8, 0x45}));
    EXPECT_EQ(made.palette.you, Palette{}.you);
    EXPECT_NE(made.palette.tint, Palette{}.tint);
}

TEST(Brand, OfTheReadersColourGivesTheReaderAnother) {
    const Branded made = branded("\"#B5391C\"");
    EXPECT_THAT(made.told(), HasSubstr("nearly of the colour #B23A1E that means the reader: #0B4F5C"));
    EXPECT_EQ(made.palette.you, (Color{0x0B, 0x4F, 0x5C}));
}

TEST(Brand, OfThreeColoursIsAFault) {
    const Branded made = branded("\"#003B71\", \"#FFC845\", \"#000000\"");
    EXPECT_THAT(made.told(), HasSubstr("a brand has 2 colours, and 3 were given"));
    EXPECT_EQ(made.diagnostics.errors(), 1u);
}

TEST(Brand, ThatIsNoColourIsOneFault) {
    MemoryEnv env;
    env.files["p/sayso.yaml"] = "brand: {colors: [\"yellow\"]}\n";
    SourceMap sources;
    Diagnostics diagnostics;
    Loader(env, "data", sources, diagnostics).project("p");
    ASSERT_GE(diagnostics.items().size(), 1u);
    EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("wants a colour, found \"yellow\""));
}

}  // namespace
}  // namespace sayso::model

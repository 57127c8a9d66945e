// The two emitters that paint, against each other: the PDF as Poppler shows it, and the PNG that Cairo drew
// of the same pages.
#include "support/raster.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/poppler.h"

namespace sayso::test {
namespace {

// Poppler moves each letter to a whole or quarter pixel, Cairo draws it where it stands: half a pixel of 144
// to the inch at most, so that a square of sixteen hardly changes. A lost letter changes one by 30 and more.
constexpr double dpi = 144;
constexpr int block = 16;
constexpr double most_apart = 24;  // the edges of letters of 60 pt, half a pixel off

struct Shown {
    const char* kind;
    const char* lang;
};

class Raster : public testing::TestWithParam<Shown> {};

TEST_P(Raster, ThePdfShowsWhatThePngShows) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", GetParam().kind);
    options.langs = {GetParam().lang};
    options.formats = {"pdf", "png"};
    options.dpi = dpi;
    const Report report = build(env, example_project, options);
    std::vector<std::string> pictures;
    std::string pdf;
    for (const std::string& file : report.files) {
        if (file.ends_with(".png"))
            pictures.push_back(file);
        else
            pdf = env.files.at(file);
    }
    ASSERT_FALSE(pictures.empty()) << faults(report);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const Pixels png = png_pixels(env.files.at(pictures[i]));
        const Pixels seen = seen_page(pdf, static_cast<int>(i), dpi);
        const double apart = largest_difference(png, seen, block);
        RecordProperty("apart", std::to_string(apart));
        const std::string name = std::string(GetParam().kind) + "-" + std::to_string(i + 1);
        EXPECT_LT(apart, most_apart) << "see " << write_pictures(name, png, seen);
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Raster,
                         testing::Values(Shown{"briefing", "en-GB"}, Shown{"leaflet", "en-GB"},
                                         Shown{"poster", "en-GB"}, Shown{"leaflet", "ur"}),
                         [](const auto& each) {
                             return std::string(each.param.kind) + "_" + std::string(each.param.lang, 2);
                         });

/// The measure itself: a letter that is missing is found, an edge that is a little softer is not.
TEST(RasterMeasure, FindsALostLetterAndForgivesAnEdge) {
    Pixels blank{64, 64, std::string(64 * 64 * 3, '\xFF')}, letter = blank, edge = blank;
    const auto paint = [](Pixels& pixels, int x, int y, char shade) {
        for (int of = 0; of < 3; ++of)
            pixels.rgb[static_cast<std::size_t>((y * pixels.width + x) * 3 + of)] = shade;
    };
    for (int y = 17; y < 31; ++y)  // an "l" of 10 pt
        for (int x = 20; x < 23; ++x) paint(letter, x, y, '\0');
    for (int y = 16; y < 32; ++y) paint(edge, 16, y, '\x80');
    EXPECT_GT(largest_difference(blank, letter, block), most_apart);
    EXPECT_LT(largest_difference(blank, edge, block), most_apart);
    EXPECT_EQ(largest_difference(blank, {}, block), 255);
}

}  // namespace
}  // namespace sayso::test

// The two emitters that paint, against each other: the PDF as Poppler shows it, and the PNG that Cairo drew
// of the same pages.
#include "support/raster.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/poppler.h"

namespace sayso::test {
namespace {

constexpr double dpi = 72;
constexpr int block = 8;
constexpr double most_apart = 20;

class Raster : public testing::TestWithParam<const char*> {};

TEST_P(Raster, ThePdfShowsWhatThePngShows) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("family", GetParam());
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
        EXPECT_LT(apart, most_apart) << "see "
                                     << write_pictures(std::string(GetParam()) + "-" + std::to_string(i + 1),
                                                       png, seen);
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Raster,
                         testing::Values("briefing", "leaflet", "easy-read", "poster", "booklet"),
                         [](const auto& kind) {
                             std::string name = kind.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

/// The measure itself: a letter that is missing is found, an edge that is a little softer is not.
TEST(RasterMeasure, FindsALostLetterAndForgivesAnEdge) {
    Pixels blank{32, 32, std::string(32 * 32 * 3, '\xFF')}, letter = blank, edge = blank;
    const auto paint = [](Pixels& pixels, int x, int y, char shade) {
        for (int of = 0; of < 3; ++of)
            pixels.rgb[static_cast<std::size_t>((y * pixels.width + x) * 3 + of)] = shade;
    };
    for (int y = 9; y < 15; ++y) paint(letter, 10, y, '\0');  // an "l" of 8 pt
    for (int y = 8; y < 16; ++y) paint(edge, 8, y, '\xA0');
    EXPECT_GT(largest_difference(blank, letter, block), most_apart);
    EXPECT_LT(largest_difference(blank, edge, block), most_apart);
    EXPECT_EQ(largest_difference(blank, {}, block), 255);
}

}  // namespace
}  // namespace sayso::test

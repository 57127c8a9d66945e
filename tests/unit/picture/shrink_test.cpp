// Large rasters are averaged down while they are read.
#include "picture/shrink.h"

#include <gtest/gtest.h>

#include "env/limits.h"
#include "samples.h"

namespace sayso::picture {
namespace {

std::string shrunk(PixelSize from, PixelSize to, std::size_t channels,
                   const std::vector<std::uint8_t>& pixels) {
    Shrinker shrinker(from, to, channels);
    for (std::size_t y = 0; y < from.height; ++y) shrinker.add_row(pixels.data() + y * from.width * channels);
    return shrinker.take();
}

std::vector<std::uint8_t> greys(std::initializer_list<std::uint8_t> values) {
    std::vector<std::uint8_t> out;
    for (const std::uint8_t value : values) out.insert(out.end(), 3, value);
    return out;
}

std::string text(const std::vector<std::uint8_t>& bytes) {
    return {bytes.begin(), bytes.end()};
}

TEST(Shrinker, AveragesWholePixels) {
    EXPECT_EQ(shrunk({4, 2}, {2, 1}, 3, greys({10, 20, 0, 0, 30, 40, 0, 200})), text(greys({25, 50})));
}

TEST(Shrinker, SharesPixelsThatLieAcrossABorder) {
    // Three into two: the middle one counts half on each side.
    EXPECT_EQ(shrunk({3, 1}, {2, 1}, 3, greys({90, 60, 30})), text(greys({80, 40})));
    EXPECT_EQ(shrunk({1, 3}, {1, 2}, 3, greys({90, 60, 30})), text(greys({80, 40})));
}

TEST(Shrinker, HiddenColoursDoNotTint) {
    const std::vector<std::uint8_t> half_hidden{200, 100, 50, 255, 0, 0, 0, 0};
    EXPECT_EQ(shrunk({2, 1}, {1, 1}, 4, half_hidden), text({200, 100, 50, 128}));
}

TEST(Shrinker, KeepsWhatNeedsNoShrinking) {
    const std::vector<std::uint8_t> hidden{9, 8, 7, 0, 1, 2, 3, 255};
    EXPECT_EQ(shrunk({2, 1}, {2, 1}, 4, hidden), text(hidden));
}

TEST(Shrinker, FillsEveryRowWhateverTheSizes) {
    for (std::size_t from = 1; from < 24; ++from) {
        for (std::size_t to = 1; to <= from; ++to) {
            const std::vector<std::uint8_t> pixels(from * from * 3, 77);
            EXPECT_EQ(shrunk({from, from}, {to, to}, 3, pixels), std::string(to * to * 3, 77)) << from << to;
        }
    }
}

TEST(KeptSize, HasAtMostThatManyPixelsInTheSameShape) {
    EXPECT_EQ(kept_size({300, 200}, 60'000).width, 300u);
    const PixelSize kept = kept_size({6000, 5000}, 7'500'000);
    EXPECT_EQ(kept.width, 3000u);
    EXPECT_EQ(kept.height, 2500u);
    EXPECT_EQ(kept_size({8000, 1}, 100).height, 1u);
}

TEST(Png, LargerThanAnyPageIsMadeSmallerAndStaysWhole) {
    for (const bool interlaced : {false, true}) {
        const std::string rows(std::size_t{5000} * 3000, 'x');
        const std::string file =
            test::encode_png(5000, 3000, SPNG_COLOR_TYPE_GRAYSCALE, 8, rows, nullptr, nullptr, interlaced);
        const test::Decoded result = test::decode(file);
        ASSERT_TRUE(result.image()) << result.error();
        const frame::Image& image = *result.image();
        EXPECT_LE(std::size_t{image.width} * image.height, limits::picture_kept_pixels);
        EXPECT_NEAR(static_cast<double>(image.width) / image.height, 5.0 / 3, 0.01);
        EXPECT_TRUE(image.bytes == std::string(std::size_t{image.width} * image.height, 'x'));
    }
}

TEST(Png, DamageIsToldInPlainWords) {
    std::string file = test::encode_png(8, 8, SPNG_COLOR_TYPE_GRAYSCALE, 8, std::string(64, 'x'));
    EXPECT_EQ(
        test::decode(file.substr(0, 40)).error(),
        "the picture \"pic\" is a damaged PNG file: it ends too early | open it in an image program and save "
        "it again as PNG");
    file[18] = static_cast<char>(file[18] + 1);  // within the first chunk, which a checksum guards
    EXPECT_NE(test::decode(file).error().find("its checksum is wrong"), std::string::npos)
        << test::decode(file).error();
}

TEST(Jpeg, DamageIsToldInPlainWords) {
    const std::string file = test::encode_jpeg(64, 64, 3, 40);
    EXPECT_EQ(test::decode(file.substr(0, file.size() / 2)).error(),
              "the picture \"pic\" is a damaged JPEG file: it ends too early | open it in an image program "
              "and save "
              "it again as JPEG");
}

}  // namespace
}  // namespace sayso::picture

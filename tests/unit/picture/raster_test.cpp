#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "picture/orientation.h"
#include "samples.h"

namespace sayso::test {
namespace {

using frame::Image;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Png, DecodesTrueColour) {
    const std::string rows("\x10\x20\x30\xff\x00\x7f", 6);
    const Decoded result = decode(encode_png(2, 1, SPNG_COLOR_TYPE_TRUECOLOR, 8, rows));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->encoding, Image::Encoding::rgb8);
    EXPECT_EQ(result.image()->width, 2u);
    EXPECT_EQ(result.image()->height, 1u);
    EXPECT_EQ(result.image()->bytes, rows);
}

TEST(Png, KeepsGreyGrey) {
    const std::string rows("\x00\x80\xff\x01", 4);
    const Decoded result = decode(encode_png(2, 2, SPNG_COLOR_TYPE_GRAYSCALE, 8, rows));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->encoding, Image::Encoding::gray8);
    EXPECT_EQ(result.image()->bytes, rows);
}

TEST(Png, MakesEightBitsOfSixteen) {
    const std::string rows("\x12\x34\xab\xcd", 4);
    const Decoded result = decode(encode_png(2, 1, SPNG_COLOR_TYPE_GRAYSCALE, 16, rows));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->encoding, Image::Encoding::gray8);
    EXPECT_EQ(result.image()->bytes.size(), 2u);
}

TEST(Png, KeepsTransparency) {
    const std::string rows("\x10\x20\x30\x80", 4);
    const Decoded result = decode(encode_png(1, 1, SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 8, rows));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->encoding, Image::Encoding::rgba8);
    EXPECT_EQ(result.image()->bytes, rows);
}

TEST(Png, DropsAlphaThatHidesNothing) {
    const std::string rows("\x10\x20\x30\xff\x40\x50\x60\xff", 8);
    const Decoded result = decode(encode_png(2, 1, SPNG_COLOR_TYPE_TRUECOLOR_ALPHA, 8, rows));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->encoding, Image::Encoding::rgb8);
    EXPECT_EQ(result.image()->bytes, "\x10\x20\x30\x40\x50\x60");
}

TEST(Png, ExpandsPaletteAndItsTransparency) {
    spng_plte palette{};
    palette.n_entries = 2;
    palette.entries[0] = {255, 0, 0, 255};
    palette.entries[1] = {0, 0, 255, 255};
    spng_trns clear{};
    clear.n_type3_entries = 1;
    clear.type3_alpha[0] = 0;
    const std::string rows("\x00\x01", 2);
    const Decoded solid = decode(encode_png(2, 1, SPNG_COLOR_TYPE_INDEXED, 8, rows, &palette));
    ASSERT_TRUE(solid.image()) << solid.error();
    EXPECT_EQ(solid.image()->bytes, std::string("\xff\0\0\0\0\xff", 6));
    const Decoded cut = decode(encode_png(2, 1, SPNG_COLOR_TYPE_INDEXED, 8, rows, &palette, &clear));
    ASSERT_TRUE(cut.image()) << cut.error();
    EXPECT_EQ(cut.image()->encoding, Image::Encoding::rgba8);
    EXPECT_EQ(cut.image()->bytes, std::string("\xff\0\0\0\0\0\xff\xff", 8));
}

TEST(Png, DecodesInterlaced) {
    std::string rows;
    for (int i = 0; i < 64; ++i) rows += static_cast<char>(i * 3);
    const Decoded result =
        decode(encode_png(8, 8, SPNG_COLOR_TYPE_GRAYSCALE, 8, rows, nullptr, nullptr, true));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->bytes, rows);
}

TEST(Png, NaturalSizeIsNinetySixPixelsAnInch) {
    const Decoded result =
        decode(encode_png(96, 48, SPNG_COLOR_TYPE_GRAYSCALE, 8, std::string(96 * 48, 'x')));
    ASSERT_TRUE(result.picture);
    EXPECT_EQ(result.picture->size, (Size{pt(72), pt(36)}));
}

TEST(Png, RefusesHugeSidesBeforeDecoding) {
    // Only the header claims the size: decoding would need 1.2 GB.
    std::string bytes = encode_png(1, 1, SPNG_COLOR_TYPE_TRUECOLOR, 8, "abc");
    std::string huge = encode_png(20'000, 1, SPNG_COLOR_TYPE_GRAYSCALE, 8, std::string(20'000, 'x'));
    EXPECT_THAT(decode(huge).error(), AllOf(HasSubstr("the picture \"pic\" is too large: 20000 by 1 pixels"),
                                            HasSubstr("at most 8000")));
    EXPECT_FALSE(decode(huge).picture);
    EXPECT_TRUE(decode(bytes).picture);
}

TEST(Png, RefusesManyPixelsWithinTheSides) {
    const std::string flat =
        encode_png(7'000, 7'000, SPNG_COLOR_TYPE_GRAYSCALE, 1, std::string(875 * 7'000, '\0'));
    EXPECT_THAT(decode(flat).error(), HasSubstr("7000 by 7000 pixels"));
}

TEST(Png, CutShortIsAnErrorAtTheGivenPlace) {
    const std::string whole = encode_png(8, 8, SPNG_COLOR_TYPE_GRAYSCALE, 8, std::string(64, 'x'));
    for (std::size_t size = 8; size < whole.size() - 20; ++size) {  // the end may lack its checksums
        const Decoded result = decode(std::string_view(whole).substr(0, size));
        ASSERT_FALSE(result.picture) << size;
        ASSERT_THAT(result.error(), StartsWith("the picture \"pic\" is a damaged PNG file: ")) << size;
        ASSERT_EQ(result.diagnostics.items()[0].span, (Span{1, 2, 3, 4}));
    }
}

TEST(Jpeg, KnowsGreyAndProgressive) {
    const Decoded grey = decode(encode_jpeg(20, 10, 1, 40));
    ASSERT_TRUE(grey.image()) << grey.error();
    EXPECT_EQ(grey.image()->encoding, Image::Encoding::jpeg_gray);
    EXPECT_TRUE(decode(encode_jpeg(20, 10, 3, 40, {}, true)).image());
}

TEST(Jpeg, RefusesHugeSides) {
    EXPECT_THAT(decode(encode_jpeg(20'000, 2, 1, 40)).error(), HasSubstr("too large: 20000 by 2 pixels"));
}

TEST(Jpeg, CutShortIsAnError) {
    const std::string whole = encode_jpeg(64, 64, 3, 40);
    for (std::size_t size = 3; size + 40 < whole.size(); size += 11) {
        const Decoded result = decode(std::string_view(whole).substr(0, size));
        ASSERT_FALSE(result.picture) << size;
        ASSERT_THAT(result.error(), StartsWith("the picture \"pic\" is a damaged JPEG file: ")) << size;
    }
}

TEST(Exif, ReadsBothByteOrdersAndSurvivesNonsense) {
    EXPECT_EQ(picture::exif_orientation(exif_with_orientation(8)), 8);
    const std::string big("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0", 28);
    EXPECT_EQ(picture::exif_orientation(big), 3);
    EXPECT_EQ(picture::exif_orientation(exif_with_orientation(9)), 1);
    const std::string whole = exif_with_orientation(8);
    for (std::size_t size = 0; size < whole.size() - 8; ++size)
        EXPECT_EQ(picture::exif_orientation(whole.substr(0, size)), 1) << size;
}

TEST(Decode, NamesOtherKinds) {
    EXPECT_THAT(decode("GIF89a...").error(),
                HasSubstr("must be PNG, JPEG, SVG, WebP, HEIC or AVIF, and is a GIF file"));
    EXPECT_THAT(decode(std::string_view("RIFF\0\0\0\0WEBP", 12)).error(),
                HasSubstr("is a damaged WebP file: a part of it makes no sense"));
    EXPECT_THAT(decode(std::string_view("\0\0\0\x18"
                                        "ftypheic\0\0\0\0",
                                        16))
                    .error(),
                HasSubstr("is a damaged HEIC or AVIF file"));
    EXPECT_THAT(decode("").error(), HasSubstr("is an empty file"));
    EXPECT_THAT(decode("hello").error(), HasSubstr("save it as PNG"));
}

}  // namespace
}  // namespace sayso::test

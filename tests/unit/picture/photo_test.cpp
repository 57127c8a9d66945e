// Photos as telephones and printers make them: turned, large, in other colours, and full of what nobody
// should read in a document that leaves the house.
#include <array>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <lcms2.h>

#include "picture/orientation.h"
#include "samples.h"

namespace sayso::test {
namespace {

using frame::Image;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Color red{220, 30, 30}, green{30, 200, 30}, blue{30, 30, 220}, yellow{230, 220, 40};

/// Four fields of one colour each, as rows of RGB: red, green over blue, yellow.
std::string four_fields(std::size_t width, std::size_t height) {
    std::string rows;
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const Color color =
                y < height / 2 ? (x < width / 2 ? red : green) : (x < width / 2 ? blue : yellow);
            for (const std::uint8_t channel : {color.r, color.g, color.b}) rows += static_cast<char>(channel);
        }
    }
    return rows;
}

/// A JPEG of these rows (1, 3 or 4 channels), before whose picture `segments` stand.
std::string jpeg_of(const std::string& rows, unsigned width, unsigned height, int channels,
                    const std::string& segments = {}) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = channels;
    jpeg.in_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    for (unsigned y = 0; y < height; ++y) {
        std::string row = rows.substr(std::size_t{y} * width * static_cast<std::size_t>(channels),
                                      width * static_cast<std::size_t>(channels));
        auto* samples = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&jpeg, &samples, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string out(reinterpret_cast<char*>(buffer), size);
    jpeg_destroy_compress(&jpeg);
    std::free(buffer);
    return out.insert(2, segments);
}

std::string segment(unsigned char marker, const std::string& body) {
    const std::size_t size = body.size() + 2;
    return std::string{'\xff', static_cast<char>(marker), static_cast<char>(size >> 8),
                       static_cast<char>(size & 0xff)} +
           body;
}

/// Where it was taken, who by, what was cut away, and a small copy of the whole: all that cameras add.
std::string secrets(char orientation) {
    const std::string thumbnail = encode_jpeg(16, 16, 3, 90);
    return segment(0xe1, exif_with_orientation(orientation) + "GPS-51.4545-N-2.5879-W" + thumbnail) +
           segment(0xe1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) +
                             "<x:xmpmeta>XMP-Willow-House</x:xmpmeta>") +
           segment(0xed, std::string("Photoshop 3.0\0", 14) + "8BIM-IPTC-by-Ann-Other") +
           segment(0xfe, "COMMENT-bathroom-at-home");
}

struct Pixels {
    picture::PixelSize size{};
    std::size_t channels = 0;
    std::string bytes;

    Color at(double x, double y) const {
        const auto column = static_cast<std::size_t>(x * static_cast<double>(size.width));
        const auto row = static_cast<std::size_t>(y * static_cast<double>(size.height));
        const char* pixel = bytes.data() + (row * size.width + column) * channels;
        const auto channel = [&](std::size_t i) {
            return static_cast<std::uint8_t>(pixel[channels == 1 ? 0 : i]);
        };
        return {channel(0), channel(1), channel(2)};
    }
};

Pixels pixels_of(const Image& image) {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(image.bytes.data()), image.bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg_start_decompress(&jpeg);
    Pixels out{{jpeg.output_width, jpeg.output_height}, static_cast<std::size_t>(jpeg.output_components), {}};
    std::string row(out.size.width * out.channels, '\0');
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* samples = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_read_scanlines(&jpeg, &samples, 1);
        out.bytes += row;
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return out;
}

MATCHER_P(Near, color, "is " + to_hex(color) + " or nearly") {
    constexpr int most = 12;
    *result_listener << to_hex(arg);
    return std::abs(arg.r - color.r) <= most && std::abs(arg.g - color.g) <= most &&
           std::abs(arg.b - color.b) <= most;
}

/// Corners of the upright picture, from the top left on.
std::array<Color, 4> corners(const Pixels& pixels) {
    return {pixels.at(0.25, 0.25), pixels.at(0.75, 0.25), pixels.at(0.25, 0.75), pixels.at(0.75, 0.75)};
}

/// By Exif 2.32: what each orientation makes of the four fields.
constexpr std::array<std::array<Color, 4>, 8> upright{{{red, green, blue, yellow},
                                                       {green, red, yellow, blue},
                                                       {yellow, blue, green, red},
                                                       {blue, yellow, red, green},
                                                       {red, blue, green, yellow},
                                                       {blue, red, yellow, green},
                                                       {yellow, green, blue, red},
                                                       {green, yellow, red, blue}}};

void expect_upright(const Decoded& result, int orientation, picture::PixelSize size) {
    ASSERT_TRUE(result.image()) << result.error();
    const Pixels pixels = pixels_of(*result.image());
    EXPECT_EQ(pixels.size, size);
    const auto found = corners(pixels);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_THAT(found.at(i), Near(upright.at(static_cast<std::size_t>(orientation - 1)).at(i)))
            << "corner " << i << " of orientation " << orientation;
    for (const char* secret : {"GPS", "XMP", "IPTC", "COMMENT", "Exif", "Photoshop"})
        EXPECT_THAT(result.image()->bytes, Not(HasSubstr(secret))) << orientation;
    EXPECT_EQ(result.image()->bytes.find("\xff\xd8", 2), std::string::npos) << "a thumbnail is in it";
}

TEST(Photo, IsTurnedWithoutLossAndWithoutSecrets) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string file =
            jpeg_of(four_fields(64, 32), 64, 32, 3, secrets(static_cast<char>(orientation)));
        const picture::PixelSize size =
            orientation >= 5 ? picture::PixelSize{32, 64} : picture::PixelSize{64, 32};
        const Decoded result = decode(file);
        expect_upright(result, orientation, size);
        EXPECT_EQ(result.diagnostics.items().size(), 0u);
        EXPECT_EQ(result.picture->size, orientation >= 5 ? (Size{pt(24), pt(48)}) : (Size{pt(48), pt(24)}));
    }
}

/// Sides that end within a block of 16 cannot be turned without loss: those photos are made anew.
TEST(Photo, IsTurnedThoughItsSidesAreUneven) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string file =
            jpeg_of(four_fields(61, 35), 61, 35, 3, secrets(static_cast<char>(orientation)));
        expect_upright(decode(file), orientation,
                       orientation >= 5 ? picture::PixelSize{35, 61} : picture::PixelSize{61, 35});
    }
}

TEST(Photo, HasThreeHundredPixelsAnInchOfItsPlace) {
    for (int orientation : {1, 6}) {
        const std::string file =
            jpeg_of(four_fields(640, 480), 640, 480, 3, secrets(static_cast<char>(orientation)));
        picture::Wanted wanted;
        wanted.width = pt(72);
        const Decoded result = decode(file, wanted);
        const auto size = orientation == 1 ? picture::PixelSize{300, 225} : picture::PixelSize{300, 400};
        expect_upright(result, orientation, size);
        EXPECT_EQ(result.picture->size.width, pt(72));
        wanted.width = pt(720);
        EXPECT_EQ(decode(file, wanted).image()->width, orientation == 1 ? 640u : 480u);
    }
}

TEST(Photo, WithinTheMeasureIsShrunkToThat) {
    picture::Wanted wanted;
    wanted.room = pt(36);
    const Decoded result = decode(jpeg_of(four_fields(640, 480), 640, 480, 3), wanted);
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.picture->size, (Size{pt(36), pt(27)}));
    EXPECT_EQ(result.image()->width, 150u);
}

TEST(Photo, WithAFewPixelsTooManyIsLeftAsItIs) {
    picture::Wanted wanted;
    wanted.width = pt(72);
    EXPECT_EQ(decode(jpeg_of(four_fields(308, 200), 308, 200, 3), wanted).image()->width, 308u);
    EXPECT_EQ(decode(jpeg_of(four_fields(340, 200), 340, 200, 3), wanted).image()->width, 300u);
}

TEST(Photo, OfGreyStaysGrey) {
    const std::string file = jpeg_of(std::string(640 * 480, '\x60'), 640, 480, 1, secrets(6));
    picture::Wanted wanted;
    wanted.width = pt(72);
    for (const Decoded& result : {decode(file), decode(file, wanted)}) {
        ASSERT_TRUE(result.image()) << result.error();
        EXPECT_EQ(result.image()->encoding, Image::Encoding::jpeg_gray);
        EXPECT_THAT(pixels_of(*result.image()).at(0.5, 0.5), Near(Color{0x60, 0x60, 0x60}));
        EXPECT_THAT(result.image()->bytes, Not(HasSubstr("GPS")));
    }
    EXPECT_EQ(decode(file, wanted).image()->width, 300u);
    EXPECT_EQ(decode(file, wanted).image()->height, 400u);
}

/// libjpeg marks CMYK as Adobe's, whose inks are inverted: 255 is none.
TEST(Photo, InPrintingColoursBecomesRgbAndSaysSo) {
    std::string rows;
    for (int i = 0; i < 32 * 32; ++i) rows += std::string("\xff\x00\x00\xff", 4);  // magenta and yellow
    const Decoded result = decode(jpeg_of(rows, 32, 32, 4));
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_EQ(result.image()->encoding, Image::Encoding::jpeg_rgb);
    EXPECT_THAT(pixels_of(*result.image()).at(0.5, 0.5), Near(Color{255, 0, 0}));
    EXPECT_FALSE(result.diagnostics.has_errors());
    EXPECT_THAT(result.error(), HasSubstr("is in printing colours (CMYK)"));
}

std::string saved(cmsHPROFILE profile) {
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::string out(size, '\0');
    cmsSaveProfileToMem(profile, out.data(), &size);
    cmsCloseProfile(profile);
    return out;
}

/// As jpeg_write_icc_profile splits it: one piece.
std::string profile_segment(const std::string& profile) {
    return segment(0xe2, std::string("ICC_PROFILE\0\x01\x01", 14) + profile);
}

std::string wide_gamut() {
    constexpr cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE display_p3{{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
    cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const std::string out = saved(cmsCreateRGBProfile(&white, &display_p3, curves));
    cmsFreeToneCurve(curve);
    return out;
}

TEST(Photo, OfAWiderGamutLooksTheSameInSrgb) {
    std::string rows;
    for (int i = 0; i < 32 * 32; ++i) rows += std::string("\xc8\x64\x50", 3);
    const Decoded result = decode(jpeg_of(rows, 32, 32, 3, profile_segment(wide_gamut())));
    ASSERT_TRUE(result.image()) << result.error();
    // (200, 100, 80) of Display P3, by hand through XYZ: more red than sRGB's, less green.
    EXPECT_THAT(pixels_of(*result.image()).at(0.5, 0.5), Near(Color{215, 95, 73}));
    EXPECT_THAT(result.image()->bytes, Not(HasSubstr("ICC_PROFILE")));
}

TEST(Photo, ThatNamesSrgbIsNotMadeAnew) {
    const std::string rows = four_fields(32, 32);
    const Decoded plain = decode(jpeg_of(rows, 32, 32, 3));
    const Decoded named = decode(jpeg_of(rows, 32, 32, 3, profile_segment(saved(cmsCreate_sRGBProfile()))));
    ASSERT_TRUE(plain.image() && named.image());
    EXPECT_EQ(plain.image()->bytes, named.image()->bytes);
}

TEST(Photo, WithADamagedProfileIsShownWithoutIt) {
    std::string profile = wide_gamut();
    for (std::size_t at = 130; at < profile.size(); at += 3) profile[at] = '\xee';
    EXPECT_TRUE(decode(jpeg_of(four_fields(32, 32), 32, 32, 3, profile_segment(profile))).image());
}

TEST(Photo, WhatFollowsThePictureGoesToo) {
    const std::string file = jpeg_of(four_fields(32, 32), 32, 32, 3) + "MOTION-PHOTO-and-sound";
    const Decoded result = decode(file);
    ASSERT_TRUE(result.image()) << result.error();
    EXPECT_THAT(result.image()->bytes, Not(HasSubstr("MOTION")));
}

/// The same four fields from cameras of other kinds; the WebP lies on its side (6), the others are turned
/// already.
TEST(Photo, OfATelephoneBecomesAJpegWithoutSecrets) {
    for (const auto& [name, orientation] :
         {std::pair{"photo.webp", 6}, {"photo.heic", 1}, {"photo.avif", 1}}) {
        const std::string file = corpus(name);
        ASSERT_NE(file.find("GPSLatitude"), std::string::npos) << name;
        const auto size = orientation == 6 ? picture::PixelSize{32, 64} : picture::PixelSize{64, 32};
        const Decoded whole = decode(file);
        expect_upright(whole, orientation, size);
        EXPECT_EQ(whole.image()->encoding, Image::Encoding::jpeg_rgb) << name;
        picture::Wanted wanted;
        wanted.width = pt(3.84);  // 16 pixels
        expect_upright(decode(file, wanted), orientation, {16, size.height * 16 / size.width});
    }
}

TEST(Picture, WithOpacityKeepsIt) {
    for (const char* name : {"rgba.webp", "rgba.heic"}) {
        const Decoded result = decode(corpus(name));
        ASSERT_TRUE(result.image()) << result.error();
        ASSERT_EQ(result.image()->encoding, Image::Encoding::rgba8) << name;
        EXPECT_EQ(result.image()->bytes[3], '\xff') << name;
        EXPECT_EQ(result.image()->bytes[63 * 4 + 3], '\x80') << name;
    }
}

TEST(Picture, OfSixteenBitsOrAPaletteIsShrunkToo) {
    picture::Wanted wanted;
    wanted.width = pt(12);
    const Decoded deep = decode(
        encode_png(200, 100, SPNG_COLOR_TYPE_TRUECOLOR, 16, std::string(200 * 100 * 6, '\x40')), wanted);
    ASSERT_TRUE(deep.image()) << deep.error();
    EXPECT_EQ(deep.image()->width, 50u);
    EXPECT_EQ(deep.image()->bytes, std::string(50 * 25 * 3, '\x40'));
    spng_plte palette{};
    palette.n_entries = 1;
    palette.entries[0] = {10, 20, 30, 255};
    const Decoded few = decode(
        encode_png(200, 100, SPNG_COLOR_TYPE_INDEXED, 8, std::string(200 * 100, '\0'), &palette), wanted);
    ASSERT_TRUE(few.image()) << few.error();
    EXPECT_EQ(few.image()->bytes.substr(0, 3), "\x0a\x14\x1e");
    EXPECT_EQ(few.image()->width, 50u);
}

}  // namespace
}  // namespace sayso::test

// Damaged files never crash or hang: they decode to something within the limits, or cause errors that name
// the file.
#include <random>

#include <gtest/gtest.h>

#include "env/limits.h"
#include "samples.h"

namespace sayso::test {
namespace {

constexpr int rounds = 400;  // under sanitizers about a second

/// Bytes a pixel; 0 for a JPEG, which stays as it came.
std::size_t channels_of(frame::Image::Encoding encoding) {
    switch (encoding) {
        case frame::Image::Encoding::gray8:
            return 1;
        case frame::Image::Encoding::rgb8:
            return 3;
        case frame::Image::Encoding::rgba8:
            return 4;
        case frame::Image::Encoding::jpeg_rgb:
        case frame::Image::Encoding::jpeg_gray:
            return 0;
    }
    return 0;
}

void expect_sound(const Decoded& result, const std::string& bytes) {
    if (!result.picture) {
        ASSERT_TRUE(result.diagnostics.has_errors()) << ::testing::PrintToString(bytes);
        ASSERT_LE(result.diagnostics.items().size(), limits::picture_faults);
        return;
    }
    ASSERT_FALSE(result.diagnostics.has_errors());
    if (const frame::Image* image = result.image()) {
        ASSERT_LE(std::size_t{image->width} * image->height, limits::picture_pixels);
        const std::size_t pixels = std::size_t{image->width} * image->height;
        if (const std::size_t channels = channels_of(image->encoding)) {
            ASSERT_EQ(image->bytes.size(), pixels * channels);
        }
    }
}

/// Changes, drops, doubles or swaps a few bytes beyond the first `kept`.
std::string mutated(std::string bytes, std::mt19937& random, std::size_t kept) {
    const auto below = [&](std::size_t limit) { return std::size_t{random()} % limit; };
    for (std::size_t change = 0; change <= below(4); ++change) {
        const std::size_t at = kept + below(bytes.size() - kept);
        switch (below(4)) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, bytes.substr(at, 1 + below(8)));
                break;
            default:
                std::swap(bytes[at], bytes[kept + below(bytes.size() - kept)]);
        }
        if (bytes.size() <= kept + 1) break;
    }
    return bytes;
}

void survive(const std::string& file, std::size_t kept) {
    std::mt19937 random(1980);
    for (int i = 0; i < rounds; ++i) {
        const std::string bytes = mutated(file, random, kept);
        picture::Wanted wanted;
        wanted.width = pt(9);  // small, so that many can be tried
        expect_sound(decode(bytes, wanted), bytes);
        if (::testing::Test::HasFatalFailure()) return;
    }
}

/// The CRC of every chunk made right again, so that damage reaches the code behind the check.
std::string with_right_crcs(std::string png) {
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(png[at]));
    };
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t length = byte(at) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
        if (length > png.size() - at - 12) break;
        std::uint32_t crc = 0xFFFFFFFFu;
        for (std::size_t i = at + 4; i < at + 8 + length; ++i) {
            crc ^= byte(i);
            for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
        }
        for (std::size_t i = 0; i < 4; ++i)
            png[at + 8 + length + i] = static_cast<char>(~crc >> (24 - 8 * i));
        at += 12 + length;
    }
    return png;
}

TEST(Damaged, Png) {
    std::string rows;
    for (int i = 0; i < 24 * 24 * 3; ++i) rows += static_cast<char>(i * 31);
    survive(encode_png(24, 24, SPNG_COLOR_TYPE_TRUECOLOR, 8, rows), 8);
}

TEST(Damaged, PngWithRightCrcs) {
    std::string rows;
    for (int i = 0; i < 24 * 24; ++i) rows += static_cast<char>(i % 2);
    spng_plte palette{};
    palette.n_entries = 2;
    spng_trns clear{};
    clear.n_type3_entries = 1;
    const std::string file = encode_png(24, 24, SPNG_COLOR_TYPE_INDEXED, 8, rows, &palette, &clear, true);
    ASSERT_EQ(with_right_crcs(file), file);
    std::mt19937 random(7);
    for (int i = 0; i < rounds; ++i) {
        const std::string bytes = with_right_crcs(mutated(file, random, 8));
        expect_sound(decode(bytes), bytes);
    }
}

TEST(Damaged, Jpeg) {
    survive(encode_jpeg(40, 24, 3, 90, exif_with_orientation(6)), 3);
}

TEST(Damaged, ProgressiveJpeg) {
    survive(encode_jpeg(40, 24, 3, 90, {}, true), 3);
}

TEST(Damaged, Svg) {
    survive(R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="50mm">
  <g fill="none" stroke="currentColor" stroke-width="5" transform="rotate(30 48 48) scale(.5 1)">
    <path d="M8 8C1 2 3 4 5 6S7 8 9 10Q1 2 3 4T5 6A7 8 9 0 1 2 3l1 1h2v3z"/>
    <rect x="1" y="2" width="30" height="40" rx="5"/><circle cx="9" cy="9" r="4" style="fill:#F2B138;stroke:none"/>
    <polygon points="1 2 3 4 5,6"/><ellipse rx="4" ry="9"/><line x2="9" stroke-dasharray="1 2 3"/>
  </g></svg>)svg",
            4);
}

/// A clip, a gradient, a marker, a mask and a filter: what a frame cannot hold.
TEST(Damaged, SvgInPixels) {
    survive(R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
  <defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="#00F"/></linearGradient>
    <clipPath id="c"><circle cx="40" cy="40" r="30"/></clipPath><mask id="m"><rect width="96" height="50"/></mask>
    <marker id="h" markerWidth="4" markerHeight="4"><path d="M0 0L4 2L0 4z"/></marker>
    <filter id="f"><feGaussianBlur stdDeviation="2"/></filter></defs>
  <style>.a{fill:url(#g)}</style><g clip-path="url(#c)" mask="url(#m)"><rect class="a" width="90" height="90" id="r"/></g>
  <path d="M1 1L90 90" stroke="#000" marker-end="url(#h)" filter="url(#f)" opacity=".5"/><use href="#r" x="9"/></svg>)svg",
            4);
}

TEST(Damaged, TelephonesPhotos) {
    for (const char* name : {"photo.webp", "rgba.webp", "photo.heic", "photo.avif", "rgba.heic"})
        survive(corpus(name), 12);
}

TEST(Damaged, RandomBytesBehindEverySignature) {
    constexpr std::string_view heic("\0\0\0\x18\x66typheic", 12), webp("RIFF\x40\0\0\0WEBPVP8 ", 16);
    std::mt19937 random(12);
    for (const std::string_view start :
         {std::string_view("\x89PNG\r\n\x1a\n"), std::string_view("\xff\xd8\xff"), std::string_view("<svg "),
          heic, webp, std::string_view()})
        for (int i = 0; i < 50; ++i) {
            std::string bytes(start);
            for (auto n = random() % 300; n > 0; --n) bytes += static_cast<char>(random());
            expect_sound(decode(bytes), bytes);
        }
}

}  // namespace
}  // namespace sayso::test

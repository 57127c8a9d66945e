#include "support/raster.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <spng.h>

namespace sayso::test {
namespace {

int channel(const Pixels& pixels, int x, int y, int of) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) *
            3 +
        static_cast<std::size_t>(of);
    return static_cast<unsigned char>(pixels.rgb[at]);
}

double mean_difference(const Pixels& a, const Pixels& b, int left, int top, int block, int of) {
    const int right = std::min(left + block, a.width), bottom = std::min(top + block, a.height);
    int sum = 0;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) sum += channel(a, x, y, of) - channel(b, x, y, of);
    return std::abs(static_cast<double>(sum)) / (block * block);
}

std::string png_of(const Pixels& pixels) {
    spng_ctx* const encoder = spng_ctx_new(SPNG_CTX_ENCODER);
    spng_set_option(encoder, SPNG_ENCODE_TO_BUFFER, 1);
    spng_ihdr header{};
    header.width = static_cast<std::uint32_t>(pixels.width);
    header.height = static_cast<std::uint32_t>(pixels.height);
    header.bit_depth = 8;
    header.color_type = SPNG_COLOR_TYPE_TRUECOLOR;
    spng_set_ihdr(encoder, &header);
    spng_encode_image(encoder, pixels.rgb.data(), pixels.rgb.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE);
    std::size_t size = 0;
    int fault = 0;
    void* const bytes = spng_get_png_buffer(encoder, &size, &fault);
    std::string out(static_cast<const char*>(bytes), bytes != nullptr ? size : 0);
    std::free(bytes);
    spng_ctx_free(encoder);
    return out;
}

/// White where both agree, darker the more they differ.
Pixels difference(const Pixels& a, const Pixels& b) {
    Pixels out = a;
    for (std::size_t i = 0; i < out.rgb.size(); ++i) {
        const int other = i < b.rgb.size() ? static_cast<unsigned char>(b.rgb[i]) : 0;
        out.rgb[i] = static_cast<char>(255 - std::abs(static_cast<unsigned char>(a.rgb[i]) - other));
    }
    return out;
}

}  // namespace

Pixels png_pixels(std::string_view png) {
    Pixels out;
    spng_ctx* const decoder = spng_ctx_new(0);
    spng_set_png_buffer(decoder, png.data(), png.size());
    spng_ihdr header{};
    std::size_t size = 0;
    if (spng_get_ihdr(decoder, &header) == 0 && spng_decoded_image_size(decoder, SPNG_FMT_RGB8, &size) == 0) {
        out = {static_cast<int>(header.width), static_cast<int>(header.height), std::string(size, '\0')};
        spng_decode_image(decoder, out.rgb.data(), size, SPNG_FMT_RGB8, 0);
    }
    spng_ctx_free(decoder);
    return out;
}

double largest_difference(const Pixels& a, const Pixels& b, int block) {
    if (a.width != b.width || a.height != b.height || a.rgb.empty()) return 255;
    double largest = 0;
    for (int y = 0; y < a.height; y += block)
        for (int x = 0; x < a.width; x += block)
            for (int of = 0; of < 3; ++of)
                largest = std::max(largest, mean_difference(a, b, x, y, block, of));
    return largest;
}

std::string write_pictures(const std::string& name, const Pixels& expected, const Pixels& got) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "sayso-pictures";
    fs::create_directories(folder);
    const auto write = [&](const char* what, const Pixels& pixels) {
        std::ofstream(folder / (name + "-" + what + ".png"), std::ios::binary) << png_of(pixels);
    };
    write("expected", expected);
    write("got", got);
    write("diff", difference(expected, got));
    return folder.string();
}

}  // namespace sayso::test

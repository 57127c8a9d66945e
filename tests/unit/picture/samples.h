// Small pictures made on the spot, and the faults they cause.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <spng.h>

#include "env/env.h"
#include "picture/picture.h"

namespace sayso::test {

inline std::string encode_png(std::uint32_t width, std::uint32_t height, std::uint8_t color_type,
                              std::uint8_t depth, const std::string& rows, const spng_plte* palette = nullptr,
                              spng_trns* transparency = nullptr, bool interlaced = false) {
    spng_ctx* encoder = spng_ctx_new(SPNG_CTX_ENCODER);
    spng_set_option(encoder, SPNG_ENCODE_TO_BUFFER, 1);
    spng_ihdr header{};
    header.width = width;
    header.height = height;
    header.color_type = color_type;
    header.bit_depth = depth;
    header.interlace_method = interlaced ? SPNG_INTERLACE_ADAM7 : SPNG_INTERLACE_NONE;
    spng_set_ihdr(encoder, &header);
    if (palette) {
        spng_plte copy = *palette;
        spng_set_plte(encoder, &copy);
    }
    if (transparency) spng_set_trns(encoder, transparency);
    std::string out;
    std::size_t size = 0;
    int fault = spng_encode_image(encoder, rows.data(), rows.size(), SPNG_FMT_PNG, SPNG_ENCODE_FINALIZE);
    if (fault == 0) {
        void* bytes = spng_get_png_buffer(encoder, &size, &fault);
        out.assign(static_cast<const char*>(bytes), size);
        std::free(bytes);
    }
    spng_ctx_free(encoder);
    return out;
}

/// A JPEG of one colour. `components` 1, 3 or 4; `exif` is the body of an APP1 segment or empty.
inline std::string encode_jpeg(unsigned width, unsigned height, int components, unsigned char value,
                               const std::string& exif = {}, bool progressive = false) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = components;
    jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    if (progressive) jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (!exif.empty())
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()),
                          static_cast<unsigned>(exif.size()));
    std::vector<unsigned char> row(std::size_t{width} * static_cast<std::size_t>(components));
    for (unsigned y = 0; y < height; ++y) {
        // Not quite flat, so that every row has codes of its own.
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = static_cast<unsigned char>(value + (i * 7 + y * 13) % 50);
        JSAMPROW samples = row.data();
        jpeg_write_scanlines(&jpeg, &samples, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string out(reinterpret_cast<char*>(buffer), size);
    jpeg_destroy_compress(&jpeg);
    std::free(buffer);
    return out;
}

/// An APP1 body that holds nothing but the orientation, little-endian.
inline std::string exif_with_orientation(char orientation) {
    std::string out("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
    out += orientation;
    out.append(7, '\0');
    return out;
}

/// One of the files that the fuzzer starts from.
inline std::string corpus(const std::string& name) {
    auto bytes = DiskEnv().read(SAYSO_SOURCE_DIR "/tests/fuzz/corpus/picture/" + name, 1 << 20);
    return std::get<std::string>(std::move(bytes));
}

constexpr Color test_ink{1, 2, 3};

struct Decoded {
    std::optional<picture::Picture> picture;
    Diagnostics diagnostics;

    const frame::Image* image() const { return held<frame::Image>(); }
    const frame::Frame* drawing() const { return held<frame::Frame>(); }
    /// Message and hint of the only fault, or "" and a reason why there is none.
    std::string error() const {
        if (diagnostics.items().size() != 1)
            return "number of errors: " + std::to_string(diagnostics.items().size());
        return diagnostics.items()[0].message + " | " + diagnostics.items()[0].hint;
    }

  private:
    template <class T>
    const T* held() const {
        const auto* one = picture ? std::get_if<std::shared_ptr<const T>>(&picture->content) : nullptr;
        return one ? one->get() : nullptr;
    }
};

inline Decoded decode(std::string_view bytes, picture::Wanted wanted = {}) {
    Decoded out;
    wanted.ink = test_ink;
    wanted.fonts = picture::shipped_fonts(DiskEnv(), SAYSO_SOURCE_DIR);
    out.picture = picture::decode(bytes, "pic", Span{1, 2, 3, 4}, wanted, out.diagnostics);
    return out;
}

}  // namespace sayso::test

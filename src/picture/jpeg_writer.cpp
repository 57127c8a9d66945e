#include "picture/jpeg_writer.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jpeglib.h>
#include <turbojpeg.h>

namespace sayso::picture {
namespace {

constexpr int photo_quality = 90;

struct FreeTurbo {
    void operator()(void* handle) const { tjDestroy(handle); }
};
struct FreeTurboBytes {
    void operator()(unsigned char* bytes) const { tjFree(bytes); }
};

/// What turns a picture of each orientation upright.
constexpr std::array<int, 9> turns{TJXOP_NONE,      TJXOP_NONE,  TJXOP_HFLIP,      TJXOP_ROT180, TJXOP_VFLIP,
                                   TJXOP_TRANSPOSE, TJXOP_ROT90, TJXOP_TRANSVERSE, TJXOP_ROT270};

}  // namespace

// libjpeg's own fault handler ends the process: it would take memory running out, as new does here.
std::string write_jpeg(const Raster& raster) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = static_cast<JDIMENSION>(raster.size.width);
    jpeg.image_height = static_cast<JDIMENSION>(raster.size.height);
    jpeg.input_components = static_cast<int>(raster.channels);
    jpeg.in_color_space = raster.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, photo_quality, TRUE);
    jpeg.optimize_coding = TRUE;
    jpeg_start_compress(&jpeg, TRUE);
    const std::size_t stride = raster.size.width * raster.channels;
    for (std::size_t y = 0; y < raster.size.height; ++y) {
        const auto* row = reinterpret_cast<const JSAMPLE*>(raster.bytes.data() + y * stride);
        auto* rows = const_cast<JSAMPROW>(row);  // libjpeg does not write there
        jpeg_write_scanlines(&jpeg, &rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string out(reinterpret_cast<const char*>(buffer), size);
    jpeg_destroy_compress(&jpeg);
    std::free(buffer);
    return out;
}

std::optional<std::string> bare_jpeg(std::string_view file, Orientation orientation) {
    const std::unique_ptr<void, FreeTurbo> turbo(tjInitTransform());
    if (!turbo) return std::nullopt;
    tjtransform how{};
    how.op = turns.at(static_cast<std::size_t>(orientation));
    how.options = TJXOPT_PERFECT | TJXOPT_COPYNONE;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int fault = tjTransform(turbo.get(), reinterpret_cast<const unsigned char*>(file.data()),
                                  file.size(), 1, &bytes, &size, &how, 0);
    const std::unique_ptr<unsigned char, FreeTurboBytes> owner(bytes);
    // A warning is an oddity that cameras write; the file is made all the same.
    const bool made = fault == 0 || tjGetErrorCode(turbo.get()) == TJERR_WARNING;
    if (!made || bytes == nullptr || size == 0) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace sayso::picture

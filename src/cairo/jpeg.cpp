#include "cairo/jpeg.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace sayso::cairo {
namespace {

/// libjpeg reports a fault by a call that must not return: it jumps back to `escape`. Nothing with a
/// destructor may be made between setjmp and the jump.
struct ErrorManager {
    jpeg_error_mgr base;  // first, so that libjpeg's pointer to it is a pointer to this
    std::jmp_buf escape;
    char reason[JMSG_LENGTH_MAX];
};

[[noreturn]] void on_error(j_common_ptr common) {
    auto* errors = reinterpret_cast<ErrorManager*>(common->err);
    errors->base.format_message(common, errors->reason);
    std::longjmp(errors->escape, 1);
}

void on_message(j_common_ptr) {}

bool read_rows(jpeg_decompress_struct& jpeg, ErrorManager& errors, std::string_view file, int needed_width,
               Pixels& out) {
    if (setjmp(errors.escape) != 0) return false;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = JCS_EXT_BGRX;
    jpeg.scale_num = 1;
    for (jpeg.scale_denom = 8; jpeg.scale_denom > 1; jpeg.scale_denom /= 2)
        if (jpeg.image_width / jpeg.scale_denom >= static_cast<JDIMENSION>(needed_width)) break;
    jpeg_start_decompress(&jpeg);
    out.width = static_cast<int>(jpeg.output_width);
    out.height = static_cast<int>(jpeg.output_height);
    out.bytes.resize(std::size_t{jpeg.output_width} * 4 * jpeg.output_height);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = out.bytes.data() + std::size_t{jpeg.output_scanline} * jpeg.output_width * 4;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    return true;
}

}  // namespace

std::variant<Pixels, std::string> decode_jpeg(std::string_view file, int needed_width) {
    jpeg_decompress_struct jpeg{};
    ErrorManager errors{};
    jpeg.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = on_error;
    errors.base.output_message = on_message;
    Pixels pixels;
    const bool whole = read_rows(jpeg, errors, file, needed_width, pixels);
    jpeg_destroy_decompress(&jpeg);
    if (!whole) return std::string(errors.reason);
    return pixels;
}

}  // namespace sayso::cairo

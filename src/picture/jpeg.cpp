#include "picture/jpeg.h"

#include <csetjmp>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

#include "env/limits.h"

namespace sayso::picture {
namespace {

/// libjpeg reports a fault by a call that must not return: it jumps back to `escape`. Nothing with a
/// destructor may be made between setjmp and the jump.
struct ErrorManager {
    jpeg_error_mgr base;  // first, so that libjpeg's pointer to it is a pointer to this
    std::jmp_buf escape;
    bool cut_short;       // the data ends before the picture does
    bool too_many_scans;  // limits::jpeg_scans
};

ErrorManager& errors_of(j_common_ptr common) {
    return *reinterpret_cast<ErrorManager*>(common->err);
}

[[noreturn]] void on_error(j_common_ptr common) {
    ErrorManager& errors = errors_of(common);
    std::longjmp(errors.escape, 1);
}

/// Level -1 is a warning of damaged data. Cameras write harmless oddities, so only missing data counts.
void on_message(j_common_ptr common, int level) {
    ErrorManager& errors = errors_of(common);
    if (level >= 0) return;
    if (errors.base.msg_code == JWRN_JPEG_EOF || errors.base.msg_code == JWRN_HIT_MARKER)
        errors.cut_short = true;
}

void on_progress(j_common_ptr common) {
    const auto* jpeg = reinterpret_cast<j_decompress_ptr>(common);
    if (jpeg->input_scan_number <= limits::jpeg_scans) return;
    ErrorManager& errors = errors_of(common);
    errors.too_many_scans = true;
    std::longjmp(errors.escape, 1);
}

/// A decoder with its error manager, freed together.
struct Decoder {
    jpeg_decompress_struct jpeg{};
    ErrorManager errors{};
    jpeg_progress_mgr progress{};

    Decoder() {
        jpeg.err = jpeg_std_error(&errors.base);
        errors.base.error_exit = on_error;
        errors.base.emit_message = on_message;
        progress.progress_monitor = on_progress;
    }
    ~Decoder() { jpeg_destroy_decompress(&jpeg); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
};

bool read_header(Decoder& decoder, std::string_view bytes) {
    if (setjmp(decoder.errors.escape) != 0) return false;
    jpeg_create_decompress(&decoder.jpeg);
    decoder.jpeg.progress = &decoder.progress;
    jpeg_mem_src(&decoder.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_save_markers(&decoder.jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&decoder.jpeg, TRUE);
    return true;
}

/// Walks through the whole file at an eighth of its size: every code is read, few pixels are made. `row` is
/// long enough for one row of the result.
bool read_through(Decoder& decoder, std::string& row) {
    if (setjmp(decoder.errors.escape) != 0) return false;
    decoder.jpeg.scale_num = 1;
    decoder.jpeg.scale_denom = 8;
    jpeg_start_decompress(&decoder.jpeg);
    auto* samples = reinterpret_cast<JSAMPROW>(row.data());
    while (decoder.jpeg.output_scanline < decoder.jpeg.output_height)
        jpeg_read_scanlines(&decoder.jpeg, &samples, 1);
    jpeg_finish_decompress(&decoder.jpeg);
    return true;
}

/// Kinds of JPEG that libjpeg reads and PDF readers do not, or not alike.
bool showable(const jpeg_decompress_struct& jpeg, const Subject& subject) {
    const bool ambiguous_rgb = jpeg.jpeg_color_space == JCS_RGB && !jpeg.saw_Adobe_marker;
    if (jpeg.num_components == 4) {
        subject.refuse("bad-picture", "is a JPEG in printing colours (CMYK)",
                       "save it as RGB (sRGB) and use that file");
        return false;
    }
    if (jpeg.arith_code != 0 || ambiguous_rgb || (jpeg.num_components != 1 && jpeg.num_components != 3)) {
        subject.refuse("bad-picture", "is a JPEG of a rare kind that PDF readers cannot show",
                       "open it in an image program and save it again as JPEG");
        return false;
    }
    return true;
}

Orientation orientation_of(const jpeg_decompress_struct& jpeg) {
    for (jpeg_saved_marker_ptr marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
        const std::string_view segment(reinterpret_cast<const char*>(marker->data), marker->data_length);
        if (segment.starts_with("Exif")) return exif_orientation(segment);
    }
    return 1;
}

/// libjpeg's codes in plain words; its own texts are for programmers.
std::string_view damage(const ErrorManager& errors) {
    if (errors.cut_short) return "it ends too early";
    if (errors.too_many_scans) return "it is drawn over and over (more often than any program saves it)";
    switch (errors.base.msg_code) {
        case JERR_INPUT_EOF:
        case JERR_INPUT_EMPTY:
        case JERR_NO_IMAGE:
        case JERR_SOF_NO_SOS:
            return "it ends too early";
        case JERR_EMPTY_IMAGE:
        case JERR_IMAGE_TOO_BIG:
        case JERR_WIDTH_OVERFLOW:
            return "its size makes no sense";
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_ARITH_NOTIMPL:
        case JERR_COMPONENT_COUNT:
        case JERR_CONVERSION_NOTIMPL:
            return "its kind of JPEG is too rare to be read";
        default:
            return "a part of it makes no sense";
    }
}

Jpeg corrupt(const ErrorManager& errors, const Subject& subject) {
    subject.refuse("bad-picture", fmt::format("is a damaged JPEG file: {}", damage(errors)),
                   "open it in an image program and save it again as JPEG");
    return {};
}

}  // namespace

Jpeg check_jpeg(std::string_view bytes, const Subject& subject) {
    Decoder decoder;
    if (!read_header(decoder, bytes)) return corrupt(decoder.errors, subject);
    const std::uint32_t width = decoder.jpeg.image_width, height = decoder.jpeg.image_height;
    if (!within_limits(width, height, subject) || !showable(decoder.jpeg, subject)) return {};
    const bool gray = decoder.jpeg.num_components == 1;
    const Orientation orientation = orientation_of(decoder.jpeg);

    std::string row(std::size_t{width} * 3, '\0');
    if (!read_through(decoder, row) || decoder.errors.cut_short) return corrupt(decoder.errors, subject);
    using Encoding = frame::Image::Encoding;
    return {std::make_shared<frame::Image>(frame::Image{
                width, height, gray ? Encoding::jpeg_gray : Encoding::jpeg_rgb, std::string(bytes)}),
            orientation};
}

}  // namespace sayso::picture

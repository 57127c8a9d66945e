#include "picture/jpeg.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

#include "env/limits.h"
#include "picture/color_profile.h"
#include "picture/fit.h"
#include "picture/jpeg_writer.h"

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
    constexpr int exif = JPEG_APP0 + 1, color_profile = JPEG_APP0 + 2;
    jpeg_save_markers(&decoder.jpeg, exif, 0xFFFF);
    jpeg_save_markers(&decoder.jpeg, color_profile, 0xFFFF);
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

/// Kinds of JPEG that libjpeg reads and other programs do not, or not alike.
bool readable(const jpeg_decompress_struct& jpeg, const Subject& subject) {
    const bool ambiguous_rgb = jpeg.jpeg_color_space == JCS_RGB && !jpeg.saw_Adobe_marker;
    const bool known = jpeg.num_components == 1 || jpeg.num_components == 3 || jpeg.num_components == 4;
    if (jpeg.arith_code == 0 && !ambiguous_rgb && known) return true;
    subject.refuse("bad-picture", "is a JPEG of a rare kind that not every program can show",
                   "open it in an image program and save it again as JPEG");
    return false;
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

std::nullopt_t corrupt(const ErrorManager& errors, const Subject& subject) {
    subject.refuse("bad-picture", fmt::format("is a damaged JPEG file: {}", damage(errors)),
                   "open it in an image program and save it again as JPEG");
    return std::nullopt;
}

Samples samples_of(const jpeg_decompress_struct& jpeg) {
    if (jpeg.num_components == 1) return Samples::gray;
    if (jpeg.num_components == 3) return Samples::rgb;
    return jpeg.saw_Adobe_marker ? Samples::cmyk_inverted : Samples::cmyk;
}

bool read_profile(Decoder& decoder, JOCTET*& bytes, unsigned& size) {
    if (setjmp(decoder.errors.escape) != 0) return false;
    return jpeg_read_icc_profile(&decoder.jpeg, &bytes, &size) != 0;
}

/// The profile of its colours, which large files have in pieces; empty when it has none.
std::string profile_of(Decoder& decoder) {
    JOCTET* bytes = nullptr;
    unsigned size = 0;
    if (!read_profile(decoder, bytes, size)) return {};
    std::string out(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return out;
}

std::optional<ColorMap> color_map_of(Decoder& decoder, const Subject& subject) {
    const Samples samples = samples_of(decoder.jpeg);
    std::optional<ColorMap> map = ColorMap::by_profile(profile_of(decoder), samples);
    if (map || decoder.jpeg.num_components != 4) return map;
    subject.warn("picture-colours",
                 "is in printing colours (CMYK) and does not say of which press; they were turned into RGB "
                 "as well as can be",
                 "look at its colours in the finished file, or save it as RGB (sRGB) yourself");
    return ColorMap::without_profile(samples);
}

/// Decodes at the least of libjpeg's eight scales that has `least` pixels.
bool begin(Decoder& decoder, PixelSize least) {
    if (setjmp(decoder.errors.escape) != 0) return false;
    jpeg_decompress_struct& jpeg = decoder.jpeg;
    if (jpeg.num_components == 4) jpeg.out_color_space = JCS_CMYK;
    jpeg.scale_denom = 8;
    for (jpeg.scale_num = 1; jpeg.scale_num < 8; ++jpeg.scale_num) {
        jpeg_calc_output_dimensions(&jpeg);
        if (jpeg.output_width >= least.width && jpeg.output_height >= least.height) break;
    }
    jpeg_start_decompress(&jpeg);
    return true;
}

/// `row` is long enough for a row of the file and `mapped` for one of the result.
bool read_rows(Decoder& decoder, const std::optional<ColorMap>& map, std::vector<std::uint8_t>& row,
               std::vector<std::uint8_t>& mapped, Shrinker& shrinker) {
    if (setjmp(decoder.errors.escape) != 0) return false;
    JSAMPROW samples = row.data();
    while (decoder.jpeg.output_scanline < decoder.jpeg.output_height) {
        jpeg_read_scanlines(&decoder.jpeg, &samples, 1);
        if (map) map->row(row.data(), mapped.data(), decoder.jpeg.output_width);
        shrinker.add_row(map ? mapped.data() : row.data());
    }
    jpeg_finish_decompress(&decoder.jpeg);
    return true;
}

/// The picture made anew, in sRGB and as many pixels as its place is worth.
std::shared_ptr<const frame::Image> made_anew(Decoder& decoder, const std::optional<ColorMap>& map,
                                              PixelSize kept, Orientation orientation) {
    if (!begin(decoder, kept)) return nullptr;
    const PixelSize from{decoder.jpeg.output_width, decoder.jpeg.output_height};
    kept = {std::min(kept.width, from.width), std::min(kept.height, from.height)};
    const std::size_t channels = decoder.jpeg.num_components == 1 ? 1 : 3;
    std::vector<std::uint8_t> row(from.width * static_cast<std::size_t>(decoder.jpeg.output_components));
    std::vector<std::uint8_t> mapped(map ? from.width * channels : 0);
    Shrinker shrinker(from, kept, channels);
    if (!read_rows(decoder, map, row, mapped, shrinker) || decoder.errors.cut_short) return nullptr;
    return photo_image(turned({kept, channels, shrinker.take()}, orientation));
}

}  // namespace

std::optional<Picture> decode_jpeg(std::string_view bytes, const Wanted& wanted, const Subject& subject) {
    Decoder decoder;
    if (!read_header(decoder, bytes)) return corrupt(decoder.errors, subject);
    const PixelSize lying{decoder.jpeg.image_width, decoder.jpeg.image_height};
    if (!within_limits(lying.width, lying.height, subject) || !readable(decoder.jpeg, subject))
        return std::nullopt;
    const bool gray = decoder.jpeg.num_components == 1;
    const Orientation orientation = orientation_of(decoder.jpeg);
    const PixelSize upright = upright_size(lying, orientation);
    const Fit fitted = fit(upright, wanted);
    const std::optional<ColorMap> map = color_map_of(decoder, subject);

    if (!map && fitted.pixels == upright) {
        std::string row(lying.width * 3, '\0');
        if (!read_through(decoder, row) || decoder.errors.cut_short) return corrupt(decoder.errors, subject);
        if (std::optional<std::string> bare = bare_jpeg(bytes, orientation))
            return Picture{as_jpeg(upright, gray, std::move(*bare)), fitted.size};
    }
    Decoder again;
    if (!read_header(again, bytes)) return corrupt(again.errors, subject);
    const PixelSize kept = upright_size(fitted.pixels, orientation);  // back to how it lies
    auto image = made_anew(again, map, kept, orientation);
    if (!image) return corrupt(again.errors, subject);
    return Picture{std::move(image), fitted.size};
}

}  // namespace sayso::picture

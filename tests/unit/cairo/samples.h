// Fonts, shaped words and pixels for the tests of the drawing module.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include <spng.h>

#include "cairo/cairo.h"
#include "env/env.h"
#include "text/fonts.h"
#include "text/paragraph.h"

namespace sayso::test {

inline const text::FontLibrary& fonts() {
    static const DiskEnv env;
    static Diagnostics diagnostics;
    static const std::optional<text::FontLibrary> library =
        text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, diagnostics);
    if (!library) throw std::runtime_error("the shipped fonts cannot be loaded");
    return *library;
}

/// The runs of one line, its baseline starting at `origin`.
inline std::vector<frame::Item> words(std::string_view words, std::string_view lang, Point origin,
                                      Length size = pt(20), int weight = 400) {
    text::Shaper shaper(fonts());
    Diagnostics diagnostics;
    text::Span span;
    span.text = words;
    span.family = "AtkinsonHyperlegibleNext";
    span.weight = weight;
    span.size = size;
    span.lang = lang;
    text::ParagraphOptions options;
    options.width = pt(1000);
    options.leading = size;
    std::vector<frame::Item> items;
    const text::Paragraph paragraph = shaper.lay_out({span}, options, diagnostics);
    for (auto [owner, run] : paragraph.lines.at(0).runs) {
        run.origin = run.origin + origin;
        items.push_back(frame::text(frame::Artifact::layout, run));
    }
    return items;
}

inline frame::Frame page(Length width, Length height, std::vector<frame::Item> items = {}) {
    return {{width, height}, std::move(items), true};
}

struct Pixels {
    std::uint32_t width = 0, height = 0;
    std::uint32_t pixels_a_metre = 0;
    std::vector<unsigned char> rgb;

    Color at(std::uint32_t x, std::uint32_t y) const {
        const std::size_t i = (std::size_t{y} * width + x) * 3;
        return {rgb.at(i), rgb.at(i + 1), rgb.at(i + 2)};
    }
    /// How black the picture is in all, in whole pixels.
    double ink() const {
        double sum = 0;
        for (std::size_t i = 0; i < rgb.size(); i += 3) sum += 1 - rgb[i] / 255.0;
        return sum;
    }
    /// The mean column of the ink.
    double ink_centre_x() const {
        double sum = 0;
        for (std::size_t i = 0; i < rgb.size(); i += 3)
            sum += (1 - rgb[i] / 255.0) * (static_cast<double>(i / 3 % width) + 0.5);
        return sum / ink();
    }
};

inline Pixels pixels_of(const std::string& png) {
    spng_ctx* decoder = spng_ctx_new(0);
    spng_set_png_buffer(decoder, png.data(), png.size());
    spng_ihdr header{};
    spng_phys paper{};
    std::size_t size = 0;
    Pixels out;
    if (spng_get_ihdr(decoder, &header) == 0 && spng_decoded_image_size(decoder, SPNG_FMT_RGB8, &size) == 0) {
        out.width = header.width;
        out.height = header.height;
        out.rgb.resize(size);
        spng_decode_image(decoder, out.rgb.data(), size, SPNG_FMT_RGB8, 0);
        if (spng_get_phys(decoder, &paper) == 0) out.pixels_a_metre = paper.ppu_x;
    }
    spng_ctx_free(decoder);
    return out;
}

/// Drawn at one pixel a point unless `dpi` says otherwise. Faults fail the test that looks at `diagnostics`.
inline Pixels drawn(const frame::Frame& page, double dpi = 72, Diagnostics* diagnostics = nullptr) {
    Diagnostics own;
    return pixels_of(cairo::png(page, fonts(), dpi, diagnostics ? *diagnostics : own));
}

/// A black area to put things on.
inline frame::Item black_box(Length x, Length y, Length width, Length height) {
    return frame::fill(frame::Artifact::layout, frame::rectangle({x, y, width, height}), black);
}

}  // namespace sayso::test

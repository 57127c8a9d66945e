// Pictures from outside: PNG, JPEG, WebP, HEIC, AVIF and SVG, each made fit for one place on a page. Corrupt
// or oversized files are errors, never crashes. Of a file only its pixels or shapes go on: nothing that it
// says about the camera, the place or the person.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/palette.h"
#include "diag/diagnostic.h"
#include "env/env.h"
#include "frame/frame.h"

namespace sayso::picture {

/// What a page wants of a picture. The same file for two equal wants gives the same picture.
struct Wanted {
    Palette palette{};                    // of the theme: "var(--you)" and the like
    Color ink = black;                    // "currentColor"
    std::optional<Length> width, height;  // to fit into, enlarged where need be
    Length room{};                        // never wider than this; 0: no bound
    std::vector<std::string> fonts{};     // files that letters in an SVG file come from (shipped_fonts)
    bool operator==(const Wanted&) const = default;
};

/// The font files that ship, of the data folder. Letters need the same ones in every call: the first that are
/// given hold for the process.
std::vector<std::string> shipped_fonts(const Env& env, const std::string& data_folder);

/// A raster (Image) or a drawing (Frame, of its own size), and how large it is to be placed.
struct Picture {
    std::variant<std::shared_ptr<const frame::Image>, std::shared_ptr<const frame::Frame>> content;
    Size size;
};

/// Decides by the bytes, not by the name. `name` and `place` are for messages. Limits stand in env/limits.h.
///
/// Rasters come upright (Exif), in sRGB or grey, with no more than 300 pixels an inch of their place. PNG
/// gives gray8, rgb8 or rgba8 (16 bits become 8; palettes and tRNS are expanded; alpha that hides nothing is
/// dropped). A JPEG stays one: without loss, where it is small enough as it is, else made anew. Printing
/// colours (CMYK) become RGB by the file's own profile; without one there is a warning.
///
/// WebP, HEIC and AVIF become JPEG where they are photos, else samples.
///
/// SVG: svg, g, path, rect, circle, ellipse, line, polyline, polygon, transforms, fill, stroke, stroke-width,
/// caps, dashes, style attributes; "currentColor" is the ink, "var(--you, #B23A1E)" a colour of the palette.
/// An SVG with anything else that would draw becomes a raster of 600 pixels an inch, with a warning that
/// names the element or property.
std::optional<Picture> decode(std::string_view bytes, const std::string& name, Span place,
                              const Wanted& wanted, Diagnostics& diagnostics);

}  // namespace sayso::picture

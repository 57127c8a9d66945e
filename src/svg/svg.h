// Frames as SVG, as files of their own or as figures within a page of HTML. Stage: emit. Deterministic; safe
// on several threads at once. (Cairo's own SVG surface can only outline text.)
#pragma once

#include <string>

#include "frame/frame.h"
#include "svg/used_fonts.h"
#include "text/fonts.h"

namespace sayso::svg {

struct FileOptions {
    std::string title{}, description{}, lang{};  // <title>, <desc>, xml:lang
    bool outline_text = false;  // glyphs as paths, else real <text> with the fonts embedded as data URLs
};
/// A stand-alone SVG file.
std::string file(const frame::Frame& page, const text::FontLibrary& fonts, const FileOptions& options);

struct InlineOptions {
    std::string id;  // unique on its page: ids within the drawing begin with it
    std::string title{}, description{};
    std::string style{};      // CSS declarations
    bool decorative = false;  // hidden from those who do not see it
};
/// An <svg> element with real text, in the fonts of the page around it: put `fonts.style_sheet()` there.
std::string inline_figure(const frame::Frame& figure, const UsedFonts& fonts, const InlineOptions& options);

/// A picture as a data URL.
std::string image_url(const frame::Image& image);

}  // namespace sayso::svg

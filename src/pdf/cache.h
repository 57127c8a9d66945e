// What the documents of one batch share: compressed font subsets, ToUnicode maps and pictures. Everything
// here is a pure function of its key, so a warm cache changes the time and never the bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "frame/frame.h"
#include "pdf/fonts/character_map.h"
#include "pdf/objects/deflate.h"
#include "pdf/objects/sink.h"
#include "pdf/pdf.h"

namespace sayso::pdf {

/// Facts of a whole font.
struct FontFacts {
    CharacterMap characters;
    /// The glyphs of plain English text, sorted. A document that uses many of them embeds them all, so that
    /// the documents of a batch embed the same subset.
    std::vector<std::uint16_t> basic;
};

/// A subset of a font, ready to be written.
struct FontProgram {
    std::shared_ptr<const text::FontSubset> subset;
    Bytes compressed;        // the font file's bytes
    std::size_t length = 0;  // of the font file before compression
    std::string widths;      // the array W
    std::string base_name;   // "ABCDEF+Name": the tag is made from the glyphs
};

/// A picture's streams, compressed.
struct PictureData {
    Bytes samples;
    Bytes alpha;  // null when the picture is opaque
};

struct Cache::Impl {
    explicit Impl(const text::FontLibrary& library) : fonts(library) {}

    const FontFacts& facts(FontId font);
    /// `glyphs` sorted and unique, old ids.
    std::shared_ptr<const FontProgram> program(FontId font, const std::vector<std::uint16_t>& glyphs);
    /// Deflated bytes, remembered by content: for ToUnicode maps and pages that documents have in common.
    Bytes deflated(const std::string& text);
    std::shared_ptr<const PictureData> picture(const std::shared_ptr<const frame::Image>& image);

    const text::FontLibrary& fonts;
    Deflater deflate;

  private:
    using ProgramKey = std::pair<std::uint32_t, std::vector<std::uint16_t>>;
    std::map<std::uint32_t, FontFacts> facts_;
    std::map<ProgramKey, std::shared_ptr<const FontProgram>> programs_;
    std::unordered_map<std::string, Bytes> texts_;  // never iterated
    std::size_t text_bytes_ = 0;
    // Holding the picture, so that no other can be taken for it.
    std::map<std::shared_ptr<const frame::Image>, std::shared_ptr<const PictureData>> pictures_;
};

}  // namespace sayso::pdf

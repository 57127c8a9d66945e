// The fonts of one document: which glyphs it shows and what they stand for, gathered from all runs first;
// then subsets, codes and the font objects. A font is Type0 with Identity-H over a CID font whose glyphs are
// embedded.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "pdf/cache.h"
#include "pdf/fonts/unicode_map.h"
#include "pdf/objects/sink.h"
#include "text/fonts.h"

namespace sayso::pdf {

/// A glyph as the content stream shows it.
struct ShownGlyph {
    std::uint32_t font = 0;   // number of the font resource, counted from 0: "F0", "F1" …
    std::uint16_t code = 0;   // the glyph's number in the subset; 0 is never shown
    std::uint16_t width = 0;  // thousandths of an em, as the viewer will advance
};

class FontBook {
  public:
    explicit FontBook(Cache::Impl& cache) : fonts_(cache.fonts), cache_(cache) {}

    /// Notes what a run shows. Every run must be gathered before `embed`.
    void gather(const frame::TextRun& run);
    /// Makes the subsets and numbers the font resources.
    void embed();
    /// The run's glyphs as they will be shown, one for each glyph; empty places have code 0. Returns false
    /// when the glyphs' own texts in visual order do not read as the run's text does, so that the structure
    /// must give it.
    bool show(const frame::TextRun& run, std::vector<ShownGlyph>& glyphs) const;
    /// Writes the font objects. Returns the entries of the resource dictionary's /Font.
    std::string write(Sink& sink);

    const text::FontLibrary& library() const { return fonts_; }

  private:
    /// A face as this document uses it. `maps` holds one ToUnicode map for each font resource made of the
    /// face: the first serves nearly all text; a glyph that stands for something else elsewhere takes the
    /// next.
    struct Face {
        FontId font;
        const FontFacts* facts = nullptr;
        std::vector<char> is_used;        // by glyph
        std::vector<std::uint16_t> used;  // in order of first use
        std::vector<UnicodeMap> maps;
        std::uint32_t first_resource = 0;
        std::shared_ptr<const FontProgram> program;
    };

    Face& face_for(FontId font);
    const Face& face_of(FontId font) const { return faces_[index_[font.value] - 1]; }
    static void use(Face& face, std::uint16_t glyph);
    static void note(Face& face, const Cluster& cluster, const ClusterText& text);
    static std::size_t find_map(const Face& face, const Cluster& cluster, const ClusterText& text);
    ShownGlyph shown(const Face& face, std::size_t map, std::uint16_t glyph) const;
    std::vector<std::uint16_t> glyphs_to_embed(const Face& face) const;
    std::string to_unicode(const Face& face, const UnicodeMap& map) const;
    Ref write_descendant(Sink& sink, const Face& face) const;
    Ref write_program(Sink& sink, const Face& face) const;

    const text::FontLibrary& fonts_;
    Cache::Impl& cache_;
    std::vector<Face> faces_;           // in order of first use
    std::vector<std::uint32_t> index_;  // by FontId: place in faces_ plus one, or 0
};

}  // namespace sayso::pdf

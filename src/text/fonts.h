// The fonts that sayso ships and a project adds: found by family and weight, with fallbacks by coverage.
// HarfBuzz and ICU are seen in src/text alone; emitters ask here for bytes, metrics and subsets.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "diag/diagnostic.h"
#include "env/env.h"
#include "frame/frame.h"

namespace sayso::text {

/// Vertical measures in thousandths of an em; up is positive.
struct FontMetrics {
    double ascent = 0, descent = 0, cap_height = 0, x_height = 0;
    double x_min = 0, y_min = 0, x_max = 0, y_max = 0;  // font bounding box
    double italic_angle = 0;
    double units_per_em = 1000;
};

/// A face cut down to some glyphs.
struct FontSubset {
    std::string bytes;  // a TrueType font file; of CFF outlines their table alone
    bool cff = false;
    std::vector<std::uint16_t> new_ids;  // indexed by old glyph id; 0 where the glyph is not in the subset
    std::vector<std::uint16_t> widths;   // thousandths of an em, indexed by new glyph id
};

/// A character and the glyph that a face has for it before any shaping.
struct CharacterGlyph {
    char32_t character = 0;
    std::uint16_t glyph = 0;  // never 0, the glyph of what is missing
};

class FontLibrary {
  public:
    ~FontLibrary();
    FontLibrary(FontLibrary&&) noexcept;
    FontLibrary& operator=(FontLibrary&&) noexcept;

    /// Lists every .ttf, .otf and .ttc in the folders, earlier folders first; none in a folder is an error,
    /// and nullopt means that there was none at all. Files are read when first used, so a start costs
    /// nothing; a file that proves to be no font is reported by each Shaper::lay_out that would have used it.
    /// File names give family and weight: "AtkinsonHyperlegibleNext-Regular.ttf", "NotoSansArabic-Bold.ttf".
    /// `env` must outlive the library.
    static std::optional<FontLibrary> load(const Env& env, const std::vector<std::string>& folders,
                                           Diagnostics& diagnostics);

    /// The face of `family` (whatever its case, spaces and hyphens) with the nearest weight; nullopt when the
    /// family is unknown.
    std::optional<FontId> find(std::string_view family, int weight) const;
    std::vector<std::string> families() const;  // sorted

    /// For the emitters. Valid for the library's life; safe from several threads.
    std::string_view bytes(FontId font) const;
    const std::string& name(FontId font) const;  // PostScript-like: "AtkinsonHyperlegibleNext-Regular"
    int weight(FontId font) const;
    const std::string& family(FontId font) const;
    const FontMetrics& metrics(FontId font) const;
    std::size_t glyph_count(FontId font) const;
    /// All characters of the face, in their order; none for a faulty font.
    std::vector<CharacterGlyph> characters(FontId font) const;
    /// Before any shaping; 0 for none.
    std::uint16_t glyph(FontId font, char32_t character) const;
    /// One em as one point, the origin on the baseline, y down, unhinted. Empty for a glyph without ink.
    frame::Path outline(FontId font, std::uint16_t glyph) const;
    /// `glyphs` sorted, unique, old ids. Glyph 0 is always kept, and so are the parts of composite glyphs.
    /// Outlines and widths alone: no names, layout or character map. Deterministic; empty for a faulty font.
    std::shared_ptr<const FontSubset> subset(FontId font, const std::vector<std::uint16_t>& glyphs) const;
    /// A font file for browsers, which shape the text anew: keeps `codepoints` (sorted, unique), the glyphs
    /// that they may become, and the tables that say how. Deterministic; empty when HarfBuzz refuses the
    /// font.
    std::string subset_for_text(FontId font, const std::vector<char32_t>& codepoints) const;

    struct Impl;
    const Impl& impl() const { return *impl_; }

  private:
    explicit FontLibrary(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace sayso::text

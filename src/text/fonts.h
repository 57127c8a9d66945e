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
    std::string bytes;                        // a TrueType font file
    bool cff = false;                         // bytes are an OpenType font with CFF outlines
    std::vector<std::uint16_t> new_ids;       // indexed by old glyph id; 0 where the glyph is not in the subset
    std::vector<std::uint16_t> widths;        // thousandths of an em, indexed by new glyph id
};

class FontLibrary {
  public:
    ~FontLibrary();
    FontLibrary(FontLibrary&&) noexcept;
    FontLibrary& operator=(FontLibrary&&) noexcept;

    /// Loads every .ttf and .otf under the folders, earlier folders first. A file that is no font is an error; a folder
    /// without any is too. Files are read when first used: only their names are listed here. File names give
    /// family and weight: "AtkinsonHyperlegibleNext-Regular.ttf", "NotoSansArabic-Bold.ttf".
    static std::optional<FontLibrary> load(const Env& env, const std::vector<std::string>& folders,
                                           Diagnostics& diagnostics);

    /// The face of `family` with the nearest weight; nullopt when the family is unknown.
    std::optional<FontId> find(std::string_view family, int weight) const;
    std::vector<std::string> families() const;

    /// For the emitters. Valid for the library's life; safe from several threads.
    std::string_view bytes(FontId font) const;
    const std::string& name(FontId font) const;  // PostScript-like: "AtkinsonHyperlegibleNext-Regular"
    int weight(FontId font) const;
    const std::string& family(FontId font) const;
    const FontMetrics& metrics(FontId font) const;
    /// `glyphs` sorted, unique, old ids. Deterministic.
    std::shared_ptr<const FontSubset> subset(FontId font, const std::vector<std::uint16_t>& glyphs) const;

    struct Impl;
    const Impl& impl() const { return *impl_; }

  private:
    explicit FontLibrary(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace sayso::text

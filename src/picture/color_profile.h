// Colours as files mean them, as sRGB: ICC profiles, by Little CMS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace sayso::picture {

/// What the samples of a row are. Printing colours are inverted in the files of Adobe's programs: 0 is full
/// ink.
enum class Samples : std::uint8_t { gray, rgb, rgba, cmyk, cmyk_inverted };

/// Turns rows of samples into grey (of grey), RGB or RGBA (of RGBA).
class ColorMap {
  public:
    /// By the profile in a file. Nothing when it is damaged, for other samples than these, or the same as
    /// sRGB.
    static std::optional<ColorMap> by_profile(std::string_view profile, Samples samples);
    /// For printing colours without a profile: what each ink takes away.
    static ColorMap without_profile(Samples samples);

    void row(const std::uint8_t* from, std::uint8_t* to, std::size_t pixels) const;

  private:
    explicit ColorMap(Samples samples) : samples_(samples) {}
    bool changes_nothing() const;

    Samples samples_;
    std::shared_ptr<void> transform_;  // Little CMS's; none: by subtraction
};

}  // namespace sayso::picture

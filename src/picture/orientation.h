// How a camera held sideways says that its rows are to be turned.
#pragma once

#include <string_view>

#include "picture/shrink.h"

namespace sayso::picture {

/// 1 to 8; 1 is upright. Exif 2.32, 4.6.4 A, tag Orientation: which side of the picture the first row, and
/// which the first column, is.
using Orientation = int;

/// Rows of the file are columns of the picture.
constexpr bool is_on_its_side(Orientation orientation) {
    return orientation >= 5;
}
/// The picture's top left corner is at the right of the file's rows.
constexpr bool starts_at_right(Orientation orientation) {
    return orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
}
/// The picture's top left corner is in the file's last row.
constexpr bool starts_at_bottom(Orientation orientation) {
    return orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
}
constexpr PixelSize upright_size(PixelSize lying, Orientation orientation) {
    return is_on_its_side(orientation) ? PixelSize{lying.height, lying.width} : lying;
}

/// Reads the orientation from a TIFF structure, as an Exif block holds it; 1 when it does not say.
Orientation tiff_orientation(std::string_view tiff);
/// The same from the body of a JPEG's APP1 segment.
Orientation exif_orientation(std::string_view segment);

}  // namespace sayso::picture

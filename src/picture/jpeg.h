// JPEG files are passed through as they are: here they are only checked, by libjpeg-turbo.
#pragma once

#include <memory>
#include <string_view>

#include "frame/frame.h"
#include "picture/subject.h"

namespace sayso::picture {

/// How a camera held sideways says that its rows are to be turned: 1 to 8, 1 is upright.
/// Exif 2.32, 4.6.4 A, tag Orientation.
using Orientation = int;

struct Jpeg {
    std::shared_ptr<const frame::Image> image;
    Orientation orientation = 1;
};

/// An empty `image` (with an error) for a file that is corrupt, too large, or of a kind that PDF readers
/// cannot show.
Jpeg check_jpeg(std::string_view bytes, const Subject& subject);

/// Reads the orientation from the body of an APP1 segment; 1 when it does not say.
Orientation exif_orientation(std::string_view segment);

/// The transform that turns a picture of `width` by `height` upright, its corner at the origin.
Transform upright(Orientation orientation, Length width, Length height);

}  // namespace sayso::picture

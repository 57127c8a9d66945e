// How large a picture stands on the page, and how many pixels that is worth.
#pragma once

#include "base/geometry.h"
#include "picture/picture.h"
#include "picture/shrink.h"

namespace sayso::picture {

/// The size that is wanted of something of this natural size, its shape kept.
Size placed_size(Size natural, const Wanted& wanted);

struct Fit {
    Size size;         // on the page
    PixelSize pixels;  // worth keeping: those that there are, or 300 an inch
};

/// `pixels` are those of the upright picture; 96 of them make a natural inch.
Fit fit(PixelSize pixels, const Wanted& wanted);

}  // namespace sayso::picture

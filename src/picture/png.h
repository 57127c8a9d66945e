// PNG to pixels, by libspng.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// gray8, rgb8 or rgba8; nothing (with an error) for a file that is corrupt or too large.
std::optional<Picture> decode_png(std::string_view bytes, const Wanted& wanted, const Subject& subject);

}  // namespace sayso::picture

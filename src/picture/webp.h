// WebP to pixels, by libwebp.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// A JPEG where the file is a photo, else samples; nothing (with an error) for a file that is corrupt, too
/// large, or moves.
std::optional<Picture> decode_webp(std::string_view bytes, const Wanted& wanted, const Subject& subject);

}  // namespace sayso::picture

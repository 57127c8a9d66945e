// HEIC and AVIF, the photos of telephones, to JPEG: by libheif.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// Whether the bytes begin as a file of this family (ISO/IEC 23008-12) does, video among them.
bool is_heif(std::string_view bytes);

/// The main picture, upright. Nothing (with an error) for a file that is corrupt, too large, or of a kind
/// that libheif here does not read.
std::optional<Picture> decode_heif(std::string_view bytes, const Wanted& wanted, const Subject& subject);

}  // namespace sayso::picture

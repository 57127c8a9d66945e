// JPEG files, by libjpeg-turbo: a JPEG again, without what it says beside its pixels.
#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"
#include "picture/subject.h"

namespace sayso::picture {

/// Nothing (with an error) for a file that is corrupt, too large, or of a kind too rare to be read alike by
/// everything.
std::optional<Picture> decode_jpeg(std::string_view bytes, const Wanted& wanted, const Subject& subject);

}  // namespace sayso::picture

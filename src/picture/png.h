// PNG to pixels, by libspng.
#pragma once

#include <memory>
#include <string_view>

#include "frame/frame.h"
#include "picture/subject.h"

namespace sayso::picture {

/// gray8, rgb8 or rgba8; null (with an error) for a file that is corrupt or too large.
std::shared_ptr<const frame::Image> decode_png(std::string_view bytes, const Subject& subject);

}  // namespace sayso::picture

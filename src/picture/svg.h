// SVG of plain shapes to a frame.
#pragma once

#include <memory>
#include <string_view>

#include "base/color.h"
#include "frame/frame.h"
#include "picture/subject.h"

namespace sayso::picture {

/// A frame of the SVG's own size at 96 pixels an inch; null (with errors) for anything that could only be
/// drawn wrongly.
std::shared_ptr<const frame::Frame> decode_svg(std::string_view bytes, Color ink, const Subject& subject);

}  // namespace sayso::picture

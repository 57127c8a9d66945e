// A decoded picture as PDF streams: JPEG files go through as they came, raw samples are deflated, alpha is
// parted off.
#pragma once

#include <string>

#include "frame/frame.h"
#include "pdf/cache.h"
#include "pdf/objects/deflate.h"

namespace sayso::pdf {

PictureData compress_picture(const frame::Image& image, Deflater& deflate);
/// The entries of the image dictionary but for the soft mask and the length.
std::string picture_entries(const frame::Image& image);
std::string alpha_entries(const frame::Image& image);

}  // namespace sayso::pdf

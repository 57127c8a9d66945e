// The colour space that every colour of ours is in, as an ICC profile: the output intent of PDF/A.
#pragma once

#include <string>

namespace sayso::pdf {

/// A display profile of sRGB (IEC 61966-2-1) by ICC.1:2010: three colorants and one parametric curve, under
/// 600 bytes.
std::string srgb_profile();

}  // namespace sayso::pdf

// A text without the white space around it.
#pragma once

#include <string_view>

namespace sayso {

/// Without spaces, tabs and line ends at either end. No-break spaces go too: they come with what is pasted,
/// and nobody sees them.
std::string_view trimmed(std::string_view text);

}  // namespace sayso

// Bytes that no text file may hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso::load {

/// Where the first byte stands that is not UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
/// U+10FFFF) or is a control character other than tab and line end.
std::optional<std::size_t> first_bad_byte(std::string_view text);

}  // namespace sayso::load

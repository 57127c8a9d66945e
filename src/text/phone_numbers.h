// Where a phone number stands in a text, and that no line ends within one. Private to src/text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::text {

/// Where the phone number that begins at `begin` ends ("01632 960 123", "+44 (0)1632 960-123"); `begin` where
/// none does.
std::size_t phone_end(std::string_view text, std::size_t begin);

/// Takes the line ends (bytes behind which a line may end, in order) out that are inside a phone number of
/// `text`.
void keep_phone_numbers(std::string_view text, std::vector<std::uint32_t>& ends);

}  // namespace sayso::text

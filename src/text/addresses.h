// Where a web address may be broken over two lines. Private to src/text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::text {

/// Changes the line ends (bytes behind which a line may end, in order) inside each "scheme://…" of `text`:
/// only behind a slash of its path, or before a dot, so that no line ends in "https://" and a dot that begins
/// a line says that the address goes on.
void break_addresses(std::string_view text, std::vector<std::uint32_t>& ends);

}  // namespace sayso::text

// Work on many threads, by oneTBB.
#pragma once

#include <cstddef>
#include <functional>

namespace sayso::pack {

/// Calls `step(i)` for every i below `count`, on `threads` threads. What the caller wrote before is seen by
/// every step, and what the steps wrote by the caller afterwards.
void for_all(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& step);

}  // namespace sayso::pack

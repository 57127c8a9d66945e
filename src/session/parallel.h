// Work on many threads.
#pragma once

#include <cstddef>
#include <functional>

namespace sayso {

/// Calls `step(i, thread)` for every i below `count` on `threads` threads, in about this order; `thread` is
/// below `threads`, and no two steps run at once with the same one. An exception, which is a bug, ends the
/// work and comes out here.
void for_all(std::size_t count, std::size_t threads,
             const std::function<void(std::size_t, std::size_t)>& step);

}  // namespace sayso

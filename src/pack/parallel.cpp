#include "pack/parallel.h"

#include <atomic>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace sayso::pack {

// TBB orders these memory accesses too, but inside a library that the thread sanitizer does not see. The two
// counters say the same where it can: with them, it knows which accesses of ours are ordered and which are
// not.
void for_all(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& step) {
    namespace tbb = oneapi::tbb;
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, threads);
    std::atomic<bool> begun = false;
    std::atomic<std::size_t> ended = 0;
    begun.store(true, std::memory_order_release);
    tbb::task_arena(static_cast<int>(threads)).execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, count, 1),
            [&](const tbb::blocked_range<std::size_t>& range) {
                static_cast<void>(begun.load(std::memory_order_acquire));
                for (std::size_t i = range.begin(); i != range.end(); ++i) step(i);
                ended.fetch_add(range.size(), std::memory_order_release);
            },
            tbb::simple_partitioner());
    });
    static_cast<void>(ended.load(std::memory_order_acquire));
}

}  // namespace sayso::pack

#include "session/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sayso {

// Documents take milliseconds each and wait for nobody, so one counter shares them out as well as any
// scheduler, and the thread sanitizer, to which a prebuilt scheduler is a closed box, can watch all of it.
void for_all(std::size_t count, std::size_t threads,
             const std::function<void(std::size_t, std::size_t)>& step) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr bug;
    std::mutex bug_mutex;
    const auto work = [&](std::size_t thread) {
        try {
            for (std::size_t i = next++; i < count; i = next++) step(i, thread);
        } catch (...) {
            const std::lock_guard lock(bug_mutex);
            bug = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t thread = 1; thread < std::min(threads, count); ++thread)
            others.emplace_back(work, thread);
        work(0);
    }
    if (bug) std::rethrow_exception(bug);
}

}  // namespace sayso

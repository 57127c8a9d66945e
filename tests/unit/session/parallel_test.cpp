#include "session/parallel.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(Parallel, EveryStepOnceAndNoTwoWithOneThread) {
    for (const std::size_t threads : {1, 2, 8, 40}) {
        std::vector<int> seen(1000, 0);
        std::vector<std::atomic<int>> busy(threads);
        std::atomic<bool> shared = false;
        for_all(seen.size(), threads, [&](std::size_t i, std::size_t thread) {
            if (busy[thread]++ != 0) shared = true;
            ++seen[i];
            --busy[thread];
        });
        EXPECT_EQ(seen, std::vector<int>(1000, 1));
        EXPECT_FALSE(shared);
    }
}

TEST(Parallel, NothingToDo) {
    for_all(0, 8, [](std::size_t, std::size_t) { FAIL(); });
}

TEST(Parallel, ABugComesOut) {
    const auto step = [](std::size_t i, std::size_t) {
        if (i == 7) throw std::logic_error("bug");
    };
    EXPECT_THROW(for_all(100, 4, step), std::logic_error);
}

}  // namespace
}  // namespace sayso

#include "cli/progress.h"

#include <cstdio>

#include <fmt/format.h>

#include "cli/console.h"

namespace sayso::cli {
namespace {

constexpr std::size_t bar_width = 24;
constexpr std::size_t fewest_for_lines = 100;  // fewer are over before anybody reads a line

std::string time_words(double seconds) {
    if (seconds < 90) return fmt::format("{:.0f} s", seconds);
    return fmt::format("{:.0f} min", seconds / 60);
}

}  // namespace

std::string bar_text(std::size_t done, std::size_t all, double seconds) {
    const std::size_t full = all == 0 ? bar_width : bar_width * done / all;
    std::string text = fmt::format("[{:#<{}}{:-<{}}] {} of {}", "", full, "", bar_width - full, done, all);
    if (done == 0 || seconds < 0.5) return text;
    const double rate = static_cast<double>(done) / seconds;
    text += fmt::format(", {:.0f} a second", rate);
    if (done < all) text += fmt::format(", {} left", time_words(static_cast<double>(all - done) / rate));
    return text;
}

void ProgressBar::show(std::size_t done, std::size_t all) {
    if (look_ == Look::none) return;
    if (look_ == Look::lines) {
        const std::size_t tenths = 10 * done / all;
        if (all >= fewest_for_lines && tenths > tenths_)
            write(stderr, fmt::format("{} of {} documents\n", done, all));
        tenths_ = tenths;
        return;
    }
    const auto now = Clock::now();
    if (done < all && now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    write(stderr, "\r\x1b[K" + bar_text(done, all, seconds()) + (done == all ? "\n" : ""));
    std::fflush(stderr);
}

}  // namespace sayso::cli

// How far a long run is: a bar with rate and time left on a terminal, a line for every tenth elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace sayso::cli {

class ProgressBar {
  public:
    enum class Look { none, lines, bar };
    explicit ProgressBar(Look look) : look_(look) {}

    void show(std::size_t done, std::size_t all);
    double seconds() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }

  private:
    using Clock = std::chrono::steady_clock;
    Look look_;
    Clock::time_point began_ = Clock::now(), shown_ = {};
    std::size_t tenths_ = 0;
};

/// "[######··············] 2,400 of 8,000, 410 a second, 14 s left".
std::string bar_text(std::size_t done, std::size_t all, double seconds);

}  // namespace sayso::cli

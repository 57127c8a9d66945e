// A disk that becomes full.
#pragma once

#include <atomic>

#include "env/passing_env.h"

namespace sayso::test {

class FullDisk final : public PassingEnv {
  public:
    /// `writes`: how many files it has room for.
    explicit FullDisk(Env& disk, int writes = 0) : PassingEnv(disk), left_(writes) {}
    std::optional<IoError> write(const std::string& path, std::string_view bytes) override {
        if (left_-- <= 0) return IoError{"the disk is full"};
        return PassingEnv::write(path, bytes);
    }
    std::optional<IoError> write_durably(const std::string& path, std::string_view bytes) override {
        if (left_-- <= 0) return IoError{"the disk is full"};
        return PassingEnv::write_durably(path, bytes);
    }

  private:
    std::atomic<int> left_;
};

}  // namespace sayso::test

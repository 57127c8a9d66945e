// The making of a pack in the background, which can be watched and stopped.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "env/env.h"
#include "sayso/pack.h"

namespace sayso::serve {

class PackRun {
  public:
    struct State {
        bool running = false, stopped = false, made = false;  // made: the last run came to its end
        std::size_t done = 0, all = 0;
        PackReport report;  // of the last run
    };

    ~PackRun() { stop_and_wait(); }

    /// False when one is being made.
    bool start(Env& env, const std::string& data_folder, const std::string& project, const std::string& out);
    void stop() { stop_ = true; }
    void stop_and_wait();
    State state() const;

  private:
    void run(Env& env, const std::string& data_folder, const std::string& project, const std::string& out);

    std::thread thread_;
    std::atomic<bool> stop_ = false;
    mutable std::mutex mutex_;
    State state_;
};

/// All that a pack's folder holds for people, as one archive; empty where there is no pack.
std::string zip_of_pack(const Env& env, const std::string& folder);

}  // namespace sayso::serve

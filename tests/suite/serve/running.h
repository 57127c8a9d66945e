// `sayso open`, running as a program of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "suite/serve/wire.h"

namespace sayso::suite {

class Running {
  public:
    /// `before` is done in the new process before it becomes the program. With an error it ends at once.
    explicit Running(const std::vector<std::string>& arguments, const std::function<void()>& before = {});
    ~Running();
    Running(const Running&) = delete;

    /// What it printed first.
    const std::string& line() const { return line_; }
    std::uint16_t port() const { return port_; }  // 0: it has ended instead, or lies behind a gate
    /// Of a window that was let in.
    const Headers& headers() const { return headers_; }
    Reply ask(const std::string& method, const std::string& target, const std::string& body = {}) const;
    void kill(int signal) const;
    /// Its exit code, or 128 and the signal that ended it.
    int wait();
    std::string error() const;

  private:
    std::string line_;
    Headers headers_;
    std::uint16_t port_ = 0;
    pid_t pid_ = -1;
    int out_ = -1, err_ = -1;
};

}  // namespace sayso::suite

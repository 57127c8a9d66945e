// Tells which files of a folder others write, come or go. Linux: inotify.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace sayso::serve {

class Watcher {
  public:
    /// Folders whose names begin with a dot are passed over, and those in `except`.
    Watcher(std::string folder, std::vector<std::string> except);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    const std::string& folder() const { return folder_; }
    /// To wait on; -1 where the system has no more to give.
    int descriptor() const { return descriptor_; }
    /// The paths that something happened to since the last call.
    std::vector<std::string> changed();

  private:
    void watch(const std::string& folder, int depth);

    std::string folder_;
    std::vector<std::string> except_;
    int descriptor_ = -1;
    std::map<int, std::string> folders_;  // by watch
};

}  // namespace sayso::serve

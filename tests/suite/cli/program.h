// Runs the program itself, as a shell would.
#pragma once

#include <string>
#include <vector>

namespace sayso::suite {

struct Finished {
    int status = -1;  // exit code; 128 and the signal's number when it was stopped by one
    std::string out, err;
};

/// `arguments` as they are, without a shell. `stop_with` is sent after `stop_after_ms`, if not 0.
Finished run_sayso(const std::vector<std::string>& arguments, int stop_with = 0, int stop_after_ms = 0);

/// A folder of its own that goes with the test.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string path(const std::string& name = {}) const;
    void write(const std::string& name, const std::string& bytes) const;
    std::string read(const std::string& name) const;

  private:
    std::string path_;
};

}  // namespace sayso::suite

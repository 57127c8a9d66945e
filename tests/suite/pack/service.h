// A small fictional service in a folder of its own, and packs of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "env/env.h"
#include "sayso/pack.h"

namespace sayso::test {

class Service {
  public:
    /// Two sites in a table, and a pack of a dozen documents.
    Service();
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    std::string project() const { return path("project"); }
    void write(const std::string& name, const std::string& bytes) const;  // a file of the project
    PackReport pack(const std::string& out, PackOptions options = {});

  private:
    std::string folder_;
};

/// Every file below a folder, by its path from there; none when it is not there.
std::map<std::string, std::string> files_in(const std::string& folder);
/// The names alone of those that differ, for a message that can be read.
std::vector<std::string> differences(const std::map<std::string, std::string>& a,
                                     const std::map<std::string, std::string>& b);
/// The paths of the documents that had this fate.
std::vector<std::string> with_fate(const PackReport& report, PackReport::Document::Fate fate);
std::string faults(const Report& report);

}  // namespace sayso::test

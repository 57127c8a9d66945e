// The faults of many documents: what several share is told once, with where it was found.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace sayso {

class SharedFaults {
  public:
    void add(const Diagnostics& faults, const std::string& document);
    /// In the order in which they were first found: "in mill-lane/family-leaflet and 3 more documents".
    Diagnostics told() const;

  private:
    struct Shared {
        Diagnostic fault;
        std::string first;
        std::size_t more;
    };
    std::vector<Shared> all_;
};

}  // namespace sayso

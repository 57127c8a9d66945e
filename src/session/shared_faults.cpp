#include "session/shared_faults.h"

#include <algorithm>

#include <fmt/format.h>

namespace sayso {

void SharedFaults::add(const Diagnostics& faults, const std::string& document) {
    for (const Diagnostic& fault : faults.items()) {
        const auto same = std::find_if(all_.begin(), all_.end(),
                                       [&](const Shared& shared) { return shared.fault == fault; });
        if (same == all_.end()) {
            all_.push_back({fault, document, 0});
        } else {
            ++same->more;
        }
    }
}

Diagnostics SharedFaults::told() const {
    Diagnostics out;
    for (Shared one : all_) {
        one.fault.notes.push_back({{},
                                   one.more == 0 ? fmt::format("in {}", one.first)
                                                 : fmt::format("in {} and {} more document{}", one.first,
                                                               one.more, one.more == 1 ? "" : "s")});
        out.add(std::move(one.fault));
    }
    return out;
}

}  // namespace sayso

#include "session/snapshot.h"

#include <algorithm>

namespace sayso {

bool Snapshot::is_own(Span place) const {
    return place && !sources.path(place.source).starts_with(join_path(data_folder, "templates/"));
}

Snapshot carried_over(const Snapshot& earlier, const std::vector<std::string>& changed) {
    const auto any_in = [&](const char* folder) {
        return std::any_of(changed.begin(), changed.end(), [&](const std::string& path) {
            return name_of(path) == folder || name_of(folder_of(path)) == folder;
        });
    };
    Snapshot out;
    out.env = earlier.env;
    out.data_folder = earlier.data_folder;
    out.sources = earlier.sources;
    out.parsed = earlier.parsed;
    if (!any_in("fonts")) {
        out.fonts = earlier.fonts;
        out.font_faults = earlier.font_faults;
    }
    if (!any_in("words")) out.lexicons = earlier.lexicons;
    return out;
}

}  // namespace sayso

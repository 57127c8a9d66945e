#include "session/checking.h"

namespace sayso {
namespace {

/// Regulators word their points as they do.
void add_framework_names(const compose::Request& request, check::Profile& profile) {
    if (request.frameworks == nullptr) return;
    for (const model::FrameworkUse& use : *request.frameworks) {
        for (const model::FrameworkArea& area : use.framework.areas) {
            for (const model::FrameworkPoint& point : area.points) profile.names.push_back(point.name.text);
        }
    }
}

}  // namespace

check::Profile profile_for(const compose::Request& request) {
    check::Profile profile = check::profile_of(request.approach, request.audience);
    add_framework_names(request, profile);
    profile.easy_read = request.layout.rules == model::Rules::easy_read;
    profile.large_print = request.edition == compose::Edition::large_print;
    return profile;
}

}  // namespace sayso

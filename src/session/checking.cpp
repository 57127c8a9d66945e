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

Rules rules_for(const compose::Request& request, const check::Lexicon* lexicon) {
    Rules rules{check::profile_of(request.approach, request.audience), lexicon};
    add_framework_names(request, rules.profile);
    rules.profile.easy_read = request.layout.kind.text.starts_with("easy-read");
    rules.profile.large_print = request.edition == compose::Edition::large_print;
    return rules;
}

}  // namespace sayso

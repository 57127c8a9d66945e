#include "session/checking.h"

#include "check/check.h"

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

std::vector<std::string> check_made(const compose::Request& request, const Job& job,
                                    const compose::Composed& composed, const layout::Placed& placed,
                                    const check::Lexicon* lexicon, Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::check);
    check::Profile profile = check::profile_of(request.approach, request.audience);
    add_framework_names(request, profile);
    profile.easy_read = request.layout.rules == model::Rules::easy_read;
    profile.large_print = job.edition == compose::Edition::large_print;
    profile.pages = placed.pages.size();
    auto sets = check::check_document(composed.document, profile, lexicon, worker.reader, diagnostics);
    const auto weight = [&](FontId font) { return worker.fonts.weight(font); };
    check::check_pages(composed.document, placed.pages, weight, diagnostics);
    return sets;
}

}  // namespace sayso

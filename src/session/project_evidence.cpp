#include "session/project_evidence.h"

#include <fmt/format.h>

namespace sayso {

evidence::Known known_of(const model::Project& project, const model::Approach& approach,
                         std::vector<std::string> audiences, std::vector<std::string> kinds,
                         std::int64_t now) {
    evidence::Known known;
    if (project.service) {
        for (const model::Site& site : project.service->sites)
            known.sites.push_back({site.id.text, site.name.text});
    }
    for (const model::Outcome& outcome : approach.outcomes) known.outcomes.push_back(outcome.id.text);
    known.audiences = std::move(audiences);
    known.kinds = std::move(kinds);
    known.today = evidence::day_of(now);
    return known;
}

std::string evidence_folder(const model::Project& project) {
    return project.folder.empty() ? std::string() : join_path(project.folder, "evidence");
}

ProjectEvidence read_evidence(const Env& env, const model::Project& project, evidence::Known known,
                              const std::vector<evidence::PrintedNumber>& earlier, SourceMap& sources,
                              Diagnostics& diagnostics) {
    ProjectEvidence out;
    out.known = std::move(known);
    if (project.folder.empty()) return out;
    Diagnostics faults;
    out.all = evidence::load_evidence(env, evidence_folder(project), out.known, sources, faults);
    // What was read with faults is no ground for a decision about what may be printed.
    if (!faults.has_errors()) out.published = evidence::disclose(out.all, out.known.today, earlier, faults);
    diagnostics.merge(faults);
    return out;
}

account::State state_of(const ProjectEvidence& evidence, const model::Project& project,
                        const SourceMap& sources) {
    const auto name = [&](Span place) {
        if (!place) return std::string();
        std::string path = sources.path(place.source);
        if (path.starts_with(project.folder + "/")) path.erase(0, project.folder.size() + 1);
        const std::string& sheet = sources.sheet(place.source);
        return sheet.empty() ? fmt::format("{}, line {}", path, place.line)
                             : fmt::format("{}, sheet {}, row {}", path, sheet, place.line);
    };
    return account::state_of(evidence.published, evidence.all.disclosure.round_to, name);
}

}  // namespace sayso

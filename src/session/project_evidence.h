// A project's evidence, read once, and what may be published of it. Stage: between model and compose.
#pragma once

#include <string>
#include <vector>

#include "account/build_report.h"
#include "evidence/claim.h"
#include "evidence/loader.h"
#include "model/loader.h"

namespace sayso {

struct ProjectEvidence {
    evidence::Known known;
    evidence::Evidence all;
    evidence::Published published;
};

/// What the evidence of a project may name.
evidence::Known known_of(const model::Project& project, const model::Approach& approach,
                         std::vector<std::string> audiences, std::vector<std::string> kinds,
                         std::int64_t now);

/// The project's evidence/ folder.
std::string evidence_folder(const model::Project& project);

/// `earlier` is what earlier packs printed.
ProjectEvidence read_evidence(const Env& env, const model::Project& project, evidence::Known known,
                              const std::vector<evidence::PrintedNumber>& earlier, SourceMap& sources,
                              Diagnostics& diagnostics);

/// What was decided, for the report of a build. Places as "evidence/evidence.yaml, line 12".
account::State state_of(const ProjectEvidence& evidence, const model::Project& project,
                        const SourceMap& sources);

}  // namespace sayso

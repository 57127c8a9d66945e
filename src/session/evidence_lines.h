// A project's evidence in lines, for people and for scripts.
#pragma once

#include <string>
#include <vector>

#include "session/project_evidence.h"

namespace sayso {

/// What there is in all, and what is hidden or left out.
std::vector<std::string> summary_of(const ProjectEvidence& evidence);

/// One line each, tab-separated: kind, id, name, state; then what was left out and why, what expires within
/// 90 days, and the outcomes that have no evidence yet.
std::vector<std::string> evidence_lines(const ProjectEvidence& evidence, const model::Approach& approach);

}  // namespace sayso

// What holds between the parts of a model, beyond what each table of fields can say: ids that point to
// something, cycles, coverage, contrast. Each function reports every fault it finds, at the place that should
// change.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "model/approach.h"
#include "model/project.h"
#include "model/template.h"
#include "model/theme.h"

namespace sayso::model {

void check_approach(const Approach& approach, Diagnostics& diagnostics);
void check_project(const Project& project, const Approach& approach, Diagnostics& diagnostics);
/// The audience's outcomes are exactly the stakeholder's; its asks point to means.
void check_audience(const Audience& audience, const Approach& approach, Diagnostics& diagnostics);
void check_template(const Template& source, Diagnostics& diagnostics);
/// Every colour that the template names is in the theme.
void check_template_against_theme(const Template& source, const Theme& theme, Diagnostics& diagnostics);
/// Colours of pairs are known, and each pair has the contrast it asks for (WCAG 2.2, 1.4.3 and 1.4.11).
void check_theme(const Theme& theme, Diagnostics& diagnostics);

/// A site's id names its folder, in packs and archives, on every system.
void check_site_id(const Words& id, Diagnostics& diagnostics);

/// Names and addresses go into texts, and nothing goes into them: a tag in one is an error where it stands,
/// not wherever the name came to be printed.
void check_service_names(const Service& service, Diagnostics& diagnostics);
void check_site_names(const Site& site, Diagnostics& diagnostics);

/// Reports each of `strands` that the approach does not have.
void check_strands(const std::vector<Words>& strands, const Approach& approach, Diagnostics& diagnostics);

/// Ids of a list of things, for suggestions.
template <class T>
std::vector<std::string> ids_of(const std::vector<T>& all) {
    std::vector<std::string> ids;
    for (const T& one : all) ids.push_back(one.id.text);
    return ids;
}
std::vector<std::string> means_ids(const Approach& approach);

}  // namespace sayso::model

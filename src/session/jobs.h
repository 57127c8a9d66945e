// Which documents a request stands for: every wanted audience, kind, site and language.
#pragma once

#include <vector>

#include "sayso/sayso.h"
#include "session/catalogue.h"

namespace sayso {

/// Unknown ids are errors with suggestions; what is known goes on.
std::vector<Job> list_jobs(Catalogue& catalogue, const BuildOptions& options);
/// Whether everything that the options name is there; what is not is an error of the command line.
bool check_names(Catalogue& catalogue, const BuildOptions& options);

/// What a document for nobody in particular has in the place of an audience.
inline constexpr const char* everyone = "everyone";
/// AUDIENCE-KIND[-STRAND][-EDITION][-LANG][-RECIPIENT]: the name of its files; `job.strand` is the one asked
/// for, if any.
std::string document_name(const Job& job, const std::string& base_lang);
/// The site that writes to a recipient; null: the whole service.
const model::Site* site_of(const model::Project& project, const model::Recipient& recipient);
/// The only strand that the site, or else the service, works in; empty when there are several.
std::string own_strand(const model::Project& project, const model::Site* site);

}  // namespace sayso

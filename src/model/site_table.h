// Sites from a table, one row each.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/approach.h"
#include "model/project.h"

namespace sayso::model {

/// Adds the rows of a CSV table to the service's sites. The columns are the keys of a site, with
/// contact-name, contact-role, contact-phone, contact-email and contact-web, and the same for second-contact;
/// several strands or groups are
/// parted by spaces. A fault of the table as a whole is reported; a row's own go into `faulty_sites`, each
/// naming its cell.
void add_sites(std::uint32_t source, std::string_view text, Service& service, Diagnostics& diagnostics);

/// Moves the rows whose strands the approach does not know from `sites` to `faulty_sites`.
void drop_faulty_sites(Service& service, const Approach& approach);

}  // namespace sayso::model

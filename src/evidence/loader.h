// Reads a project's evidence/ folder: evidence.yaml, and tables in CSV files and workbooks. In: files, and
// what the project knows. Out: Evidence, with every fault of every file reported in one run.
#pragma once

#include <string>
#include <vector>

#include "env/env.h"
#include "evidence/evidence.h"

namespace sayso::evidence {

/// What evidence may name. An empty list of outcomes, audiences or kinds is not checked against.
struct Known {
    struct Site {
        std::string id, name;
    };
    std::vector<Site> sites;
    std::vector<std::string> outcomes, audiences, kinds;
    int today = 0;          // days since 1970-01-01
    bool any_site = false;  // every id of a site is taken: a sheet is read without its project
};

/// `folder` is the project's evidence/ folder; what is not there is empty. In a workbook the sheets
/// "Indicators", "Voices", "Photos", "References", "Costs" and "Values" are read, and others passed over; a
/// CSV file with one of those names holds that, any other holds values. A record whose id is "example" is
/// passed over.
Evidence load_evidence(const Env& env, const std::string& folder, const Known& known, SourceMap& sources,
                       Diagnostics& diagnostics);

/// The same from one sheet file alone, laid upon `evidence`.
void load_sheets(const std::string& path, std::string_view bytes, const Known& known, Evidence& evidence,
                 SourceMap& sources, Diagnostics& diagnostics);

/// What is wrong within the evidence: ids used twice, unknown names, days and periods that are none.
void check_evidence(const Evidence& evidence, const Known& known, Diagnostics& diagnostics);

/// The id that rows which only show how to fill in a sheet have.
inline constexpr std::string_view example_id = "example";

}  // namespace sayso::evidence

// A strict reading of PDF/UA-1 (ISO 14289-1) and of the parts of PDF/A-2a (ISO 19005-2) that a writer can get
// wrong, over a finished file. Written from the standards, without a line of the writer's code: for every
// suite that makes a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::test {

/// One sentence a fault; empty when the file keeps to every rule that this checker knows.
std::vector<std::string> pdf_ua_faults(std::string_view pdf_bytes);

}  // namespace sayso::test

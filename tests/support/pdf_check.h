// A strict reading of PDF/UA-1 (ISO 14289-1) and of the parts of PDF/A-2a (ISO 19005-2) that a writer can get
// wrong, or of PDF/UA-2 (ISO 14289-2) and PDF/A-4 (ISO 19005-4), over a finished file. Written from the
// standards, without a line of the writer's code: for every suite that makes a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::test {

enum class PdfRules { ua_1, ua_2 };

/// One sentence a fault; empty when the file keeps to every rule that this checker knows.
std::vector<std::string> pdf_ua_faults(std::string_view pdf_bytes, PdfRules rules = PdfRules::ua_1);

}  // namespace sayso::test

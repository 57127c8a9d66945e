// The rules of the XMP packet: PDF/UA and PDF/A identification, agreement with the information dictionary.
// Private to tests/support.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/pdf_check.h"

namespace sayso::test {

std::vector<std::string> xmp_faults(const std::string& xmp, const std::map<std::string, std::string>& info,
                                    PdfRules rules);

}  // namespace sayso::test

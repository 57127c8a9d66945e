// What PDF/UA-2 (ISO 14289-2:2024) and PDF/A-4 (ISO 19005-4:2020) ask beyond what pdf_check.cpp looks at for
// both standards. Private to tests/support.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/pdf_reader.h"

namespace sayso::test {

/// One sentence a fault, its clause before it: of ISO 14289-2 ("UA 8.8") or of ISO 19005-4 ("A 6.1.3").
std::vector<std::string> ua_2_faults(const PdfFile& file, std::string_view bytes);

}  // namespace sayso::test

// A page's content stream, followed operator by operator. Private to tests/support.
#pragma once

#include <map>
#include <memory>
#include <qpdf/JSON.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "support/pdf_font.h"
#include "support/pdf_reader.h"

namespace sayso::test {

/// Fonts by object number, shared by the pages of a file.
using FontReaders = std::map<int, std::shared_ptr<FontReader>>;

/// Fills in `page.marks`, `page.artifacts` and `page.faults`. `page` has its size.
void read_content(QPDFObjectHandle page_object, PdfPage& page, FontReaders& fonts);

}  // namespace sayso::test

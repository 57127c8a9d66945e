// What the document itself must bring for the file to keep to PDF/UA-1, checked before anything is written.
// The rules that the writer keeps by construction are not here; PDF_UA1.md lists both.
#pragma once

#include "diag/diagnostic.h"
#include "doc/document.h"

namespace sayso::pdf {

/// Reports each violation at the source of its node.
void check(const doc::Document& document, Diagnostics& diagnostics);

}  // namespace sayso::pdf

// Writes a deck as a PowerPoint file that people can edit: titles and texts in placeholders that inherit from
// the layout, the layout from one master, colours and fonts from the theme. Stage: emit, beside src/pdf. In:
// the semantic tree of a deck, its page masters (the layouts) and where layout placed things. docs/office.md
// says what becomes what.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "doc/pages.h"
#include "doc/placed.h"
#include "ooxml/zip.h"

namespace sayso::pptx {

struct Options {
    std::int64_t created = 0;        // seconds since 1970 UTC
    std::string producer = "sayso";  // with version
    /// A figure as PNG bytes, sharp enough for a screen.
    std::function<std::string(const frame::Frame&, Diagnostics&)> png;
};

/// The file's bytes. A document that is no deck, or a deck that is put on paper, is an error, and the result
/// is empty.
std::string write(const doc::Document& document, const doc::PageSpec& pages, const doc::Placed& placed,
                  const Options& options, ooxml::Zipper& zipper, Diagnostics& diagnostics);

}  // namespace sayso::pptx

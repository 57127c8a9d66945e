// The pipeline of one document, start to end. A newcomer's door: read pipeline.cpp first.
#pragma once

#include <string>
#include <vector>

#include "compose/request.h"
#include "pdf/pdf.h"
#include "text/paragraph.h"

namespace sayso {

/// What a thread keeps between documents.
struct Worker {
    explicit Worker(const text::FontLibrary& library) : fonts(library), shaper(library) {}
    const text::FontLibrary& fonts;
    text::Shaper shaper;
    pdf::Cache pdf_cache;
};

struct Emit {
    std::vector<std::string> formats;  // "pdf", "png"
    double dpi = 110;
    std::int64_t created = 0;  // seconds since 1970 UTC
    std::string producer;
};

/// One file of a document: what its name gets behind the document's own ("-2" for the second page), and its
/// bytes.
struct Output {
    std::string suffix;
    std::string bytes;
};

/// Nothing when there was an error.
std::vector<Output> make_document(const compose::Request& request, const Emit& emit, Worker& worker,
                                  Diagnostics& diagnostics);

}  // namespace sayso

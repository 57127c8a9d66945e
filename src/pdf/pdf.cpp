#include "pdf/pdf.h"

#include "pdf/assembler.h"
#include "pdf/check.h"

namespace sayso::pdf {

std::string write(const doc::Document& document, const std::vector<frame::Frame>& pages,
                  const Options& options, Cache& cache, Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.errors();
    check(document, diagnostics);
    if (pages.empty())
        diagnostics.error("no-pages", document[doc::Document::root].source, "the document has no pages",
                          "give it something to show");

    Assembler assembler{document, pages, options, cache.impl(), diagnostics};
    assembler.draw();
    assembler.annotate();
    if (diagnostics.errors() > errors_before) return {};
    return assembler.file();
}

}  // namespace sayso::pdf

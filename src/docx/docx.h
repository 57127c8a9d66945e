// Writes a document as a Word file: real styles, lists, tables and footnotes from the semantic tree, laid out
// anew by whoever opens it. Stage: emit, beside src/pdf; from the tree alone, without pages. docs/office.md
// says what becomes what.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "doc/pages.h"

namespace sayso::docx {

struct Options {
    std::int64_t created = 0;        // seconds since 1970 UTC
    std::string producer = "sayso";  // with version
    /// A figure as PNG bytes, sharp enough for print.
    std::function<std::string(const frame::Frame&, Diagnostics&)> png;
};

/// What the documents of one batch share on one thread: drawn figures and parts that are always the same.
class Cache {
  public:
    Cache();
    ~Cache();
    Cache(Cache&&) noexcept;
    struct Impl;
    Impl& impl() { return *impl_; }

  private:
    std::unique_ptr<Impl> impl_;
};

/// The file's bytes. Paper that is folded has no Word file: an error, and the result is empty.
std::string write(const doc::Document& document, const doc::PageSpec& pages, const Options& options,
                  Cache& cache, Diagnostics& diagnostics);

}  // namespace sayso::docx

// Writes a tagged, archivable PDF from placed pages and their semantic tree: PDF/UA-1 with PDF/A-2a, or
// PDF/UA-2 with PDF/A-4. Stage: emit. libharu is the object and stream layer; PDF_UA1.md and PDF_UA2.md have
// the clauses.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "frame/frame.h"
#include "pdf/standard.h"
#include "text/fonts.h"

namespace sayso::pdf {

/// A page that is larger than the paper that it is cut to.
struct Trim {
    Length margin;  // around that paper, on all sides
    Length bleed;   // of it: how far colours run on
};

struct Options {
    std::int64_t created = 0;              // seconds since 1970 UTC
    std::string producer = "sayso";        // with version
    std::vector<std::string> page_labels;  // one a page, or empty
    std::optional<Trim> trim{};            // none: a page is the paper
    Standard standard = Standard::ua_1;
};

/// What can be shared by the documents of one batch on one thread (compressed font subsets). The fonts must
/// outlive it.
class Cache {
  public:
    explicit Cache(const text::FontLibrary& fonts);
    ~Cache();
    Cache(Cache&&) noexcept;
    struct Impl;
    Impl& impl() { return *impl_; }

  private:
    std::unique_ptr<Impl> impl_;
};

/// The file's bytes, in the fonts of the cache. Violations (a figure without alt text, a heading level
/// skipped) are collected in `diagnostics` at the node's source span, and the result is then empty.
std::string write(const doc::Document& document, const std::vector<frame::Frame>& pages,
                  const Options& options, Cache& cache, Diagnostics& diagnostics);

}  // namespace sayso::pdf

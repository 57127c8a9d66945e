// One document as an e-book, for readers who want their own letters, ground or voice: the page of html.h, a
// table of contents from its headings, and what says who it is from and how it can be read. EPUB 3.3, EPUB
// Accessibility 1.1. Stage: emit.
#pragma once

#include <cstdint>
#include <string>

#include "html/html.h"
#include "ooxml/zip.h"

namespace sayso::html {

/// `made`: when, in seconds since 1970 UTC.
std::string write_epub(const doc::Document& document, const text::FontLibrary& fonts, const Options& options,
                       std::int64_t made, ooxml::Zipper& zipper);

}  // namespace sayso::html

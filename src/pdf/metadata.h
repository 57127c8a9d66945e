// What the file says of itself, in XMP and, in PDF 1.7, again in the old information dictionary. Both are
// made from one value, so they agree, as PDF/A asks (ISO 19005-2, 6.6.3).
#pragma once

#include <cstdint>
#include <string>

#include "doc/document.h"
#include "pdf/pdf.h"

namespace sayso::pdf {

struct Metadata {
    std::string title, lang, author, subject, keywords, producer;
    std::int64_t created = 0;  // seconds since 1970 UTC
};

/// Control characters, which XML cannot hold, become spaces.
Metadata metadata(const doc::Document& document, const Options& options);
/// The XMP packet: Dublin Core, dates, and the standards that the file keeps to.
std::string xmp_packet(const Metadata& metadata, const StandardInfo& standard);
/// The entries of the information dictionary.
std::string info_entries(const Metadata& metadata);

}  // namespace sayso::pdf

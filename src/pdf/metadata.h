// What the file says of itself, twice: in XMP and in the old information dictionary. Both are made from one
// value, so they agree, as PDF/A asks (ISO 19005-2, 6.6.3).
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
/// The XMP packet: Dublin Core, dates, and the identification of PDF/A-2a and PDF/UA-1.
std::string xmp_packet(const Metadata& metadata);
/// The entries of the information dictionary.
std::string info_entries(const Metadata& metadata);

}  // namespace sayso::pdf

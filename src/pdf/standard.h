// The standards that a file can keep to, and what the one asks to be written otherwise than the other: all
// their differences but the words of the XMP packet (metadata.cpp), as data. PDF_UA1.md and PDF_UA2.md are
// the ledgers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sayso::pdf {

/// Always one for accessibility and one for archives at once.
enum class Standard : std::uint8_t {
    ua_1,  // PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), on PDF 1.7
    ua_2,  // PDF/UA-2 (ISO 14289-2:2024) and PDF/A-4 (ISO 19005-4:2020), on PDF 2.0
};

struct StandardInfo {
    Standard standard;
    std::string_view version;  // of PDF
    bool has_information;      // the old dictionary beside XMP (ISO 19005-4, 6.1.3: none)
    /// Elements name the namespace of their type, and types of PDF 2.0 may be used (ISO 32000-2, 14.8.6).
    bool has_namespaces;
    /// Links and bookmarks lead to elements, too (ISO 14289-2, 8.8).
    bool leads_to_elements;
    /// A figure and its caption stand in a group of their own, as whose last part it is the caption of what
    /// is before it (ISO 14289-2, 8.2.5.27); else the caption only follows.
    bool groups_captions;
};

inline constexpr std::array<StandardInfo, 2> standards{{
    {Standard::ua_1, "1.7", true, false, false, false},
    {Standard::ua_2, "2.0", false, true, true, true},
}};

/// The standard on a version of PDF; PDF 1.7's where the version is another.
constexpr Standard standard_on(std::string_view version) {
    for (const StandardInfo& each : standards)
        if (each.version == version) return each.standard;
    return Standard::ua_1;
}

constexpr const StandardInfo& info(Standard standard) {
    return standards[static_cast<std::size_t>(standard)];
}

}  // namespace sayso::pdf

// The one table of structure types: what each is called in the file, what it may hold and which attributes it
// must have. ISO 32000-1, 14.8.4, and ISO 32000-2, 14.8.4 and 14.8.6 (standard structure types and their
// namespaces), ISO 14289-1, 7.2 to 7.9, and ISO 14289-2, 8.2.5.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "doc/document.h"

namespace sayso::pdf {

enum class StructureType : std::uint8_t {
    document,
    sect,
    div,
    block_quote,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    p,
    caption,
    l,
    li,
    lbl,
    l_body,
    table,
    tr,
    th,
    td,
    figure,
    link,
    span,
    strong,
    aside,
    fe_note,
    artifact,
};

/// What an element of a type carries besides its contents.
enum class Attributes : std::uint8_t {
    none,
    list,    // ListNumbering
    header,  // Scope
    figure,  // Alt, BBox, Placement
    note,    // NoteType
};

/// Which of the two namespaces of standard types has a type (ISO 32000-2, 14.8.6). An element names that of
/// PDF 2.0 where it can.
enum class Namespaces : std::uint8_t { both, pdf_1_7, pdf_2_0 };

struct StructureTypeInfo {
    StructureType type;
    std::string_view name;
    bool holds_content;    // marked content may stand directly in it
    bool kept_when_empty;  // a row must have its cells even where they say nothing
    Attributes attributes;
    Namespaces namespaces = Namespaces::both;
    std::string_view before = {};  // a type of PDF 1.7's that readers of PDF 1.7 may take it for
};

inline constexpr std::array<StructureTypeInfo, 27> structure_types{{
    {StructureType::document, "Document", false, false, Attributes::none},
    {StructureType::sect, "Sect", false, false, Attributes::none},
    {StructureType::div, "Div", false, false, Attributes::none},
    {StructureType::block_quote, "BlockQuote", false, false, Attributes::none, Namespaces::pdf_1_7},
    {StructureType::h1, "H1", true, false, Attributes::none},
    {StructureType::h2, "H2", true, false, Attributes::none},
    {StructureType::h3, "H3", true, false, Attributes::none},
    {StructureType::h4, "H4", true, false, Attributes::none},
    {StructureType::h5, "H5", true, false, Attributes::none},
    {StructureType::h6, "H6", true, false, Attributes::none},
    {StructureType::p, "P", true, false, Attributes::none},
    {StructureType::caption, "Caption", true, false, Attributes::none},
    {StructureType::l, "L", false, false, Attributes::list},
    {StructureType::li, "LI", false, false, Attributes::none},
    {StructureType::lbl, "Lbl", true, false, Attributes::none},
    {StructureType::l_body, "LBody", true, false, Attributes::none},
    {StructureType::table, "Table", false, false, Attributes::none},
    {StructureType::tr, "TR", false, true, Attributes::none},
    {StructureType::th, "TH", true, true, Attributes::header},
    {StructureType::td, "TD", true, true, Attributes::none},
    {StructureType::figure, "Figure", true, false, Attributes::figure},
    {StructureType::link, "Link", true, false, Attributes::none},
    {StructureType::span, "Span", true, false, Attributes::none},
    {StructureType::strong, "Strong", true, false, Attributes::none, Namespaces::pdf_2_0, "Span"},
    {StructureType::aside, "Aside", false, false, Attributes::none, Namespaces::pdf_2_0, "Div"},
    {StructureType::fe_note, "FENote", true, false, Attributes::note, Namespaces::pdf_2_0, "Note"},
    {StructureType::artifact, "Artifact", true, false, Attributes::none, Namespaces::pdf_2_0},
}};

constexpr const StructureTypeInfo& info(StructureType type) {
    return structure_types[static_cast<std::size_t>(type)];
}

/// The type of the element that a node of the semantic tree becomes, where a standard has it. A Text node
/// becomes none, unless it has a language of its own or is strong.
StructureType structure_type(const doc::Kind& kind);

}  // namespace sayso::pdf

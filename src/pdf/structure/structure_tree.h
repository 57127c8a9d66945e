// The logical structure: structure elements made from the semantic tree, and the marked content that each
// holds.
//
// Children stand in TREE order, not in the order of painting. So a place for marked content (a slot) is made
// for each stretch of words before anything is drawn; drawing then adds marks to slots, on whatever page they
// fall. A paragraph, list or table that runs over pages is one element all the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "pdf/objects/sink.h"
#include "pdf/standard.h"
#include "pdf/structure/structure_types.h"

namespace sayso::pdf {

using ElementIndex = std::uint32_t;
using SlotIndex = std::uint32_t;

/// A marked-content sequence: its page and its number on that page.
struct Mark {
    std::uint32_t page = 0;
    std::uint32_t id = 0;
};

/// A place among an element's children for the marked content of neighbouring words.
struct Slot {
    ElementIndex element = 0;
    std::vector<NodeId> texts;  // the Text nodes whose words go here; none for a drawing or a label
    std::vector<Mark> marks;
    std::string drawn;       // words drawn where there is no Text node (a label), when they are spelt out
    bool spell_out = false;  // glyph by glyph the words would read wrongly: the structure gives them
};

struct Element {
    struct Child {
        enum class Kind : std::uint8_t { element, slot } kind;
        std::uint32_t index;
    };
    struct Annotation {
        std::uint32_t page;
        Ref object;
    };
    StructureType type = StructureType::p;
    NodeId node;                         // what it was made from; gives the attributes
    std::optional<ElementIndex> parent;  // none for the Document element
    std::vector<Child> children;
    std::vector<Annotation> annotations;
    std::vector<ElementIndex> mentions;  // a note's citations, a citation's note
    std::string_view lang;               // empty: the parent's
    std::string actual_text;
    std::optional<Rect> box;  // figures: what was drawn on `box_page`, page space
    std::uint32_t box_page = 0;
    Ref ref;  // set when it is written
};

/// Where content goes that a node owns.
struct Destination {
    enum class Kind : std::uint8_t {
        slot,
        artifact,  // running matter and decorative figures are no part of the structure
        nowhere,   // the node's element may hold other elements only (a list, a row)
    } kind = Kind::artifact;
    SlotIndex slot = 0;
};

/// What the structure's objects refer to.
struct StructureRefs {
    Ref root;              // the StructTreeRoot
    Ref pdf_1_7, pdf_2_0;  // namespaces; none where elements name none
    std::vector<Ref> pages;
    std::vector<Length> page_heights;
};

class StructureTree {
  public:
    StructureTree(const doc::Document& document, const StandardInfo& standard);

    Destination destination(NodeId owner);
    const Element& element(ElementIndex index) const { return elements_[index]; }
    Slot& slot(SlotIndex index) { return slots_[index]; }
    const Slot& slot(SlotIndex index) const { return slots_[index]; }
    StructureType type_of_slot(SlotIndex index) const { return elements_[slots_[index].element].type; }
    /// Notes that a figure's drawing covers `box` of a page.
    void cover(SlotIndex slot, std::uint32_t page, const Rect& box);

    /// The Link element for a link area that `owner` owns: its own, or for a drawing with links a new one
    /// inside.
    std::optional<ElementIndex> link_element(NodeId owner);
    void add_annotation(ElementIndex element, std::uint32_t page, Ref annotation);

    /// To be called when everything is drawn: gives right-to-left words their ActualText and numbers the
    /// elements that hold anything.
    void settle(Sink& sink);
    /// Writes the elements; returns the object of the Document element.
    Ref write(Sink& sink, const StructureRefs& refs) const;
    Ref ref_of_element(ElementIndex element) const { return elements_[element].ref; }
    /// The element that a node, or else what it stands in, became; once settled.
    Ref ref_of_node(NodeId node) const;
    /// Once settled: an element that is written is of a type that PDF 2.0 no longer has.
    bool has_old_types() const;

  private:
    friend class StructureBuilder;
    static constexpr std::uint32_t none = 0xFFFF'FFFF;

    ElementIndex add_element(std::optional<ElementIndex> parent, StructureType type, NodeId node);
    SlotIndex add_slot(ElementIndex element);
    bool spells_out(ElementIndex element) const;
    void spell_out(ElementIndex element);
    std::string words(const Slot& slot) const;
    bool has_content(ElementIndex element) const;
    void number(ElementIndex element, Sink& sink);

    std::string entries(const Element& element, const StructureRefs& refs) const;
    void append_attributes(std::string& out, const Element& element, const StructureRefs& refs) const;
    void append_mentions(std::string& out, const Element& element) const;
    void append_children(std::string& out, const Element& element, const StructureRefs& refs) const;
    std::optional<std::uint32_t> page_of(const Element& element) const;

    const doc::Document& document_;
    std::vector<Element> elements_;  // the first is Document
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> element_of_;  // by node; `none` where the node has no element
    std::vector<std::uint32_t> slot_of_;     // by node; `none` until content is met there
};

}  // namespace sayso::pdf

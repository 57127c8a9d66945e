// The semantic tree: what this reader gets, as headings, paragraphs, lists, tables, figures. Stage: compose
// makes it, layout places it, emitters tag it. Reading order is tree order; nothing here knows pages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/direction.h"
#include "base/ids.h"
#include "base/palette.h"
#include "diag/diagnostic.h"
#include "doc/figure_model.h"
#include "doc/style.h"
#include "frame/frame.h"

namespace sayso::doc {

// Block kinds
// ------------------------------------------------------------------------------------------------
struct Root {};
/// A grouping with a meaning of its own (a part of the document). Tagged Sect.
struct Section {};
/// One slide of a deck: a child of the root, whose other children are slides too. It lies on the page master
/// that `layout` names, its blocks in the regions that their boxes name. Tagged Sect.
struct Slide {
    std::string layout;
    std::string section;              // of the talk; empty: as the slide before
    std::optional<NodeId> notes;      // what the speaker says: a tree of its own, or a child in notes_region
    std::optional<NodeId> continued;  // "{page} of {pages}", where the slide goes on over several pages
};
/// The region of what is said to a slide, which the slide itself does not show.
inline constexpr const char* notes_region = "notes";
/// A grouping for looks alone: columns, cards, boxes. Tagged Div; one that the main thread could do without,
/// and whose readers may leave it for later, is an aside: Aside in PDF 2.0.
struct Group {
    bool aside = false;
};
struct Heading {
    int level = 1;
};  // 1 to 6; levels never skip
struct Paragraph {};
/// Children are ListItem only. Labels are drawn by layout and tagged Lbl.
struct List {
    enum class Marker : std::uint8_t { bullet, number, none } marker = Marker::bullet;
};
/// Children are blocks.
struct ListItem {};
/// Children are TableRow only, after a Caption if there is one. `widths` are shares of the table's width, one
/// for each column.
struct Table {
    std::vector<double> widths;
    int header_rows = 1;
};
/// Children are TableCell only.
struct TableRow {};
/// Children are blocks.
struct TableCell {
    bool header = false;
    enum class Scope : std::uint8_t { column, row } scope = Scope::column;
};
/// A picture or drawing. Its only child may be a Caption; `alt` is required unless decorative. One that is
/// read in parts holds, before its Caption, headings, lists and paragraphs: the words that its frame shows,
/// whose items name them as their owners. Layout sets none of them, and its shapes are artifacts.
struct Figure {
    std::variant<std::shared_ptr<const frame::Frame>, std::shared_ptr<const frame::Image>> content;
    Size size;  // as placed; layout shrinks it, never enlarges, where the column is narrower
    std::string alt;
    bool decorative = false;  // an artifact
    FigureModel model{};  // what it shows, for formats with shapes of their own; layout and PDF never look
    bool in_parts = false;
};
/// The first child of its Table, or the child of its Figure (set below it).
struct Caption {};
struct Quote {};  // BlockQuote

// Inline kinds: children of Heading, Paragraph and Caption
// -------------------------------------------------------
/// The only leaf that holds words.
struct Text {
    std::string text;  // UTF-8, no line ends except '\n' for a wanted break
    bool strong = false;
    Isolate isolate = Isolate::none;  // a value among words that may run another way
};
/// Children are Text.
struct Link {
    std::variant<std::string, NodeId> target;  // URL or node
    std::string description;                   // never empty
};
// A picture inside a line is not offered: Easy Read puts pictures in columns of their own.

using Kind = std::variant<Root, Section, Slide, Group, Heading, Paragraph, List, ListItem, Table, TableRow,
                          TableCell, Figure, Caption, Quote, Text, Link>;

struct Node {
    Kind kind{};
    NodeId parent{};
    std::vector<NodeId> children{};
    /// What it is in the template's words: the name of the style that it was asked for in, or the standard
    /// one of its part ("card", "ask-text", "callout"). Looks are resolved in `box` and `text`; formats that
    /// have styles of their own go by this. Empty for inline nodes.
    std::string role{};
    std::string lang{};      // BCP 47; empty means the parent's
    Span source{};           // the line of YAML that made it, for faults found later
    BoxStyle box{};          // ignored for inline nodes
    TextStyle text{};        // for Heading, Paragraph, Caption and list labels
    std::string bookmark{};  // headings: shorter words for the outline, or empty
};

class Document {
  public:
    Document();

    std::string title;
    std::string lang = "en-GB";
    std::string author, subject, keywords;
    Palette palette;   // what the colours of its looks stand for, for formats with a theme of their own
    bool rtl() const;  // by the script of `lang`

    static constexpr NodeId root{0};
    NodeId add(NodeId parent, Kind kind, Span source = {});
    /// Removes the last node of its parent that was added, with every node added after it, all of which are
    /// beneath or beside it.
    void take_back(NodeId id);
    /// Takes a node, and all beneath it, out of the tree; their ids go on, as those of empty groups.
    void remove(NodeId id);
    /// A tree of its own beside the root (running headers and footers); its parent is itself.
    NodeId add_detached(Kind kind, Span source = {});
    Node& operator[](NodeId id) { return nodes_[id.value]; }
    const Node& operator[](NodeId id) const { return nodes_[id.value]; }
    std::size_t size() const { return nodes_.size(); }

    template <class T>
    const T* get(NodeId id) const {
        return std::get_if<T>(&nodes_[id.value].kind);
    }

    /// The language in force at a node.
    const std::string& lang_of(NodeId id) const;
    /// All words beneath a node in reading order, blocks parted by line ends.
    std::string text_of(NodeId id) const;

  private:
    std::vector<Node> nodes_;
};

using sayso::is_rtl_language;

/// Indented outline of kinds, roles in brackets, and words, for goldens.
std::string dump(const Document& document);

}  // namespace sayso::doc

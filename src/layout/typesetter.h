// Sets the paragraphs of a document: words from the tree, lines from the shaper, kept by node and width so
// that a paragraph is broken once however often the page is tried. Inside src/layout only.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/ids.h"
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "layout/labels.h"
#include "text/paragraph.h"

namespace sayso::layout {

/// A paragraph broken into lines for one width.
struct SetParagraph {
    NodeId node;
    std::shared_ptr<const text::Paragraph> text;
    Length baseline;  // of each line, below the top of its leading; the same for all text of one style
};

/// What "{page}" and "{pages}" stand for in running matter.
struct PageNumber {
    std::size_t page = 0, pages = 0;
};

class Typesetter {
  public:
    /// Sets text as it stands; with a page number, braces in it are replaced.
    Typesetter(const doc::Document& document, text::Shaper& shaper, Diagnostics& diagnostics,
               std::optional<PageNumber> number = {});

    const doc::Document& document() const { return document_; }
    Diagnostics& diagnostics() { return diagnostics_; }

    /// The lines of a Heading, Paragraph or Caption. The reference holds for the typesetter's life.
    const SetParagraph& paragraph(NodeId node, Length width);
    /// The label of a list item on one line, in the item's style and marker colour; `end` sets it to the far
    /// side.
    const SetParagraph& label(NodeId item, const std::string& words, Length width, bool end);
    Length label_width(NodeId item, const std::string& words);
    /// Labels and hanging indent of a list. The reference holds for the typesetter's life.
    const ListLabels& labels(NodeId list);
    /// The longest unbreakable piece of a paragraph.
    Length longest_word(NodeId node);

  private:
    using Key = std::pair<NodeId, double>;

    std::vector<text::Span> spans_of(NodeId block);
    void add_leaf(NodeId leaf, NodeId block, Color color, std::vector<text::Span>& spans);
    text::Span label_span(NodeId item, std::string_view words) const;
    std::string_view with_numbers(std::string_view words);
    Length baseline_of(const doc::TextStyle& style) const;

    const doc::Document& document_;
    text::Shaper& shaper_;
    Diagnostics& diagnostics_;
    std::optional<PageNumber> number_;
    std::map<Key, SetParagraph> set_;
    std::map<NodeId, Length> longest_;
    std::map<NodeId, ListLabels> labels_;
    std::vector<std::unique_ptr<std::string>>
        numbered_;  // texts with numbers put in; the spans point into them
};

}  // namespace sayso::layout

// Turns a template's flow of blocks into nodes of the semantic tree.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "compose/markdown.h"
#include "compose/open_headings.h"
#include "compose/request.h"
#include "compose/scope.h"
#include "compose/style_sheet.h"
#include "doc/document.h"
#include "model/template.h"

namespace sayso::compose {

class FlowWriter {
  public:
    FlowWriter(const Request& request, const StyleSheet& styles, Scope scope, doc::Document& document,
               Diagnostics& diagnostics);

    void write(const model::Flow& flow, NodeId parent);
    /// A detached tree for a running header or footer.
    NodeId running(const model::Flow& flow);
    /// Contents lists are made last, when every heading is known.
    void fill_contents();
    /// Gives links the notes that they name, wherever those stand; reports a name that nothing has.
    void lead_to_notes();

  private:
    void write_blocks(const model::Flow& flow, NodeId parent);
    void block(const model::block::Heading& block, NodeId parent);
    void block(const model::block::Text& block, NodeId parent);
    void block(const model::block::List& block, NodeId parent);
    void block(const model::block::Quote& block, NodeId parent);
    void block(const model::block::KeyFigure& block, NodeId parent);
    void block(const model::block::Contents& block, NodeId parent);
    void block(const model::block::Outcomes& block, NodeId parent);
    void block(const model::block::Asks& block, NodeId parent);
    void block(const model::block::Contact& block, NodeId parent);
    void block(const model::block::Table& block, NodeId parent);
    void block(const model::block::Figure& block, NodeId parent);
    void block(const model::block::Chart& block, NodeId parent);
    void block(const model::block::QrCode& block, NodeId parent);
    void block(const model::block::Columns& block, NodeId parent);
    void block(const model::block::Section& block, NodeId parent);
    void block(const model::block::Slide& block, NodeId parent);
    void block(const model::block::Box& block, NodeId parent);
    void block(const model::block::For& block, NodeId parent);
    void block(const model::block::When& block, NodeId parent);
    void block(const model::block::Part& block, NodeId parent);
    void block(const model::block::PageBreak& block, NodeId parent);

    void outcome_card(Span source, NodeId card, bool whole);
    void outcome_stack(Span source, NodeId item);
    void outcome_row(Span source, NodeId row, bool stacked);
    void ask(const Data& source, Span place, NodeId item, bool beside);
    void ask_text(const Data& source, Span place, NodeId parent);
    void table_row(const model::block::Table& block, NodeId table, bool head);
    void diagram(const model::block::Figure& block, NodeId parent);
    bool show_picture(const model::block::Figure& block, doc::Figure& figure);

    /// A node with its look: the block's own style, else the standard one.
    NodeId add(const model::block::Seen& block, NodeId parent, doc::Kind kind, std::string_view standard);
    NodeId add(NodeId parent, doc::Kind kind, const Styled& style, Span source);
    void words(NodeId block, const std::vector<Inline>& inlines);
    NodeId add_link(NodeId block, const Inline& piece);
    void own_language(NodeId block, const std::vector<NodeId>& leaves);
    /// One paragraph of one line of text, or nothing when the text comes out empty.
    void line(NodeId parent, const model::Words& text, const Styled& style,
              doc::Kind kind = doc::Paragraph{});
    void caption(NodeId parent, const std::optional<model::Words>& text);
    void paragraphs(NodeId parent, const model::Words& text, const Styled& style, const Styled& list_style);
    Styled style(const model::block::Seen& block, std::string_view standard);
    /// A standard look; on a slide that of its layout, "card-idea" before "card", where the template has one.
    Styled look_of(std::string_view standard) const { return styles_.standard(standard, layout_); }
    /// Of what a block is made of: "list-text-sources" within a list of style "sources", where there is one.
    Styled look_within(const model::block::Seen& block, std::string_view standard) const {
        const std::string of_block = block.style ? fmt::format("{}-{}", standard, block.style->text) : "";
        return styles_.has(of_block) ? styles_.standard(standard, block.style->text) : look_of(standard);
    }
    std::string joined_text(const std::optional<model::Words>& text);
    /// The list at a path; reports what is not one.
    const List* items(const model::Words& path, Data& holder);
    /// Takes back a node that came out empty.
    void drop_if_empty(NodeId node);
    void take_back(NodeId node);
    bool plainly() const { return request_.audience != nullptr && request_.audience->is_plain_reader(); }
    model::Page page() const;
    Length measure() const;
    Size figure_size(const model::block::Figure& block) const;
    std::optional<Drawing> drawn_chart(ChartRequest asked);

    const Request& request_;
    const StyleSheet& styles_;
    Scope scope_;
    doc::Document& document_;
    Diagnostics& diagnostics_;
    OpenHeadings open_;
    std::string layout_;  // of the slide that is being written
    bool has_slides_ = false;
    bool break_next_ = false;
    double share_ = 1;  // of the page's measure that the columns around a block leave
    struct Contents {
        NodeId list;
        int deepest;
    };
    std::vector<Contents> contents_;
    std::map<std::string, NodeId> notes_;                // paragraphs, by name
    std::vector<std::pair<NodeId, std::string>> unled_;  // links, and the notes that they name
};

}  // namespace sayso::compose

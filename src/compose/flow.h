// Turns a template's flow of blocks into nodes of the semantic tree.
#pragma once

#include <string_view>
#include <vector>

#include "compose/markdown.h"
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

    void write(const std::vector<model::Block>& flow, NodeId parent);
    /// A detached tree for a running header or footer.
    NodeId running(const std::vector<model::Block>& flow);
    /// Contents lists are made last, when every heading is known.
    void fill_contents();

  private:
    void block(const model::Block& block, NodeId parent);
    void heading(const model::Block& block, NodeId parent);
    void text(const model::Block& block, NodeId parent);
    void list(const model::Block& block, NodeId parent);
    void outcomes(const model::Block& block, NodeId parent);
    void outcome_card(Span source, NodeId card, bool whole);
    void outcome_stack(Span source, NodeId item);
    void outcome_row(Span source, NodeId row);
    void table(const model::Block& block, NodeId parent);
    void table_row(const model::Block& block, NodeId table, bool head);
    void columns(const model::Block& block, NodeId parent);
    void container(const model::Block& block, NodeId parent, doc::Kind kind, std::string_view standard);
    void quote(const model::Block& block, NodeId parent);
    void key_figure(const model::Block& block, NodeId parent);
    void figure(const model::Block& block, NodeId parent);
    void asks(const model::Block& block, NodeId parent);
    void ask(const Data& source, Span place, NodeId item, bool whole);
    void contact(const model::Block& block, NodeId parent);
    void contents(const model::Block& block, NodeId parent);
    void loop_for(const model::Block& block, NodeId parent);
    void when(const model::Block& block, NodeId parent);
    void part(const model::Block& block, NodeId parent);
    void page_break();

    /// A node with its look: the block's own style, else the standard one.
    NodeId add(const model::Block& block, NodeId parent, doc::Kind kind, std::string_view standard);
    NodeId add(NodeId parent, doc::Kind kind, const Styled& style, Span source);
    void words(NodeId block, const std::vector<Inline>& inlines);
    void own_language(NodeId block, const std::vector<NodeId>& leaves);
    /// One paragraph of one line of text, or nothing when the text comes out empty.
    void line(NodeId parent, const model::Words& text, const Styled& style,
              doc::Kind kind = doc::Paragraph{});
    void caption(NodeId parent, const std::optional<model::Words>& text);
    void paragraphs(NodeId parent, const model::Words& text, const Styled& style, const Styled& list_style);
    Styled style(const model::Block& block, std::string_view standard);
    /// The list at the block's path; reports what is not one.
    const List* items(const model::Block& block, Data& holder);
    bool plainly() const { return request_.audience != nullptr && request_.audience->is_plain_reader(); }
    /// The paper of this edition, and the width of its text.
    model::Page page() const;
    Length measure() const;
    Size figure_size(const model::Block& block) const;
    /// Large type needs the whole measure; running matter does not hold enough to need it.
    bool crowded() const { return styles_.edition() == Edition::large_print && !running_; }

    const Request& request_;
    const StyleSheet& styles_;
    Scope scope_;
    doc::Document& document_;
    Diagnostics& diagnostics_;
    double share_ = 1;  // of the measure, that the column has in which blocks now come to stand
    bool break_next_ = false;
    bool running_ = false;
    bool cover_done_ = false;
    struct Contents {
        NodeId list;
        int deepest;
    };
    std::vector<Contents> contents_;
};

}  // namespace sayso::compose

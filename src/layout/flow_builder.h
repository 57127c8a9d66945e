// Turns blocks of the tree into a Flow. One builder fills one column; the cells of grids and tables have
// builders of their own. Inside src/layout only.
#pragma once

#include <optional>
#include <vector>

#include "layout/flow.h"

namespace sayso::layout {

/// The strip of a column that a block may use, from its start side.
struct Lane {
    Length x, width;
    Lane inset(Length start, Length end) const { return {x + start, max(width - start - end, Length{})}; }
};

class FlowBuilder {
  public:
    /// `scale` shrinks vertical space; `capacity` is the height of the columns that the flow goes on in.
    FlowBuilder(Typesetter& typesetter, double scale, Length capacity, bool in_cell = false);

    /// Adds blocks one under another.
    void add_all(const std::vector<NodeId>& ids, Lane lane) { blocks(ids, lane); }
    /// Adds a block with its margins, insets and paint.
    void block(NodeId node, Lane lane);
    /// Adds what stands inside the insets of a block.
    void content(NodeId node, Lane lane);
    /// The finished flow; the builder is done.
    Flow take() { return std::move(flow_); }

  private:
    struct Cell {
        NodeId node;
        Lane lane;
    };
    /// The content of a cell, placed from the top of its insets.
    struct SetCell {
        std::vector<Mark> marks;
        std::optional<Length> baseline;
        Edges insets;
        Length height;  // of the content alone
        Length outer;   // with insets, at least the cell's own least height
    };
    struct Label {
        const SetParagraph* paragraph;
        Length x, width;
    };

    const doc::Node& node(NodeId id) const { return typesetter_.document()[id]; }

    void add(Piece piece, std::vector<Mark> marks);
    bool moved_break();
    void hang_labels(Piece& piece, std::vector<Mark>& marks);
    void space(Length amount);
    void at_price(double price) { price_ = std::max(price_, price); }
    void glue() { at_price(price::forbidden); }

    void boxed(NodeId id, Lane lane);
    void fill_out(Decoration& box, std::size_t first);
    void keep_together(std::size_t first);
    void children(NodeId id, Lane lane);
    void blocks(const std::vector<NodeId>& ids, Lane lane);
    void price_of_start(NodeId id, std::optional<NodeId> before);
    void lines(NodeId id, Lane lane);
    void figure(NodeId id, Lane lane);
    void list_item(NodeId id, Lane lane);
    void columns(NodeId id, Lane lane);
    void nested_columns(NodeId id, Lane lane);

    void grid(NodeId id, Lane lane);
    void grid_row(NodeId id, const std::vector<Cell>& cells, Lane lane);
    SetCell set_cell(const Cell& cell);
    /// One unbreakable piece of cells side by side that share its height.
    void add_row(NodeId row, const std::vector<Cell>& cells, std::vector<SetCell> set,
                 const doc::BoxStyle* style, Lane lane);

    void table(NodeId id, Lane lane);
    std::size_t heading_before() const;
    void table_row(NodeId row, const std::vector<Length>& widths, Lane lane);

    Length room() const;
    /// Of blocks one under another, with the space above the first.
    Length height_of_blocks(const std::vector<NodeId>& ids, Lane lane);
    Length height_since(std::size_t first, int outer) const;

    Typesetter& typesetter_;
    double scale_;
    Length capacity_;
    bool in_cell_;
    Flow flow_;

    // What the next piece takes with it.
    Length space_;
    double price_ = 0;
    bool forced_ = false;
    std::vector<Label> labels_;

    // What surrounds the next piece.
    bool at_box_top_ = true;  // margins vanish here
    int decoration_ = none;
    int columns_ = none;
    int repeat_ = none;
};

/// Column widths of a table by its shares, none narrower than its longest word if taking from the others
/// allows it.
std::vector<Length> table_widths(Typesetter& typesetter, NodeId table, Length width);
/// The gap between cells on a width of so many tracks, narrowed where the cell of fewest tracks would lose
/// more than half of its share to it.
Length gap_between(int all_tracks, int narrowest, Length wanted, Length width);
/// A figure's size in a space of at most `width` by `height`: shrunk in proportion, never enlarged.
Size figure_size(const doc::Figure& figure, Length width, Length height);

}  // namespace sayso::layout

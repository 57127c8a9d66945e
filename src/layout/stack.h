// Puts pieces of a flow one under another: the one place that knows how spaces, insets, repeated table
// headers and balanced columns add up. Used to measure (when pages are chosen) and to place (when they are
// made), so that the two can never disagree. Inside src/layout only.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/flow.h"

namespace sayso::layout {

/// By how much sums of lengths may be off.
constexpr Length rounding = pt(0.01);

class Stack {
  public:
    /// Measures; with `out`, also places marks, in logical coordinates from the top of the column. `outer` is
    /// the decorated box that the column stands in; `columns` the balanced columns that it is one of.
    explicit Stack(const Flow& flow, std::vector<Mark>* out = nullptr, int outer = none, int columns = none);

    /// Adds the next piece, which must not flow through columns of its own.
    void add(std::size_t piece);
    /// Adds pieces [first, last) of the same columns, balanced. While measuring, a run may be called for
    /// again with the same `first` and a larger `last`; the later call replaces the earlier.
    void add_run(std::size_t first, std::size_t last);
    /// True when a piece belongs in add_run.
    bool in_run(std::size_t piece) const;

    /// Of all that was added, with the lower insets of the boxes that are still open.
    Length height() const;
    /// Closes the boxes that are still open and returns the height.
    Length finish();
    /// Adds pieces [first, last), balancing those that flow through columns.
    void add_all(std::size_t first, std::size_t last);

  private:
    struct OpenPaint {
        int decoration;
        std::size_t mark;
    };

    void move_to(int decoration, std::size_t piece, Length space);
    void open(int decoration, int above, std::size_t piece);
    void close();
    void repeat_header(const TableHeader& header);
    void place(const Piece& piece, bool repeated);
    void place_columns(const Columns& columns, std::size_t first, const std::vector<std::size_t>& ends);

    const Flow& flow_;
    std::vector<Mark>* out_;
    int outer_, columns_, current_;
    Length y_;
    bool empty_ = true;
    std::size_t next_ = 0;       // one past the last piece added
    std::size_t run_first_ = 0;  // of the run added last, while nothing follows it
    std::optional<Length> run_top_;
    Length run_height_;
    std::vector<OpenPaint> paints_;
};

/// Places pieces [first, last) and returns their height. Marks are relative to the top of the column.
Length arrange(const Flow& flow, std::size_t first, std::size_t last, std::vector<Mark>& out);
/// Height of pieces [first, last) when they start a column; `outer` and `columns` as for Stack.
Length height_of(const Flow& flow, std::size_t first, std::size_t last, int outer = none, int columns = none);

/// Gives `room` to the boxes among pieces [first, last) that ask for it, alike, above and below what they
/// hold; none grows by more than half. Before anything of them is placed.
void spread(Flow& flow, std::size_t first, std::size_t last, Length room);

/// How pieces fall into balanced columns: the end of each column, and the height of the tallest.
struct Balance {
    std::vector<std::size_t> ends;
    Length height;
};
/// `least` is a height that is known to be too small or just enough (that of fewer pieces).
Balance balance(const Flow& flow, int columns, std::size_t first, std::size_t last, Length least = {});

}  // namespace sayso::layout

// What a figure shows, beside how it is drawn: for formats that make shapes and charts of their own (slides,
// word processors, tables of data in HTML). Stage: made with the figure's frame, carried through compose and
// layout unread, visited by emitters.
//
// Why a variant of pointers to types that are only named here: doc stands below diagram and may not include
// it, yet an emitter must be told by the compiler when a kind of figure is added. Naming a type is no arrow;
// whoever looks inside includes that type's header and names its folder under DEPENDS. (std::any would let an
// emitter forget a kind; a neutral picture here would be a second copy of every model, always one step
// behind.) A new kind of figure adds one forward declaration and one alternative.
#pragma once

#include <memory>
#include <variant>

namespace sayso::chart {
struct Chart;  // chart/chart.h
}  // namespace sayso::chart
namespace sayso::diagram {
struct Picture;  // diagram/picture.h
}  // namespace sayso::diagram

namespace sayso::doc {

/// std::monostate: a picture from a file, which has no model.
using FigureModel = std::variant<std::monostate, std::shared_ptr<const diagram::Picture>,
                                 std::shared_ptr<const chart::Chart>>;

}  // namespace sayso::doc

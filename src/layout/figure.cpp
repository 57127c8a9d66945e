#include <algorithm>

#include "base/overload.h"
#include "layout/flow_builder.h"

namespace sayso::layout {
namespace {

Size natural_size(const doc::Figure& figure) {
    return std::visit(Overload{
                          [](const std::shared_ptr<const frame::Frame>& drawing) {
                              return drawing ? drawing->size : Size{};
                          },
                          [](const std::shared_ptr<const frame::Image>& image) {
                              // 96 pixels an inch.
                              return image ? Size{pt(image->width * 0.75), pt(image->height * 0.75)} : Size{};
                          },
                      },
                      figure.content);
}

}  // namespace

Size figure_size(const doc::Figure& figure, Length width, Length height) {
    const bool sized = figure.size.width > Length{} && figure.size.height > Length{};
    const Size wanted = sized ? figure.size : natural_size(figure);
    if (wanted.width <= Length{} || wanted.height <= Length{}) return {};
    const double scale = std::min({1.0, width / wanted.width, height / wanted.height});
    return {wanted.width * std::max(scale, 0.0), wanted.height * std::max(scale, 0.0)};
}

void FlowBuilder::figure(NodeId id, Lane lane) {
    const Size size = figure_size(*typesetter_.document().get<doc::Figure>(id), lane.width, room());
    if (size.height <= Length{}) return;
    const Length spare = lane.width - size.width;
    const doc::Align align = node(id).text.align;
    const double before = align == doc::Align::start ? 0 : align == doc::Align::centre ? 0.5 : 1;
    add({.node = id, .height = size.height, .starts = true},
        {{{lane.x + spare * before, {}, size.width, size.height}, FigureMark{id}}});
}

}  // namespace sayso::layout

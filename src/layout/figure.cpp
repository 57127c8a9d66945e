#include <algorithm>

#include "base/overload.h"
#include "layout/flow_builder.h"
#include "layout/stack.h"

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

Length FlowBuilder::height_of_blocks(const std::vector<NodeId>& ids, Lane lane) {
    if (ids.empty()) return {};
    FlowBuilder inside(typesetter_, scale_, capacity_, true);
    inside.add_all(ids, lane);
    const Flow flow = inside.take();
    return height_of(flow, 0, flow.pieces.size()) + node(ids.front()).box.margin.top * scale_;
}

void FlowBuilder::figure(NodeId id, Lane lane) {
    const doc::Figure& figure = *typesetter_.document().get<doc::Figure>(id);
    // What else it holds is drawn in its frame.
    std::vector<NodeId> captions = node(id).children;
    std::erase_if(captions, [&](NodeId child) { return !typesetter_.document().get<doc::Caption>(child); });
    const Length room_for_it = room() - height_of_blocks(captions, lane);
    const Size size = figure_size(figure, lane.width, room_for_it);
    if (size.height <= Length{}) return;
    const Length spare = lane.width - size.width;
    const doc::Align align = node(id).text.align;
    const double before = align == doc::Align::start ? 0 : align == doc::Align::centre ? 0.5 : 1;
    add({.node = id, .height = size.height, .starts = true},
        {{{lane.x + spare * before, {}, size.width, size.height}, FigureMark{id}}});
    if (captions.empty()) return;
    glue();
    blocks(captions, lane);
}

}  // namespace sayso::layout

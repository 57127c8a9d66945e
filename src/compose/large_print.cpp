#include "compose/large_print.h"

#include "base/paper.h"

namespace sayso::compose {
namespace {

constexpr Length narrowest = mm(160);
constexpr Length least_margin = mm(30);

void enlarge(model::Page& page) {
    const Size paper = a4.portrait();
    const double across = paper.width / page.width, down = paper.height / page.height;
    for (model::Band& band : page.bands)
        band = {band.color, band.x * across, band.y * down, band.width * across, band.height * down, {}, {}};
    page.width = paper.width;
    page.height = paper.height;
    page.margin = Edges::all(mm(22));
}

}  // namespace

bool is_panel(const model::Page& page) {
    return page.width < narrowest;
}

model::Page large_print_page(model::Page page) {
    std::erase_if(page.bands, [](const model::Band& band) { return band.from_page || band.to_page; });
    if (is_panel(page)) enlarge(page);
    if (!page.header.empty()) page.margin.top = max(page.margin.top, least_margin);
    if (!page.footer.empty()) page.margin.bottom = max(page.margin.bottom, least_margin);
    return page;
}

}  // namespace sayso::compose

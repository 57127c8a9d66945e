#include "layout/running.h"

#include "layout/fit.h"
#include "layout/typesetter.h"

namespace sayso::layout {
namespace {

/// As wide as any page number that a document has.
constexpr PageNumber widest{888, 888};

/// How much taller than its box the matter under `root` is.
Length excess(const doc::Document& document, text::Shaper& shaper, NodeId root, const Rect& box) {
    Diagnostics said_when_drawn;
    Typesetter typesetter(document, shaper, said_when_drawn, widest);
    return max(fill_region(typesetter, {root}, box, 1).height - box.height, Length{});
}

void lower_main(doc::PageMaster& master, Length above, Length below) {
    for (doc::Region& region : master.regions) {
        if (region.name != "main") continue;
        const Length room = max(region.box.height - above - below, Length{});
        region.box = {region.box.x, region.box.y + above, region.box.width, room};
    }
}

}  // namespace

std::vector<doc::PageMaster> with_room_for_running(std::vector<doc::PageMaster> masters,
                                                   const doc::Document& document, text::Shaper& shaper) {
    for (doc::PageMaster& master : masters) {
        if (!master.running_grows) continue;
        Length above, below;
        if (master.header) above = excess(document, shaper, *master.header, master.header_box);
        if (master.footer) below = excess(document, shaper, *master.footer, master.footer_box);
        master.header_box.height += above;
        master.footer_box.y -= below;
        master.footer_box.height += below;
        lower_main(master, above, below);
    }
    return masters;
}

}  // namespace sayso::layout

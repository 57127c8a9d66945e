#include "diagram/arrange.h"

#include <algorithm>

#include "diagram/ends.h"
#include "diagram/focus.h"
#include "diagram/hinge.h"
#include "diagram/link.h"
#include "diagram/loop.h"
#include "diagram/means.h"
#include "diagram/page.h"
#include "diagram/streams.h"

namespace sayso::diagram {
namespace {

/// Either of the two ways to show the ends.
struct EndsStage {
    bool focus = false;
    Ends grid;
    Focus large;
    Length height() const { return focus ? large.height : grid.height; }
};

/// Everything measured, nothing placed.
struct Stages {
    Page page;
    Loop loop;
    Rect means_box, ends_box;
    Means means;
    HingeFit hinge;
    Point hinge_centre;
    EndsStage ends;
    Point means_heading, ends_heading;
    Length means_heading_width, ends_heading_width;
    bool fits = false;
};

class Arranger {
  public:
    Arranger(const Sheet& sheet, const Composition& composition, Length item)
        : content_(*sheet.content),
          measures_(*sheet.measures),
          composition_(composition),
          scale_(tamed(scale_for(item, measures_.ascent() + measures_.descent(),
                                 sheet.options->variant != Variant::poster))),
          down_(composition.axis == Composition::Axis::down) {
        stages_.page = make_page(sheet, scale_);
        if (stages_.page.area.width < item * 20 || stages_.page.area.height < item * 10) return;
        down_ ? measure_down() : measure_across();
    }

    bool fits() const { return stages_.fits; }

    Plan place(const Sheet& sheet) {
        Plan plan;
        plan.size = sheet.options->size;
        plan.item = scale_.item.size;
        plan.loop = stages_.loop;
        place_page(content_, stages_.page, measures_, plan);
        place_headings(plan);
        const std::vector<Rect> sources =
            place_means(stages_.means, content_, stages_.means_box, scale_, measures_, plan);
        const Rect hinge =
            place_hinge(content_, stages_.hinge, stages_.hinge_centre, scale_, measures_, plan);
        const std::vector<Rect> targets = place_ends_stage(plan);
        place_streams(next_to_hinge(sources), hinge, targets, down_, scale_, plan);
        place_loop_label(content_, scale_, measures_, plan);
        if (content_.highlighted) place_threads(scale_, plan);
        note_figures(plan);
        return plan;
    }

  private:
    /// Where one word would make the hinge the widest thing on the sheet, the hinge's type steps back towards
    /// the items'.
    Scale tamed(Scale scale) const {
        const Length most = scale.item.size * 11;
        const Length longest = measures_.longest_word(content_.practice, scale.practice.size);
        if (longest <= most) return scale;
        const double factor = std::max(most / longest, scale.item.size * 1.1 / scale.practice.size);
        scale.practice = {scale.practice.size * factor, scale.practice.leading * factor};
        return scale;
    }

    Length heading_height(TextId heading, Length width) const {
        const Length text = text_height(heading, width, scale_.heading, measures_);
        return text > Length{} ? text + scale_.item.size * 0.35 : text;
    }

    EndsStage measure_ends_stage(Length width) const {
        EndsStage ends;
        ends.focus = content_.focus;
        const bool beside = composition_.person == Composition::Person::pillar;
        if (ends.focus)
            ends.large = measure_focus(content_, beside, width, scale_, measures_);
        else
            ends.grid = measure_ends(content_, composition_, width, scale_, measures_);
        return ends;
    }

    // Means, hinge and ends side by side, as high as the room inside the loop.
    void measure_across() {
        Stages& s = stages_;
        const Rect area = s.page.area;
        const Length means_width = area.width * composition_.means_share;
        s.hinge = fit_hinge(content_, false, area.width, scale_, measures_);
        const Length ends_width =
            width_inside(area.width, scale_) - means_width - scale_.stream * 2 - s.hinge.box.width;
        if (ends_width < scale_.item.size * 8) return;
        s.means_heading = area.origin();
        s.means_heading_width = means_width + scale_.leg;
        s.ends_heading_width = ends_width;
        const Length heading = max(heading_height(content_.means_heading, s.means_heading_width),
                                   heading_height(content_.ends_heading, s.ends_heading_width));
        s.loop = make_loop(content_, area, heading, scale_, measures_);
        const Rect room = cards_room(heading);
        s.means_box = {room.x, room.y, means_width, room.height};
        s.ends_box = {room.right() - ends_width, room.y, ends_width, room.height};
        s.hinge_centre = {s.means_box.right() + scale_.stream + s.hinge.box.width / 2, room.centre().y};
        s.ends_heading = {s.ends_box.x, area.y};
        if (!fits_in(s.hinge.box.height, room.height) || !headings_fit()) return;
        s.means = measure_means(content_, composition_.means_in_row, means_width, scale_, measures_);
        if (!fits_in(s.means.height, room.height)) return;
        s.ends = measure_ends_stage(ends_width);
        s.fits = fits_in(s.ends.height(), room.height);
    }

    // Means above, ends below, the hinge between them; what is left over is shared by both.
    void measure_down() {
        Stages& s = stages_;
        const Rect area = s.page.area;
        const Length heading = heading_height(content_.means_heading, area.width);
        s.loop = make_loop(content_, area, heading, scale_, measures_);
        const Rect room = cards_room(heading);
        s.hinge = fit_hinge(content_, true, room.width * 0.72, scale_, measures_);
        const Length stream = scale_.stream * 0.8;
        const Length between = stream * 2 + s.hinge.box.height;
        s.means = measure_means(content_, composition_.means_in_row, room.width, scale_, measures_);
        s.ends = measure_ends_stage(room.width);
        const Length spare = room.height - s.means.height - between - s.ends.height();
        if (spare < -pt(1e-6)) return;
        const double share = s.means.height / (s.means.height + s.ends.height());
        s.means_box = {room.x, room.y, room.width, s.means.height + spare * share};
        s.ends_box = {room.x, s.means_box.bottom() + between, room.width,
                      s.ends.height() + spare * (1 - share)};
        place_middle(room, stream);
        s.means_heading = area.origin();
        s.means_heading_width = area.width;
        s.fits = headings_fit() && s.hinge_centre.x + s.hinge.box.width / 2 <= room.right();
    }

    // The ends' heading stands beside the hinge; the streams keep above and below both.
    void place_middle(const Rect& room, Length stream) {
        Stages& s = stages_;
        const Length free = room.width - s.hinge.box.width - scale_.gap * 2;
        const Length wanted =
            measures_.one_line(content_.ends_heading, scale_.heading.size) + scale_.item.size * 0.1;
        s.ends_heading_width = min(wanted, free);
        const Length height = heading_height(content_.ends_heading, s.ends_heading_width);
        const Length left = room.x + s.ends_heading_width + scale_.gap * 2;
        const Length middle = s.means_box.bottom() + stream + s.hinge.box.height / 2;
        s.hinge_centre = {max(room.centre().x, left + s.hinge.box.width / 2), middle};
        s.ends_heading = {room.x, middle - height / 2};
        if (height > s.hinge.box.height) s.ends_heading_width = {};
    }

    Rect cards_room(Length heading) const {
        const Rect inside = stages_.loop.content();
        const Length top = stages_.page.area.y + heading;
        return {inside.x, top, inside.width, inside.bottom() - top};
    }

    static bool fits_in(Length height, Length room) { return height <= room + pt(1e-6); }

    bool headings_fit() const {
        const Length size = scale_.heading.size;
        return measures_.lines(content_.means_heading, size, stages_.means_heading_width) < Measures::never &&
               measures_.lines(content_.ends_heading, size, stages_.ends_heading_width) < Measures::never &&
               measures_.lines(content_.loop_name, scale_.loop_name.size, stages_.loop.label.width) <
                   Measures::never &&
               stages_.loop.foot < stages_.page.area.height / 3;
    }

    void place_headings(Plan& plan) const {
        place_text(content_.means_heading, stages_.means_heading, stages_.means_heading_width, scale_.heading,
                   Tone::primary, PlacedText::on_page, measures_, plan);
        place_text(content_.ends_heading, stages_.ends_heading, stages_.ends_heading_width, scale_.heading,
                   Tone::primary, PlacedText::on_page, measures_, plan);
    }

    /// Places the ends; returns the boxes that the streams run to.
    std::vector<Rect> place_ends_stage(Plan& plan) const {
        const std::size_t first = plan.cards.size();
        const Rect box = stages_.ends_box;
        if (stages_.ends.focus)
            return {place_focus(stages_.ends.large, content_, box, scale_, measures_, plan)};
        place_ends(stages_.ends.grid, content_, box, scale_, measures_, plan);
        std::vector<Rect> targets;
        for (std::size_t i = first; i < plan.cards.size(); ++i) {
            const Rect& card = plan.cards[i].box;
            const Length edge = down_ ? card.y - box.y : card.x - box.x;
            if (edge < pt(1) && targets_streams(plan.cards[i])) targets.push_back(card);
        }
        return targets;
    }

    /// Side by side, what stands under the central card is not what the practice leads to first.
    bool targets_streams(const PlacedCard& card) const {
        return down_ || composition_.overall != Composition::Overall::under_person ||
               card.kind == CardKind::person;
    }

    /// The cards next to the hinge.
    std::vector<Rect> next_to_hinge(std::vector<Rect> cards) const {
        const Rect& box = stages_.means_box;
        std::erase_if(cards, [&](const Rect& c) {
            return down_ ? c.bottom() < box.bottom() - pt(1) : c.right() < box.right() - pt(1);
        });
        return cards;
    }

    void note_figures(Plan& plan) const {
        const Stages& s = stages_;
        plan.uneven =
            down_ ? 0 : std::abs(s.means.height / s.means_box.height - s.ends.height() / s.ends_box.height);
        const Length line = s.ends.focus ? s.ends.large.card_width : s.ends.grid.column;
        const double letters = (line - scale_.pad * 2 - scale_.indent) / (scale_.item.size * 0.5);
        plan.measure = std::max({0.0, 20 - letters, (letters - 42) / 3});
        plan.smallest_type = plan.texts.empty() ? scale_.item.size : plan.texts.front().size;
        for (const PlacedText& text : plan.texts) plan.smallest_type = min(plan.smallest_type, text.size);
    }

    const Content& content_;
    const Measures& measures_;
    const Composition& composition_;
    Scale scale_;
    bool down_;
    Stages stages_;
};

}  // namespace

bool fits(const Sheet& sheet, const Composition& composition, Length item) {
    return Arranger(sheet, composition, item).fits();
}

Plan arrange(const Sheet& sheet, const Composition& composition, Length item) {
    return Arranger(sheet, composition, item).place(sheet);
}

}  // namespace sayso::diagram

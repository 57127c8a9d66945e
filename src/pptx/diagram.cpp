// The drawing of the model as shapes that can be moved: cards with their words, connectors glued to them, and
// the loop that leads back.
#include <algorithm>

#include "diagram/picture.h"
#include "ooxml/units.h"
#include "pptx/freeform.h"
#include "pptx/shapes.h"
#include "pptx/text.h"

namespace sayso::pptx {
namespace {

using diagram::CardKind;
using ooxml::val;

/// Where connectors are glued to a rounded rectangle: ECMA-376-1, presetShapeDefinitions.
constexpr int top_site = 0, start_site = 1, foot_site = 2, end_site = 3;

class DiagramWriter {
  public:
    DiagramWriter(Xml& xml, const Deck& deck, const Figure& figure, const diagram::Picture& picture, int& id)
        : xml_(xml), deck_(deck), figure_(figure), picture_(picture), id_(id) {}

    void write() {
        const auto group = xml_.element("p:grpSp");
        head();
        const Transform as_drawn{};
        for (frame::Shape shape : picture_.under) {
            if (picture_.rtl) shape.path = frame::mirrored(std::move(shape.path), picture_.plan.size.width);
            put_freeform(xml_, deck_, id_++, shape, as_drawn);
        }
        const int first = id_;
        for (std::size_t i = 0; i < picture_.plan.cards.size(); ++i) card(i);
        for (std::size_t i = 0; i < picture_.plan.texts.size(); ++i)
            if (picture_.plan.texts[i].card < 0 || flag_of(i) != nullptr) loose(i);
        connect(first);
    }

  private:
    void head() {
        {
            const auto own = xml_.element("p:nvGrpSpPr");
            xml_.leaf("p:cNvPr", {{"id", val(id_++)}, {"name", "Model"}, {"descr", figure_.figure->alt}});
            xml_.leaf("p:cNvGrpSpPr");
            xml_.leaf("p:nvPr");
        }
        const auto properties = xml_.element("p:grpSpPr");
        const Size& size = picture_.plan.size;
        put_group_transform(xml_, figure_.box, {{}, {}, size.width, size.height});
    }

    Rect mirrored(Rect box) const {
        if (picture_.rtl) box.x = picture_.plan.size.width - box.right();
        return box;
    }

    void names(const std::string& name) {
        const auto own = xml_.element("p:nvSpPr");
        xml_.leaf("p:cNvPr", {{"id", val(id_++)}, {"name", name}});
        xml_.leaf("p:cNvSpPr");
        xml_.leaf("p:nvPr");
    }

    /// Words keep clear of the corners of Office's own rounded shapes: where those are wide, words of our
    /// measure would break, so a shape like that has a place for words as wide as itself.
    void geometry(const Rect& box, Length radius) {
        put_transform(xml_, mirrored(box));
        if (radius > min(box.width, box.height) * 0.3)
            put_pill(xml_, box, radius);
        else
            put_outline(xml_, box, radius);
    }

    /// The plate behind a text that marks a card ("You"), if it has one.
    const Rect* flag_of(std::size_t text) const {
        for (const Rect& flag : picture_.plan.flags)
            if (flag.contains(Rect{picture_.plan.texts[text].box.centre().x, flag.y, {}, {}}, pt(1)) &&
                flag.contains(Rect{flag.x, picture_.plan.texts[text].box.centre().y, {}, {}}, pt(1)))
                return &flag;
        return nullptr;
    }

    Level look_of(std::size_t text, bool is_item = false) const {
        const diagram::PlacedText& placed = picture_.plan.texts[text];
        const diagram::PictureText& words = picture_.texts[text];
        return {placed.size,
                placed.leading,
                {},
                words.weight,
                words.color,
                words.color,
                placed.centred ? doc::Align::centre : doc::Align::start,
                is_item && !placed.centred ? doc::List::Marker::bullet : doc::List::Marker::none,
                deck_.rtl};
    }

    void card(std::size_t index) {
        const diagram::PlacedCard& card = picture_.plan.cards[index];
        const diagram::CardPaint& paint = picture_.paints[index];
        std::vector<std::size_t> inside;
        for (std::size_t i = 0; i < picture_.plan.texts.size(); ++i)
            if (picture_.plan.texts[i].card == static_cast<int>(index) && flag_of(i) == nullptr)
                inside.push_back(i);
        const auto shape = xml_.element("p:sp");
        names(inside.empty() ? "Card" : picture_.texts[inside.front()].words);
        {
            const auto properties = xml_.element("p:spPr");
            geometry(card.box, card.radius);
            put_fill(xml_, deck_.palette, paint.fill);
            const auto line = paint.outline
                                  ? xml_.element("a:ln", {{"w", val(ooxml::emu(paint.outline->width))}})
                                  : xml_.element("a:ln");
            if (paint.outline)
                put_fill(xml_, deck_.palette, paint.outline->color);
            else
                xml_.leaf("a:noFill");
        }
        const auto text = xml_.element("p:txBody");
        {
            const bool centred = inside.empty() || picture_.plan.texts[inside.front()].centred;
            const Length left = centred ? Length{} : picture_.plan.texts[inside.front()].box.x - card.box.x;
            const std::string inset = val(ooxml::emu(max(left, Length{})));
            const auto body = xml_.element("a:bodyPr", {{"wrap", "square"},
                                                        {"lIns", inset},
                                                        {"tIns", "0"},
                                                        {"rIns", "0"},
                                                        {"bIns", "0"},
                                                        {"anchor", "ctr"}});
            xml_.leaf("a:normAutofit");
        }
        xml_.leaf("a:lstStyle");
        if (inside.empty()) xml_.leaf("a:p");
        for (const std::size_t one : inside)
            put_line(xml_, deck_, picture_.texts[one].words, look_of(one, one != inside.front()));
    }

    void loose(std::size_t index) {
        const auto shape = xml_.element("p:sp");
        {
            const auto own = xml_.element("p:nvSpPr");
            xml_.leaf("p:cNvPr", {{"id", val(id_++)}, {"name", picture_.texts[index].words}});
            xml_.leaf("p:cNvSpPr", {{"txBox", "1"}});
            xml_.leaf("p:nvPr");
        }
        {
            const auto properties = xml_.element("p:spPr");
            if (const Rect* flag = flag_of(index)) {
                geometry(*flag, flag->height / 2);
                put_fill(xml_, deck_.palette, picture_.palette.you);
            } else {
                geometry(picture_.plan.texts[index].box, {});
            }
        }
        const auto text = xml_.element("p:txBody");
        put_body(xml_, 1, flag_of(index) != nullptr ? "ctr" : "t");
        xml_.leaf("a:lstStyle");
        Level look = look_of(index);
        if (flag_of(index) != nullptr) look.align = doc::Align::centre;
        put_line(xml_, deck_, picture_.texts[index].words, look);
    }

    // Connectors
    // --------------------------------------------------------------------------------------------
    Point site(const Rect& box, int place) const {
        const Point middle = box.centre();
        switch (place) {
            case top_site:
                return {middle.x, box.y};
            case start_site:
                return {box.x, middle.y};
            case foot_site:
                return {middle.x, box.bottom()};
            default:
                return {box.right(), middle.y};
        }
    }

    void connect(int first) {
        const auto& cards = picture_.plan.cards;
        const auto of_kind = [&](auto wanted) {
            std::vector<int> out;
            for (std::size_t i = 0; i < cards.size(); ++i)
                if (wanted(cards[i])) out.push_back(static_cast<int>(i));
            return out;
        };
        const std::vector<int> means = of_kind([](const auto& c) { return c.kind == CardKind::means; });
        const std::vector<int> hinge = of_kind([](const auto& c) { return c.kind == CardKind::hinge; });
        const std::vector<int> ends =
            of_kind([](const auto& c) { return c.kind == CardKind::person || c.you; });
        if (hinge.empty()) return;
        for (const int one : means)
            connector(first, one, end_site, hinge.front(), start_site, picture_.palette.primary);
        for (const int one : ends)
            connector(first, hinge.front(), end_site, one, start_site, picture_.palette.primary);
        if (!ends.empty() && !means.empty())
            connector(first, ends.back(), foot_site, means.back(), foot_site, picture_.palette.highlight);
    }

    void connector(int first, int from, int from_site, int to, int to_site, Color color) {
        const auto& cards = picture_.plan.cards;
        const Point a = site(mirrored(cards[static_cast<std::size_t>(from)].box), turned(from_site));
        const Point b = site(mirrored(cards[static_cast<std::size_t>(to)].box), turned(to_site));
        const auto shape = xml_.element("p:cxnSp");
        {
            const auto own = xml_.element("p:nvCxnSpPr");
            {
                const auto named = xml_.element("p:cNvPr", {{"id", val(id_++)}, {"name", "Leads to"}});
                put_decorative(xml_);
            }
            {
                const auto ends = xml_.element("p:cNvCxnSpPr");
                xml_.leaf("a:stCxn", {{"id", val(first + from)}, {"idx", val(turned(from_site))}});
                xml_.leaf("a:endCxn", {{"id", val(first + to)}, {"idx", val(turned(to_site))}});
            }
            xml_.leaf("p:nvPr");
        }
        const auto properties = xml_.element("p:spPr");
        const Rect box{min(a.x, b.x), min(a.y, b.y), abs(b.x - a.x), abs(b.y - a.y)};
        {
            const auto transform =
                xml_.element("a:xfrm", {{"flipH", b.x < a.x ? "1" : "0"}, {"flipV", b.y < a.y ? "1" : "0"}});
            xml_.leaf("a:off", {{"x", val(ooxml::emu(box.x))}, {"y", val(ooxml::emu(box.y))}});
            xml_.leaf("a:ext", {{"cx", val(ooxml::emu(box.width))}, {"cy", val(ooxml::emu(box.height))}});
        }
        {
            const auto line = xml_.element("a:prstGeom", {{"prst", "straightConnector1"}});
            xml_.leaf("a:avLst");
        }
        const auto line = xml_.element("a:ln", {{"w", val(ooxml::emu(pt(2.25)))}});
        put_fill(xml_, deck_.palette, color);
        xml_.leaf("a:tailEnd", {{"type", "triangle"}});
    }

    /// Sides change places in a picture that runs from right to left.
    int turned(int place) const {
        if (!picture_.rtl) return place;
        return place == start_site ? end_site : place == end_site ? start_site : place;
    }

    Xml& xml_;
    const Deck& deck_;
    const Figure& figure_;
    const diagram::Picture& picture_;
    int& id_;
};

}  // namespace

void put_diagram(Xml& xml, const Deck& deck, const Figure& figure, int& id) {
    const auto& picture = *std::get<std::shared_ptr<const diagram::Picture>>(figure.figure->model);
    DiagramWriter(xml, deck, figure, picture, id).write();
}

}  // namespace sayso::pptx

#include "diagram/telling.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

using Kind = frame::Told::Kind;

class Teller {
  public:
    Teller(const Plan& plan, const Content& content, const Measures& measures,
           const std::vector<ItemRange>& items)
        : plan_(plan), content_(content), measures_(measures), items_(items) {}

    std::vector<frame::Told> all() {
        // A heading of its own is above the stages.
        const bool titled = tell_page(content_.title, Kind::heading, 0);
        stage_ = titled ? 1 : 0;
        tell_page(content_.subtitle, Kind::line);
        tell_page(content_.means_heading, Kind::heading, stage_);
        cards({CardKind::means});
        cards({CardKind::hinge});
        tell_page(content_.ends_heading, Kind::heading, stage_);
        own_card();
        cards({CardKind::person});
        cards({CardKind::stakeholder, CardKind::chip});
        cards({CardKind::overall});
        loop();
        tell_page(content_.footnote, Kind::line);
        return std::move(out_);
    }

  private:
    void tell(std::size_t text, Kind kind, int depth = 0) {
        out_.push_back(
            {kind, depth, measures_.text(plan_.texts[text].text), items_[text].first, items_[text].second});
    }

    std::vector<std::size_t> texts_of(int card) const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < plan_.texts.size(); ++i)
            if (plan_.texts[i].card == card) out.push_back(i);
        return out;
    }

    /// False where the page shows no such text. The same words may stand on it twice.
    bool tell_page(TextId wanted, Kind kind, int depth = 0) {
        for (const std::size_t i : texts_of(PlacedText::on_page)) {
            if (plan_.texts[i].text != wanted || std::ranges::find(told_, i) != told_.end()) continue;
            told_.push_back(i);
            tell(i, kind, depth);
            return true;
        }
        return false;
    }

    void own_card() {
        for (std::size_t i = 0; i < plan_.cards.size(); ++i)
            if (plan_.cards[i].you) card(i);
    }
    void cards(std::initializer_list<CardKind> kinds) {
        for (std::size_t i = 0; i < plan_.cards.size(); ++i) {
            const PlacedCard& one = plan_.cards[i];
            if (!one.you && std::ranges::find(kinds, one.kind) != kinds.end()) card(i);
        }
    }
    void card(std::size_t index) {
        const std::vector<std::size_t> texts = texts_of(static_cast<int>(index));
        if (plan_.cards[index].kind == CardKind::hinge) return hinge(texts);
        const bool holds_items = texts.size() > 1;
        for (const std::size_t i : texts) {
            if (is_name(plan_.texts[i].text))
                tell(i, holds_items ? Kind::heading : Kind::line, stage_ + 1);
            else
                tell(i, plan_.texts[i].tone == Tone::on_you ? Kind::line : Kind::item);
        }
    }
    /// The names of cards are the heaviest words; their items are never as heavy.
    bool is_name(TextId text) const {
        const auto names = [&](const CardText& card) { return card.name == text; };
        return std::ranges::any_of(content_.means, names) || std::ranges::any_of(content_.others, names) ||
               names(content_.person) || (content_.overall && names(*content_.overall));
    }
    /// The practice's name, which stands beneath its qualities.
    void hinge(const std::vector<std::size_t>& texts) {
        for (const std::size_t i : texts)
            if (plan_.texts[i].text == content_.practice) tell(i, Kind::heading, stage_);
        for (const std::size_t i : texts)
            if (plan_.texts[i].text != content_.practice)
                tell(i, plan_.texts[i].text == content_.qualities_in_line ? Kind::line : Kind::item);
    }
    void loop() {
        const std::vector<std::size_t> texts = texts_of(PlacedText::in_loop);
        // A heading that heads nothing is no heading.
        for (const std::size_t i : texts)
            tell(i, i == texts.front() && texts.size() > 1 ? Kind::heading : Kind::line, stage_);
    }

    const Plan& plan_;
    const Content& content_;
    const Measures& measures_;
    const std::vector<ItemRange>& items_;
    int stage_ = 0;
    std::vector<std::size_t> told_;
    std::vector<frame::Told> out_;
};

}  // namespace

std::vector<frame::Told> telling(const Plan& plan, const Content& content, const Measures& measures,
                                 const std::vector<ItemRange>& items) {
    return Teller(plan, content, measures, items).all();
}

}  // namespace sayso::diagram

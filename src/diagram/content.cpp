#include "diagram/content.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

constexpr int regular = 400, semibold = 600, extrabold = 800;

class Setter {
  public:
    Setter(const Model& model, const Options& options, Measures& measures)
        : model_(model), options_(options), measures_(measures) {}

    CardText means(const Model::Group& group, int most) {
        CardText card{CardKind::means, false, highlighted(), text(group.name, extrabold), {}, {}};
        std::size_t left_out = 0;
        int shown = 0;
        for (const Model::Item& item : group.items) {
            const bool linked = highlighted() && item.linked;
            if (!linked && shown >= most) {
                ++left_out;
                continue;
            }
            if (!linked) ++shown;
            card.entries.push_back({text(item.name, linked ? semibold : regular), linked});
        }
        add_more(card, left_out);
        return card;
    }

    CardText outcomes(CardKind kind, const std::string& name, const std::vector<std::string>& items, int most,
                      bool you = false) {
        CardText card{kind, you, highlighted() && !you, text(name, extrabold), {}, {}};
        const int weight = kind == CardKind::person || you ? semibold : regular;
        const std::size_t shown = std::min(items.size(), static_cast<std::size_t>(you ? Detail::all : most));
        for (std::size_t i = 0; i < shown; ++i) card.entries.push_back({text(items[i], weight)});
        add_more(card, items.size() - shown);
        return card;
    }

    TextId text(const std::string& words, int weight) { return measures_.add(words, weight); }
    bool highlighted() const { return !options_.highlight.empty(); }
    const Model& model() const { return model_; }
    const Options& options() const { return options_; }

  private:
    void add_more(CardText& card, std::size_t left_out) {
        if (left_out > 0) card.entries.push_back({text("+" + std::to_string(left_out), semibold), false, true});
    }

    const Model& model_;
    const Options& options_;
    Measures& measures_;
};

std::string in_line(const std::vector<std::string>& qualities) {
    std::string out;
    for (const std::string& quality : qualities) out += (out.empty() ? "" : " \u00B7 ") + quality;
    return out;
}

void set_page(Content& out, Setter& set) {
    const Options& options = set.options();
    const Model& model = set.model();
    out.title = set.text(options.title, extrabold);
    out.subtitle = set.text(options.subtitle, regular);
    out.footnote = set.text(options.footnote, regular);
    out.flag = set.text(options.flag, extrabold);
    out.means_heading = set.text(model.means_title, extrabold);
    out.ends_heading = set.text(model.ends_title, extrabold);
    out.practice = set.text(model.practice.name, extrabold);
    for (const std::string& quality : model.practice.qualities) out.qualities.push_back(set.text(quality, regular));
    out.qualities_in_line = set.text(in_line(model.practice.qualities), regular);
    out.loop_name = set.text(model.loop.name, extrabold);
    out.loop_text = set.text(model.loop.summary, regular);
}

void set_stakeholders(Content& out, Setter& set, const Detail& detail) {
    const Model& model = set.model();
    const std::size_t centre = central_stakeholder(model);
    for (std::size_t i = 0; i < model.stakeholders.size(); ++i) {
        const Model::Stakeholder& s = model.stakeholders[i];
        const bool you = set.highlighted() && s.id == set.options().highlight;
        const CardKind kind = i == centre ? CardKind::person : CardKind::stakeholder;
        CardText card = set.outcomes(kind, s.name, s.outcomes, i == centre ? detail.person : detail.others, you);
        if (you && !set.options().flag.empty()) card.flag = out.flag;
        if (out.focus && you) {
            out.you = std::move(card);
        } else if (out.focus && i == centre) {
            out.others.insert(out.others.begin(), std::move(card));
        } else if (i == centre) {
            out.person = std::move(card);
        } else {
            out.others.push_back(std::move(card));
        }
    }
}

}  // namespace

std::size_t central_stakeholder(const Model& model) {
    const auto central = std::ranges::find_if(model.stakeholders, &Model::Stakeholder::central);
    return central == model.stakeholders.end()
               ? 0
               : static_cast<std::size_t>(central - model.stakeholders.begin());
}

Content content_of(const Model& model, const Options& options, const Detail& detail, Measures& measures) {
    Setter set(model, options, measures);
    Content out;
    out.highlighted = set.highlighted();
    out.focus = out.highlighted && options.variant != Variant::poster;
    set_page(out, set);
    for (const Model::Group& group : model.means) out.means.push_back(set.means(group, detail.means));
    if (!model.overall.items.empty())
        out.overall = set.outcomes(CardKind::overall, model.overall.title, model.overall.items, detail.overall);
    set_stakeholders(out, set, detail);
    return out;
}

}  // namespace sayso::diagram

#include "diagram/content.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

constexpr int regular = 400, semibold = 600, extrabold = 800;

class Setter {
  public:
    Setter(const Model& model, const Options& options, Measures& measures)
        : model_(model), options_(options), measures_(measures) {}

    CardText means(const Model::Group& group, const Detail& detail) {
        CardText card{CardKind::means, false, highlighted(), {}, {}, {}};
        std::size_t left_out = 0;
        int shown = 0, shown_linked = 0;
        for (const Model::Item& item : group.items) {
            const bool linked = highlighted() && item.linked;
            int& count = linked ? shown_linked : shown;
            const bool is_full =
                count >= (linked ? detail.linked : detail.means) || together_ >= detail.together;
            if (is_full && !is_besides(detail, item.name)) {
                ++left_out;
                continue;
            }
            ++count;
            ++together_;
            card.entries.push_back({text(item.name, linked ? semibold : regular), linked});
        }
        card.name = name(group.name, detail.focus ? 0 : left_out);
        return card;
    }

    CardText outcomes(CardKind kind, const std::string& title, const std::vector<std::string>& items,
                      int most, const Detail& detail, bool you = false) {
        CardText card{kind, you, highlighted() && !you, {}, {}, {}};
        const int weight = kind == CardKind::person || you ? semibold : regular;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (i < static_cast<std::size_t>(most) || is_besides(detail, items[i]))
                card.entries.push_back({text(items[i], weight)});
        card.name = name(title, you ? 0 : items.size() - card.entries.size());
        return card;
    }

    CardText chip(CardKind kind, const std::string& title) {
        return {kind, false, highlighted(), text(title, semibold), {}, {}};
    }

    TextId text(const std::string& words, int weight) { return measures_.add(words, weight); }
    bool highlighted() const { return !options_.highlight.empty(); }
    const Model& model() const { return model_; }
    const Options& options() const { return options_; }

  private:
    static bool is_besides(const Detail& detail, const std::string& name) {
        return std::ranges::find(detail.besides, &name) != detail.besides.end();
    }

    /// With how many items are left out, if any.
    TextId name(const std::string& words, std::size_t left_out) {
        return text(left_out > 0 ? words + " +" + std::to_string(left_out) : words, extrabold);
    }

    const Model& model_;
    const Options& options_;
    Measures& measures_;
    int together_ = 0;  // items of means that are shown
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
    for (const std::string& quality : model.practice.qualities)
        out.qualities.push_back(set.text(quality, regular));
    out.qualities_in_line = set.text(in_line(model.practice.qualities), regular);
    out.loop_name = set.text(model.loop.name, extrabold);
    out.loop_text = set.text(model.loop.summary, regular);
}

/// The card that is set large: the highlighted one in focus, else the central one.
std::size_t main_card(const Model& model, const Options& options, bool focus) {
    if (!focus || options.highlight.empty()) return central_stakeholder(model);
    const auto you = std::ranges::find(model.stakeholders, options.highlight, &Model::Stakeholder::id);
    return static_cast<std::size_t>(you - model.stakeholders.begin());
}

void set_stakeholders(Content& out, Setter& set, const Detail& detail) {
    const Model& model = set.model();
    const std::size_t centre = central_stakeholder(model),
                      large = main_card(model, set.options(), detail.focus);
    for (std::size_t i = 0; i < model.stakeholders.size(); ++i) {
        const Model::Stakeholder& s = model.stakeholders[i];
        const bool you = set.highlighted() && s.id == set.options().highlight;
        const CardKind kind = i == centre ? CardKind::person : CardKind::stakeholder;
        const int most = you ? detail.own : i == large ? detail.person : detail.others;
        CardText card = detail.focus && i != large
                            ? set.chip(kind, s.name)
                            : set.outcomes(kind, s.name, s.outcomes, most, detail, you);
        if (you && !set.options().flag.empty()) card.flag = out.flag;
        if (i == large)
            out.person = std::move(card);
        else if (i == centre)
            out.others.insert(out.others.begin(), std::move(card));
        else
            out.others.push_back(std::move(card));
    }
    // Of all the others only the central one is named: it is about that person whoever reads. The description
    // holds all.
    if (detail.focus)
        std::erase_if(out.others,
                      [&](const CardText& card) { return !detail.centre || card.kind != CardKind::person; });
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
    out.focus = detail.focus;
    set_page(out, set);
    if (!detail.qualities) {
        out.qualities.clear();
        out.qualities_in_line = set.text({}, regular);
    }
    if (!detail.loop_text) out.loop_text = set.text({}, regular);
    for (const Model::Group& group : model.means) {
        CardText card = set.means(group, detail);
        if (!detail.focus || !card.entries.empty()) out.means.push_back(std::move(card));
    }
    if (detail.merged && out.means.size() > 1) {
        CardText& one = out.means.front();
        one.name = set.text({}, extrabold);
        // What is put in the same words for children and for adults stands there once.
        for (auto card = out.means.begin() + 1; card != out.means.end(); ++card)
            for (const Entry& entry : card->entries)
                if (std::ranges::find(one.entries, entry.text, &Entry::text) == one.entries.end())
                    one.entries.push_back(entry);
        out.means.resize(1);
    }
    const Model::Overall& overall = model.overall;
    if (!overall.items.empty() && !out.focus)
        out.overall = set.outcomes(CardKind::overall, overall.title, overall.items, detail.overall, detail);
    set_stakeholders(out, set, detail);
    return out;
}

}  // namespace sayso::diagram

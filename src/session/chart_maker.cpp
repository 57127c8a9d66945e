#include "session/chart_maker.h"

#include <algorithm>

#include <fmt/format.h>

#include "chart/draw.h"
#include "chart/say.h"
#include "diag/suggest.h"
#include "doc/document.h"

namespace sayso {
namespace {

using evidence::PublishedIndicator;
using evidence::Series;

chart::Value value_of(const evidence::Shown& shown) {
    const double* number = std::get_if<double>(&shown);
    return number == nullptr ? chart::Value(chart::Hidden{}) : chart::Value(*number);
}

/// Every period from the first to the last of all series, so that a gap shows as one.
std::vector<evidence::Period> periods_of(const std::vector<const Series*>& series) {
    std::vector<evidence::Period> out;
    evidence::Period first = series.front()->points.front().period, last = first;
    for (const Series* each : series) {
        first = std::min(first, each->points.front().period);
        last = std::max(last, each->points.back().period);
    }
    for (; first <= last; first.first += first.months) out.push_back(first);
    return out;
}

class ChartWriter {
  public:
    ChartWriter(const ChartSetting& setting, const PublishedIndicator& indicator)
        : setting_(setting), indicator_(indicator), about_(indicator.about) {}

    chart::Chart write(model::ChartVariant as) {
        chart::Chart out;
        const auto claim = evidence::claim_of(indicator_, setting_.site);
        const auto texts = claim
                               ? evidence::texts_of(*claim, setting_.published, setting_.words, setting_.lang)
                               : std::map<std::string, std::string>{};
        const auto sentence = texts.find("sentence");
        out.title = sentence == texts.end() ? about_.label.text : sentence->second;
        out.subtitle = subtitle();
        out.number = number();
        out.words.hidden = evidence::shown_text(indicator_, evidence::Hidden{}, setting_.published,
                                                setting_.words, setting_.lang);
        out.lang = setting_.lang;
        out.rtl = doc::is_rtl_language(setting_.lang);
        out.kind = kind(as);
        return out;
    }

  private:
    std::string site_name(const std::string& id) const {
        if (id.empty()) return setting_.service != nullptr ? setting_.service->name.text : std::string();
        if (setting_.service == nullptr) return id;
        for (const model::Site& site : setting_.service->sites)
            if (site.id == id) return site.name.text;
        return id;
    }

    const Series& own_series() const {
        const Series* own = indicator_.at(setting_.site);
        if (own == nullptr) own = indicator_.at("");
        return own == nullptr ? indicator_.series.front() : *own;
    }

    std::string subtitle() const {
        std::string out = about_.label.text;
        if (about_.unit && about_.counts() != evidence::Counts::money) out += ", " + about_.unit->text;
        return out + ". " + site_name(own_series().site) + ".";
    }

    chart::Number number() const {
        chart::Number out;
        out.decimals = about_.decimals;
        if (about_.counts() == evidence::Counts::percent) out.suffix = "%";
        if (about_.counts() == evidence::Counts::money)
            out.prefix = about_.unit ? about_.unit->text + " " : "£";
        return out;
    }

    chart::Kind kind(model::ChartVariant as) const {
        std::vector<const Series*> all;
        if (as == model::ChartVariant::sites) {
            for (const Series& each : indicator_.series)
                if (!each.site.empty()) all.push_back(&each);
        }
        if (all.size() < 2) all = {&own_series()};
        const std::vector<evidence::Period> periods = periods_of(all);
        std::vector<std::string> names;
        for (const evidence::Period& period : periods) names.push_back(evidence::to_string(period));
        std::vector<chart::Series> lines;
        for (const Series* each : all) lines.push_back(line(*each, periods));
        if (all.size() > 1) return chart::SmallMultiples{names, lines, start(periods), about_.target};
        if (as == model::ChartVariant::spc) return spc(std::move(names), std::move(lines.front()), periods);
        lines.front().told_from = told_from(*all.front(), periods);
        return chart::Line{names, lines, start(periods), about_.target};
    }

    /// The baseline of the claim that is the chart's title.
    std::size_t told_from(const Series& series, const std::vector<evidence::Period>& periods) const {
        const auto claim = evidence::claim_of(indicator_, series.site);
        if (!claim || !claim->baseline) return 0;
        const auto found = std::find(periods.begin(), periods.end(), claim->baseline->period);
        return found == periods.end() ? 0 : static_cast<std::size_t>(found - periods.begin());
    }

    chart::Spc spc(std::vector<std::string> names, chart::Series line,
                   const std::vector<evidence::Period>& periods) const {
        chart::Spc out;
        out.periods = std::move(names);
        out.series = std::move(line);
        out.start = start(periods);
        out.target = about_.target;
        out.better = about_.better == "higher" ? chart::Better::higher : chart::Better::lower;
        out.least = 0;
        if (about_.counts() == evidence::Counts::percent) out.most = 100;
        return out;
    }

    chart::Series line(const Series& series, const std::vector<evidence::Period>& periods) const {
        chart::Series out{site_name(series.site), {}};
        for (const evidence::Period& period : periods) {
            const auto found =
                std::find_if(series.points.begin(), series.points.end(),
                             [&](const evidence::Point& point) { return point.period == period; });
            out.values.push_back(found == series.points.end() ? chart::Value(chart::Missing{})
                                                              : value_of(found->shown));
        }
        return out;
    }

    std::optional<chart::Start> start(const std::vector<evidence::Period>& periods) const {
        if (!about_.start) return std::nullopt;
        const auto began = evidence::parse_period(about_.start->text, about_.months());
        const auto found = began ? std::find(periods.begin(), periods.end(), *began) : periods.end();
        if (found == periods.end() || found == periods.begin()) return std::nullopt;
        return chart::Start{static_cast<std::size_t>(found - periods.begin()), setting_.words.start};
    }

    const ChartSetting& setting_;
    const PublishedIndicator& indicator_;
    const evidence::Indicator& about_;
};

}  // namespace

std::optional<compose::Drawing> draw_chart(const ChartSetting& setting, const compose::ChartRequest& asked,
                                           text::Shaper& shaper, Diagnostics& diagnostics) {
    const PublishedIndicator* indicator = setting.published.indicator(asked.indicator);
    if (indicator == nullptr) {
        std::vector<std::string> ids;
        for (const PublishedIndicator& each : setting.published.indicators) ids.push_back(each.about.id.text);
        diagnostics.error("unknown-indicator", asked.asked,
                          fmt::format("there is no published indicator \"{}\"", asked.indicator),
                          suggestion(asked.indicator, ids));
        return std::nullopt;
    }
    chart::Chart chart = ChartWriter(setting, *indicator).write(asked.as);
    chart.source = asked.asked;
    chart::Options options;
    options.width = asked.size.width;
    if (asked.size.height > pt(0)) options.height = asked.size.height;
    options.type = asked.type;
    options.title = asked.title;
    options.palette = model::palette_of(setting.theme);
    options.family = setting.theme.family.text;
    const auto drawn = chart::draw(chart, options, shaper, diagnostics);
    if (!drawn) return std::nullopt;
    return compose::Drawing{drawn->frame, drawn->alt + "\n" + drawn->description,
                            std::make_shared<const chart::Chart>(std::move(chart))};
}

}  // namespace sayso

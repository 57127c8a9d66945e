#include "pptx/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "ooxml/package.h"
#include "ooxml/units.h"
#include "pptx/chart_text.h"
#include "pptx/parts.h"
#include "pptx/shapes.h"

namespace sayso::pptx {
namespace {

using chart::Plot;
using chart::PlotSeries;
using ooxml::val;
using Part = PlotSeries::Part;

constexpr std::string_view places_axis = "111", values_axis = "222";
/// Of the size of type: how wide a letter is on average, in the fonts that a deck may be shown in.
constexpr double letter = 0.56;
constexpr double line_leading = 1.3;

struct Look {
    std::string_view color;  // of the theme
    std::string_view dash, mark;
    Length width;
};

// Lines are told apart by dashes and marks as well, so that the theme's deep colours are enough.
constexpr std::array<Look, chart::most_lines> line_looks{{{"accent1", "solid", "circle", pt(3)},
                                                          {"tx2", "dash", "square", pt(3)},
                                                          {"tx1", "sysDot", "diamond", pt(3)},
                                                          {"accent6", "lgDashDot", "triangle", pt(3)}}};

Look look_of(const PlotSeries& series) {
    switch (series.part) {
        case Part::measure:
            return line_looks[series.nth % line_looks.size()];
        case Part::before:
            return {"accent4", "solid", "none", pt(1)};
        case Part::mean:
            return {"tx1", "solid", "none", pt(1.5)};
        case Part::limit:
            return {"tx2", "dash", "none", pt(1.5)};
        case Part::target:
            return {"tx1", "sysDot", "none", pt(2)};
        case Part::start:
            return {"tx1", "dash", "none", pt(1.5)};
    }
    return line_looks[0];
}

Look look_of(chart::Variation signal) {
    if (signal == chart::Variation::improving) return {"accent1", "solid", "square", {}};
    return {"tx1", "solid", "diamond", {}};
}

std::size_t longest(const std::vector<std::string>& words) {
    std::size_t out = 0;
    for (const std::string& each : words) out = std::max(out, each.size());
    return out;
}

Length about(std::size_t letters) {
    return chart_type * letter * static_cast<double>(letters);
}

class ChartWriter {
  public:
    ChartWriter(Xml& xml, const Deck& deck, const chart::Chart& chart, const Plot& plot, const Size& size)
        : xml_(xml), deck_(deck), chart_(chart), plot_(plot), size_(size) {}

    void write(const std::string& workbook) {
        const auto root = xml_.element("c:chartSpace", {{"xmlns:c", chart_space},
                                                        {"xmlns:a", ooxml::xmlns::drawing},
                                                        {"xmlns:r", ooxml::xmlns::relationships}});
        flag("c:date1904", "0");
        flag("c:lang", chart_.lang);
        flag("c:roundedCorners", "0");
        {
            const auto chart = xml_.element("c:chart");
            title();
            flag("c:autoTitleDeleted", "0");
            {
                const auto area = xml_.element("c:plotArea");
                layout();
                is_bars() ? bars() : line_chart();
                place_axis();
                value_axis();
            }
            flag("c:plotVisOnly", "1");
            flag("c:dispBlanksAs", "gap");
        }
        look_of_words("tx1", false);
        const auto data = xml_.element("c:externalData", {{"r:id", workbook}});
        flag("c:autoUpdate", "0");
    }

  private:
    bool is_bars() const { return plot_.form == Plot::Form::bars; }
    void flag(std::string_view name, std::string_view value) { put_flag(xml_, name, value); }
    void color(std::string_view slot) { put_slot(xml_, slot); }
    void look_of_words(std::string_view slot, bool bold) { put_words_look(xml_, chart_, slot, bold); }

    std::vector<std::string> heading() const {
        std::vector<std::string> out;
        if (!chart_.subtitle.empty()) out.push_back(chart_.subtitle);
        for (const std::string& note : plot_.notes) out.push_back(note);
        return out;
    }

    void title() {
        const std::vector<std::string> words = heading();
        if (words.empty()) return;
        const auto title = xml_.element("c:title");
        {
            const auto tx = xml_.element("c:tx");
            put_heading(xml_, deck_, chart_, words);
        }
        if (!deck_.rtl) manual_layout({}, 0, 0, std::nullopt);
        flag("c:overlay", "0");
    }

    // Places
    // --------------------------------------------------------------------------------------------
    void manual_layout(std::string_view target, double x, double y, std::optional<Size> shares) {
        const auto layout = xml_.element("c:layout");
        const auto manual = xml_.element("c:manualLayout");
        const auto number = [&](std::string_view name, double value) {
            flag(name, fmt::format("{:.4f}", value));
        };
        if (!target.empty()) flag("c:layoutTarget", target);
        flag("c:xMode", "edge");
        flag("c:yMode", "edge");
        number("c:x", x);
        number("c:y", y);
        if (!shares) return;
        number("c:w", shares->width.pt());
        number("c:h", shares->height.pt());
    }

    double lines_of_heading() const {
        double out = 0;
        for (const std::string& line : heading())
            out += std::ceil(about(line.size()) / max(size_.width * 0.8, pt(1)));
        return out;
    }

    /// Room for the words around the plot: a chart that lays itself out lets those at its ends run over it.
    void layout() {
        const Length top = chart_type * line_leading * (lines_of_heading() + (is_bars() ? 0.3 : 1));
        Length before, after, below;
        if (is_bars()) {
            before = min(about(longest(plot_.places)), size_.width * 0.36) + chart_type;
            after = about(end_letters());
            below = chart_type * 0.5;
        } else {
            before = about(5);
            after = min(about(end_letters()), size_.width * 0.3);
            below = chart_type * 2.2;
        }
        if (deck_.rtl) std::swap(before, after);
        const Size shares{pt(std::max((size_.width - before - after) / size_.width, 0.2)),
                          pt(std::max((size_.height - top - below) / size_.height, 0.2))};
        manual_layout("inner", before / size_.width, top / size_.height, shares);
    }

    std::size_t end_letters() const {
        std::size_t out = 4;
        for (const PlotSeries& series : plot_.series)
            if (series.part != Part::start) out = std::max(out, names(series) ? series.name.size() + 6 : 5);
        return out;
    }

    // Series
    // --------------------------------------------------------------------------------------------
    /// True where the series' name stands beside its values: there is no legend.
    bool names(const PlotSeries& series) const {
        if (series.part != Part::measure) return true;
        const auto measured = std::ranges::count_if(plot_.series, [](const PlotSeries& each) {
            return each.part == Part::measure || each.part == Part::before;
        });
        return measured > 1;
    }

    std::string number_format(int more = 0) const {
        const int decimals = chart_.number.decimals + more;
        const auto quoted = [](const std::string& words) {
            return words.empty() ? words : "\"" + words + "\"";
        };
        std::string digits = "#,##0";
        if (decimals > 0) digits += "." + std::string(static_cast<std::size_t>(decimals), '0');
        return quoted(chart_.number.prefix) + digits + quoted(chart_.number.suffix);
    }

    void line(const Look& look) {
        const auto line = xml_.element("a:ln", {{"w", val(ooxml::emu(look.width))}, {"cap", "rnd"}});
        color(look.color);
        xml_.leaf("a:prstDash", {{"val", look.dash}});
        xml_.leaf("a:round");
    }

    void mark(const Look& look) {
        const auto marker = xml_.element("c:marker");
        flag("c:symbol", look.mark);
        if (look.mark == "none") return;
        flag("c:size", "9");
        const auto properties = xml_.element("c:spPr");
        color(look.color);
        const auto line = xml_.element("a:ln");
        xml_.leaf("a:noFill");
    }

    void bar_fill(std::string_view slot, bool outlined) {
        const auto properties = xml_.element("c:spPr");
        color(slot);
        const auto line = xml_.element("a:ln", {{"w", val(ooxml::emu(pt(1)))}});
        if (outlined)
            color("tx2");
        else
            xml_.leaf("a:noFill");
    }

    void references(std::size_t index) {
        const std::string column = column_name(index + 1);
        const std::size_t last = plot_.places.size() + 1;
        {
            const auto places = xml_.element("c:cat");
            const auto reference = xml_.element("c:strRef");
            xml_.words("c:f", fmt::format("Sheet1!$A$2:$A${}", last));
            words("c:strCache", plot_.places);
        }
        const auto values = xml_.element("c:val");
        const auto reference = xml_.element("c:numRef");
        xml_.words("c:f", fmt::format("Sheet1!${0}$2:${0}${1}", column, last));
        const auto cache = xml_.element("c:numCache");
        xml_.words("c:formatCode", number_format());
        flag("c:ptCount", val(static_cast<std::int64_t>(plot_.places.size())));
        for (std::size_t i = 0; i < plot_.places.size(); ++i)
            if (const auto& value = plot_.series[index].values[i]) point(i, chart_number(*value));
    }

    void words(std::string_view element, const std::vector<std::string>& all) {
        const auto cache = xml_.element(element);
        flag("c:ptCount", val(static_cast<std::int64_t>(all.size())));
        for (std::size_t i = 0; i < all.size(); ++i) point(i, all[i]);
    }

    void point(std::size_t index, std::string_view value) {
        const auto pt = xml_.element("c:pt", {{"idx", val(static_cast<std::int64_t>(index))}});
        xml_.words("c:v", value);
    }

    void head(std::size_t index) {
        const std::string number = val(static_cast<std::int64_t>(index));
        flag("c:idx", number);
        flag("c:order", number);
        const auto tx = xml_.element("c:tx");
        const auto reference = xml_.element("c:strRef");
        xml_.words("c:f", fmt::format("Sheet1!${}$1", column_name(index + 1)));
        words("c:strCache", {plot_.series[index].name});
    }

    // Labels
    // --------------------------------------------------------------------------------------------
    void shows(bool value, bool name) {
        flag("c:showLegendKey", "0");
        flag("c:showVal", value ? "1" : "0");
        flag("c:showCatName", "0");
        flag("c:showSerName", name ? "1" : "0");
        flag("c:showPercent", "0");
        flag("c:showBubbleSize", "0");
        if (value && name) xml_.words("c:separator", " ");
    }

    void label_look(std::string_view position, std::string_view slot, const std::string& format) {
        xml_.leaf("c:numFmt", {{"formatCode", format}, {"sourceLinked", "0"}});
        {
            const auto properties = xml_.element("c:spPr");
            xml_.leaf("a:noFill");
        }
        look_of_words(slot, slot == "accent1");
        flag("c:dLblPos", position);
    }

    /// Over the value that it is told from, where one line alone is told as a change.
    void first_label(const PlotSeries& series) {
        const auto known = [](const auto& value) { return value.has_value(); };
        const std::size_t told = series.told_from;
        const auto first = told + 1 < series.values.size() && known(series.values[told])
                               ? series.values.begin() + static_cast<std::ptrdiff_t>(told)
                               : std::ranges::find_if(series.values, known);
        const auto label = xml_.element("c:dLbl");
        flag("c:idx", val(first - series.values.begin()));
        label_look("t", look_of(series).color, number_format());
        shows(true, false);
    }

    /// Beside its last value.
    void end_label(const PlotSeries& series) {
        std::size_t last = series.values.size();
        while (last > 0 && !series.values[last - 1]) --last;
        const bool is_start = series.part == Part::start;
        const auto labels = xml_.element("c:dLbls");
        if (series.part == Part::measure && !names(series) && last > 1) first_label(series);
        if (last > 0 && (is_start || last == series.values.size() || series.part == Part::measure)) {
            const auto label = xml_.element("c:dLbl");
            flag("c:idx", val(static_cast<std::int64_t>(last - 1)));
            label_look(deck_.rtl ? "l" : "r", series.part == Part::measure ? look_of(series).color : "tx1",
                       number_format(series.part == Part::mean || series.part == Part::limit ? 1 : 0));
            shows(!is_start, names(series));
        }
        shows(false, false);
    }

    // Lines
    // --------------------------------------------------------------------------------------------
    void line_chart() {
        const auto chart = xml_.element("c:lineChart");
        flag("c:grouping", "standard");
        flag("c:varyColors", "0");
        for (std::size_t i = 0; i < plot_.series.size(); ++i) {
            const PlotSeries& series = plot_.series[i];
            const auto one = xml_.element("c:ser");
            head(i);
            {
                const auto properties = xml_.element("c:spPr");
                line(look_of(series));
            }
            mark(look_of(series));
            if (i == 0) signals();
            end_label(series);
            if (series.part == Part::start) drop();
            references(i);
            flag("c:smooth", "0");
        }
        flag("c:marker", "1");
        flag("c:axId", places_axis);
        flag("c:axId", values_axis);
    }

    void signals() {
        for (const chart::PlotPoint& each : plot_.points) {
            const auto point = xml_.element("c:dPt");
            flag("c:idx", val(static_cast<std::int64_t>(each.place)));
            mark(look_of(each.signal));
        }
    }

    /// A level line down to the foot of the plot: no chart of Office has one of its own.
    void drop() {
        const chart::Axis& axis = plot_.axis;
        const double share = axis.high > 0 ? (axis.high - std::max(axis.low, 0.0)) / axis.high : 1;
        const auto bars = xml_.element("c:errBars");
        flag("c:errDir", "y");
        flag("c:errBarType", "minus");
        flag("c:errValType", "percentage");
        flag("c:noEndCap", "1");
        flag("c:val", fmt::format("{:.4g}", share * 100));
        const auto properties = xml_.element("c:spPr");
        line({"tx1", "dash", "none", pt(1.5)});
    }

    // Bars
    // --------------------------------------------------------------------------------------------
    void bars() {
        const auto chart = xml_.element("c:barChart");
        flag("c:barDir", "bar");
        flag("c:grouping", "clustered");
        flag("c:varyColors", "0");
        for (std::size_t i = 0; i < plot_.series.size(); ++i) {
            const PlotSeries& series = plot_.series[i];
            const bool before = series.part == Part::before;
            const auto one = xml_.element("c:ser");
            head(i);
            bar_fill(before ? "accent4" : "accent1", before);
            flag("c:invertIfNegative", "0");
            for (const chart::PlotPoint& each : plot_.points) {
                if (i != 0 || !each.yours) continue;
                const auto point = xml_.element("c:dPt");
                flag("c:idx", val(static_cast<std::int64_t>(each.place)));
                flag("c:invertIfNegative", "0");
                flag("c:bubble3D", "0");
                bar_fill("accent2", false);
            }
            {
                const auto labels = xml_.element("c:dLbls");
                label_look("outEnd", "tx1", number_format());
                shows(true, names(series));
            }
            references(i);
        }
        flag("c:gapWidth", "60");
        flag("c:axId", places_axis);
        flag("c:axId", values_axis);
    }

    // Axes
    // --------------------------------------------------------------------------------------------
    void axis_line(bool seen) {
        const auto properties = xml_.element("c:spPr");
        const auto line = xml_.element("a:ln", {{"w", val(ooxml::emu(pt(1)))}});
        if (seen)
            color("tx1");
        else
            xml_.leaf("a:noFill");
    }

    /// Of the periods, how many go to one label: as many as stand side by side.
    std::int64_t skip() const {
        const Length slot = size_.width * 0.75 / static_cast<double>(plot_.places.size());
        return std::max<std::int64_t>(
            1, static_cast<std::int64_t>(std::ceil(about(longest(plot_.places) + 2) / slot)));
    }

    void place_axis() {
        const bool turned = is_bars() || deck_.rtl;
        const auto axis = xml_.element("c:catAx");
        flag("c:axId", places_axis);
        {
            const auto scaling = xml_.element("c:scaling");
            flag("c:orientation", turned ? "maxMin" : "minMax");
        }
        flag("c:delete", "0");
        flag("c:axPos", is_bars() ? (deck_.rtl ? "r" : "l") : "b");
        xml_.leaf("c:numFmt", {{"formatCode", "General"}, {"sourceLinked", "0"}});
        flag("c:majorTickMark", "none");
        flag("c:minorTickMark", "none");
        flag("c:tickLblPos", "low");
        axis_line(true);
        look_of_words(is_bars() ? "tx1" : "tx2", false);
        flag("c:crossAx", values_axis);
        flag("c:crosses", "autoZero");
        flag("c:auto", "0");
        flag("c:lblAlgn", "ctr");
        flag("c:lblOffset", "100");
        if (!is_bars()) flag("c:tickLblSkip", val(skip()));
        flag("c:noMultiLvlLbl", "1");
    }

    void value_axis() {
        const auto axis = xml_.element("c:valAx");
        flag("c:axId", values_axis);
        {
            const auto scaling = xml_.element("c:scaling");
            flag("c:orientation", is_bars() && deck_.rtl ? "maxMin" : "minMax");
            flag("c:max", chart_number(plot_.axis.high));
            flag("c:min", chart_number(plot_.axis.low));
        }
        flag("c:delete", is_bars() ? "1" : "0");
        flag("c:axPos", is_bars() ? "b" : (deck_.rtl ? "r" : "l"));
        if (!is_bars()) {
            const auto grid = xml_.element("c:majorGridlines");
            const auto properties = xml_.element("c:spPr");
            const auto line = xml_.element("a:ln", {{"w", val(ooxml::emu(pt(0.75)))}});
            color("accent5");
        }
        xml_.leaf("c:numFmt", {{"formatCode", number_format()}, {"sourceLinked", "0"}});
        flag("c:majorTickMark", "none");
        flag("c:minorTickMark", "none");
        flag("c:tickLblPos", "nextTo");
        axis_line(false);
        look_of_words("tx2", false);
        flag("c:crossAx", places_axis);
        flag("c:crosses", "autoZero");
        flag("c:crossBetween", "between");
        flag("c:majorUnit", chart_number(plot_.axis.step));
    }

    Xml& xml_;
    const Deck& deck_;
    const chart::Chart& chart_;
    const Plot& plot_;
    Size size_;
};

}  // namespace

std::string chart_part(const Deck& deck, const chart::Chart& chart, const Plot& plot, const Size& size,
                       const std::string& workbook) {
    Xml xml;
    ChartWriter(xml, deck, chart, plot, size).write(workbook);
    return xml.take();
}

}  // namespace sayso::pptx

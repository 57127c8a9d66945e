// A chart as named series over named places: all that a format needs which draws charts by itself (an Office
// file's c:chartSpace and the workbook in it). Stage: after chart.h, beside draw.h; emitters read it. In: a
// sound chart. Out: the published numbers, and what the picture too works out from those alone (means,
// limits). What is hidden or missing is a gap, which `places` marks and `notes` explain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chart/axis.h"
#include "chart/chart.h"
#include "chart/spc.h"

namespace sayso::chart {

struct PlotSeries {
    /// `start` has one value, at the period with which the work began, as high as the plot.
    enum class Part : std::uint8_t { measure, before, mean, limit, target, start } part = Part::measure;
    std::string name;
    std::vector<std::optional<double>> values;  // one a place
    std::size_t nth = 0;                        // of several lines: which
    std::size_t told_from = 0;                  // the place of the value that a change is told from
};

/// A place of the first series that looks otherwise than the rest.
struct PlotPoint {
    std::size_t place = 0;
    bool yours = false;                    // the reader's own bar
    Variation signal = Variation::common;  // of a control chart
    bool operator==(const PlotPoint&) const = default;
};

struct Plot {
    enum class Form : std::uint8_t { lines, bars } form = Form::lines;
    std::string corner;               // what the places are: heading of the table's first column
    std::vector<std::string> places;  // periods, or what each bar stands for
    std::vector<PlotSeries> series;   // the measured ones first
    std::vector<PlotPoint> points;
    Axis axis;
    std::vector<std::string> notes;  // at the foot
};

/// Nothing for the kinds that Office has no chart of: small multiples and pictograms stay pictures.
std::optional<Plot> plot_of(const Chart& chart);

}  // namespace sayso::chart

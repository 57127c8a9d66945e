// The words that a chart says of itself, in English unless a language gives its own. Placeholders stand in
// braces; a translation may use them in any order.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::chart {

struct Words {
    // values
    std::string hidden = "fewer than 8";
    std::string missing = "no data";
    // headings of the data table
    std::string period = "Period";
    std::string place = "Place";
    std::string in_all = "In all";
    // on the picture
    std::string target = "Target";
    std::string mean = "Mean";
    std::string upper = "Upper limit";
    std::string lower = "Lower limit";
    std::string start_mark = "{start}, {when}";
    std::string scale_note = "The scale starts at {low}, not at 0.";
    std::string start_note = "Dashed line: {start}.";
    std::string target_note = "Dotted line: {target}.";
    std::string each_figure = "Each figure stands for {count}.";
    std::string count_of = "{count} of {total}";
    // kinds, at the head of the alternative text
    std::string line = "Line chart";
    std::string spc = "Control chart (SPC)";
    std::string bars = "Bar chart";
    std::string before_after = "Bars before and after";
    std::string multiples = "One small chart for each place";
    std::string pictogram = "Count of figures";
    // sentences
    std::string change = "from {first} ({from}) to {last} ({to})";
    std::string started = "{start}: from {when} on";
    std::string means = "The mean was {before} before that and is {after} since";
    std::string range = "Mean {mean}; limits from {lower} to {upper}";
    std::string trial = "Trial limits: fewer than 12 points";
    std::string too_few = "Too few points to tell";
    std::string common = "Only the usual ups and downs";
    std::string improving = "Getting better: {why}";
    std::string worsening = "Getting worse: {why}";
    std::string above = "Higher than before: {why}";
    std::string below = "Lower than before: {why}";
    std::string outside = "the latest point is outside the limits";
    std::string trend = "the latest {count} points all move one way";
    std::string near_limit = "2 of 3 points are near a limit";
    std::string shift = "the latest {count} points are on one side of the mean";
    std::string passes = "We can expect to meet the target each time";
    std::string fails = "We can expect to miss the target each time";
    std::string unsure = "The target may be met or missed by chance";
    // a single point of a control chart, in the description
    std::string point_outside = "outside the limits";
    std::string point_trend = "in a run that moves one way";
    std::string point_near = "near a limit, as 2 of 3 are";
    std::string point_shift = "in a run on one side of the mean";
    bool operator==(const Words&) const = default;
};

using Fillings = std::vector<std::pair<std::string_view, std::string>>;
/// `pattern` with each "{name}" replaced; names that are not given stay as they are.
std::string fill(std::string_view pattern, const Fillings& fillings);

}  // namespace sayso::chart

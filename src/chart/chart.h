// A chart as plain values: what is measured, for which periods or places, and what may not be told.
//
// Stage: beside src/diagram, between compose and layout. Nothing here knows evidence, projects or YAML: the
// caller hands in values that have already passed disclosure control. The same value draws the picture
// (draw.h), says it in words and lists it as a table (say.h), and is kept beside the frame, so that an
// editable format can make a native chart of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "chart/words.h"
#include "diag/diagnostic.h"

namespace sayso::chart {

/// Published as `Words::hidden`: its place is never drawn.
struct Hidden {
    bool operator==(const Hidden&) const = default;
};
struct Missing {
    bool operator==(const Missing&) const = default;
};
using Value = std::variant<double, Hidden, Missing>;

/// How a number is written: "£1,200", "48%", "3.5".
struct Number {
    int decimals = 0;  // at most; up to 3
    std::string prefix, suffix;
    bool operator==(const Number&) const = default;
};

/// When the work began: `period` is the first with it.
struct Start {
    std::size_t period = 0;
    std::string label;  // "We began"
    bool operator==(const Start&) const = default;
};

struct Series {
    std::string label;
    std::vector<Value> values;  // one a period
    std::size_t told_from = 0;  // the place of the value that a change is told from
    bool operator==(const Series&) const = default;
};

enum class Better : std::uint8_t { higher, lower, neither };

/// Values over time, one to four lines.
struct Line {
    std::vector<std::string> periods;
    std::vector<Series> series;
    std::optional<Start> start;
    std::optional<double> target;
    bool operator==(const Line&) const = default;
};

/// A control chart of single values (XmR), as "Making data count" reads them. See spc.h.
struct Spc {
    std::vector<std::string> periods;
    Series series;
    std::optional<Start> start;  // new limits from here on
    std::optional<double> target;
    Better better = Better::neither;
    bool screened = false;              // moving ranges far above the rest are left out of the limits
    std::optional<double> least, most;  // what the measure can be at all: limits are not drawn beyond
    bool operator==(const Spc&) const = default;
};

struct Bar {
    std::string label;
    Value value;
    bool yours = false;  // the reader's own
    bool operator==(const Bar&) const = default;
};
struct Bars {
    std::vector<Bar> bars;
    std::optional<double> target;
    bool operator==(const Bars&) const = default;
};

struct Change {
    std::string label;
    Value before, after;
    bool operator==(const Change&) const = default;
};
struct BeforeAfter {
    std::string before, after;  // "Spring 2024", "Spring 2026"
    std::vector<Change> changes;
    bool operator==(const BeforeAfter&) const = default;
};

/// A line for each site, all on one scale.
struct SmallMultiples {
    std::vector<std::string> periods;
    std::vector<Series> sites;
    std::optional<Start> start;
    std::optional<double> target;
    bool operator==(const SmallMultiples&) const = default;
};

/// So many figures of so many.
struct Pictogram {
    std::string label;  // "families"
    Value count;
    std::optional<int> total;
    bool operator==(const Pictogram&) const = default;
};

using Kind = std::variant<Line, Spc, Bars, BeforeAfter, SmallMultiples, Pictogram>;

struct Chart {
    std::string title;     // the message, a sentence
    std::string subtitle;  // what is measured, of whom, in which unit
    Kind kind;
    Number number;
    std::string note;  // under the picture: the source's number, say
    Words words;
    std::string lang = "en-GB";
    bool rtl = false;
    sayso::Span source;  // the line that asked for the chart
    bool operator==(const Chart&) const = default;
};

inline constexpr std::size_t most_lines = 4;
inline constexpr std::size_t most_bars = 40;
inline constexpr std::size_t most_sites = 30;
inline constexpr std::size_t most_periods = 120;

/// Every fault that keeps a chart from being drawn or said: no values, lengths that differ, too many lines,
/// numbers that are none. True when there is none.
bool sound(const Chart& chart, Diagnostics& diagnostics);

inline const double* number_in(const Value& value) {
    return std::get_if<double>(&value);
}

}  // namespace sayso::chart

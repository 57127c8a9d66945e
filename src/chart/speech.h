// A chart being told, drawn or tabled: its words, and its numbers as its language writes them.
#pragma once

#include <string>

#include "chart/chart.h"
#include "text/locale.h"

namespace sayso::chart {

class Speech {
  public:
    /// `chart` must outlive it.
    explicit Speech(const Chart& of) : chart(of), words(of.words), numbers_(of.lang) {}

    const Chart& chart;
    const Words& words;

    /// A value as the picture, the words and the table all write it.
    std::string written(const Value& value) const;
    std::string written(double value) const { return number(value, chart.number.decimals); }
    /// A number that was worked out (a mean, a limit): one decimal more than the values have.
    std::string worked_out(double value) const;

  private:
    std::string number(double value, int decimals) const;
    text::NumberWriter numbers_;
};

}  // namespace sayso::chart

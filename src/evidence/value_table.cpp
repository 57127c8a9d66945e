#include "evidence/value_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "evidence/number.h"
#include "evidence/records.h"
#include "load/reading.h"

namespace sayso::evidence {
namespace {

constexpr double most = 999'999'999;  // a larger count is a slip, and sums of counts stay exact
const std::vector<std::string> keys = {"indicator", "value", "period"};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

class ValueReader {
  public:
    ValueReader(const sheet::Sheet& sheet, const Known& known, Evidence& evidence, Diagnostics& diagnostics)
        : sheet_(sheet), known_(known), evidence_(evidence), diagnostics_(diagnostics) {
        for (std::size_t i = 0; i < evidence.indicators.size(); ++i) {
            indicators_.emplace(lower(evidence.indicators[i].label.text), i);
            indicators_.insert_or_assign(lower(evidence.indicators[i].id.text), i);
        }
        for (const Known::Site& site : known.sites) {
            sites_.emplace(lower(site.name), site.id);
            sites_.insert_or_assign(lower(site.id), site.id);
        }
        for (const char* whole : {"", "all", "whole service", "total"}) sites_.emplace(whole, "");
    }

    void read() {
        const auto headings = find_headings(sheet_, keys);
        if (!headings) {
            if (!sheet_.rows.empty())
                diagnostics_.error("missing-column", sheet_.rows.front().cells.front().span,
                                   "no row of the sheet names a column \"indicator\"",
                                   "head the columns indicator, site, period and value");
            return;
        }
        headings_ = *headings;
        if (!find_columns()) return;
        for (std::size_t i = headings_.row + 1; i < sheet_.rows.size(); ++i) read_row(sheet_.rows[i]);
    }

  private:
    bool find_columns() {
        indicator_ = headings_.column("indicator");
        site_ = headings_.column("site");
        period_ = headings_.column("period");
        value_ = headings_.column("value");
        const load::Row& row = sheet_.rows[headings_.row];
        const auto missing = [&](const char* name) {
            diagnostics_.error(
                "missing-column", row.cells.front().span, fmt::format("the sheet has no column \"{}\"", name),
                "head the columns indicator, site, period and value, or one column for each period");
            return false;
        };
        if (!indicator_ && evidence_.indicators.size() != 1) return missing("indicator");
        if (value_) return period_ ? true : missing("period");
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (i != indicator_ && i != site_ && !row.cells[i].text.empty() && is_period(row.cells[i].text))
                period_columns_.push_back(i);
        return period_columns_.empty() ? missing("value") : true;
    }

    static bool is_period(std::string_view text) {
        return parse_period(text, 1) || parse_period(text, 3) || parse_period(text, 6) ||
               parse_period(text, 12);
    }

    static const load::Cell* cell_at(const load::Row& row, std::optional<std::size_t> column) {
        return column && *column < row.cells.size() ? &row.cells[*column] : nullptr;
    }
    static std::string text_at(const load::Row& row, std::optional<std::size_t> column) {
        const load::Cell* cell = cell_at(row, column);
        return cell == nullptr ? std::string() : cell->text;
    }

    void read_row(const load::Row& row) {
        const std::string name = lower(text_at(row, indicator_));
        if (name == example_id) return;
        const bool holds_something =
            value_ ? !text_at(row, value_).empty()
                   : std::any_of(period_columns_.begin(), period_columns_.end(),
                                 [&](std::size_t column) { return !text_at(row, column).empty(); });
        if (!holds_something) return;
        Diagnostics faults;
        const auto indicator = indicator_of(row, name, faults);
        const auto site = site_of(row, faults);
        if (value_) {
            read_value(row, *value_, indicator, site, cell_at(row, period_), faults);
        } else {
            const load::Row& heading = sheet_.rows[headings_.row];
            for (const std::size_t column : period_columns_)
                read_value(row, column, indicator, site, &heading.cells[column], faults);
        }
        add_with_cells(faults, sheet_, row, headings_, diagnostics_);
    }

    std::optional<std::size_t> indicator_of(const load::Row& row, const std::string& name,
                                            Diagnostics& faults) const {
        if (!indicator_) return 0;
        const auto found = indicators_.find(name);
        if (found != indicators_.end()) return found->second;
        std::vector<std::string> ids;
        for (const Indicator& each : evidence_.indicators) ids.push_back(each.id.text);
        const load::Cell* cell = cell_at(row, indicator_);
        const Span span = cell == nullptr ? row.cells.front().span : cell->span;
        if (name.empty()) {
            faults.error("missing-indicator", span, "this row has a value, but no indicator",
                         suggestion("", ids));
        } else {
            faults.error("unknown-indicator", span,
                         fmt::format("there is no indicator \"{}\"", load::clipped(cell->text)),
                         ids.empty() ? "describe it in evidence.yaml, or in the sheet \"Indicators\""
                                     : suggestion(name, ids));
        }
        return std::nullopt;
    }

    std::optional<std::string> site_of(const load::Row& row, Diagnostics& faults) const {
        const auto found = sites_.find(lower(text_at(row, site_)));
        if (found != sites_.end()) return found->second;
        if (known_.any_site) return text_at(row, site_);
        std::vector<std::string> ids;
        for (const Known::Site& site : known_.sites) ids.push_back(site.id);
        faults.error("unknown-site", cell_at(row, site_)->span,
                     fmt::format("there is no site \"{}\"", load::clipped(text_at(row, site_))),
                     ids.empty()
                         ? "name the sites in sayso.yaml, or leave the cell empty for the whole service"
                         : suggestion(text_at(row, site_), ids));
        return std::nullopt;
    }

    void read_value(const load::Row& row, std::size_t column, std::optional<std::size_t> indicator,
                    const std::optional<std::string>& site, const load::Cell* period_cell,
                    Diagnostics& faults) {
        const load::Cell* cell = cell_at(row, column);
        if (cell == nullptr || cell->text.empty()) return;
        const auto number = number_of(*cell, faults);
        if (!indicator) return;
        const Indicator& of = evidence_.indicators[*indicator];
        const auto period = period_of(row, period_cell, of, faults);
        if (!number || !check_number(*number, *cell, of, faults) || !period || !site) return;
        evidence_.values.push_back({*indicator, *site, *period, number->number, cell->span});
    }

    static std::optional<TypedNumber> number_of(const load::Cell& cell, Diagnostics& faults) {
        const auto number = parse_typed(cell.text);
        if (number && std::abs(number->number) <= most) return number;
        const bool marked = cell.text == "*" || cell.text.starts_with('<') || cell.text == "c";
        faults.error(number   ? "number-too-large"
                     : marked ? "suppressed-value"
                              : "not-a-number",
                     cell.span,
                     number   ? fmt::format("\"{}\" is more than can be meant", load::clipped(cell.text))
                     : marked ? fmt::format("\"{}\" stands for a count that is hidden already",
                                            load::clipped(cell.text))
                              : fmt::format("\"{}\" is no number", load::clipped(cell.text)),
                     marked ? "type the count itself, and sayso hides small ones; or leave the cell empty"
                            : "type a number, or leave the cell empty");
        return std::nullopt;
    }

    std::optional<Period> period_of(const load::Row& row, const load::Cell* cell, const Indicator& of,
                                    Diagnostics& faults) const {
        if (cell == nullptr || cell->text.empty()) {
            faults.error("missing-period", row.cells.front().span, "this row has a value, but no period",
                         fmt::format("type the {}, such as {}", of.every.text, example_of(of)));
            return std::nullopt;
        }
        const auto period = parse_period(cell->text, of.months());
        if (!period) {
            faults.error("bad-period", cell->span,
                         fmt::format("\"{}\" is no {}, and \"{}\" has a value for every one",
                                     load::clipped(cell->text), of.every.text, of.id.text),
                         fmt::format("write it as {}", example_of(of)));
            return std::nullopt;
        }
        if (period->first > month_of_day(known_.today))
            faults.warning("period-in-future", cell->span,
                           fmt::format("the {} \"{}\" has not begun", of.every.text, cell->text),
                           "look whether the year is right");
        return period;
    }

    static std::string example_of(const Indicator& of) {
        return to_string({2025 * 12, std::max(1, of.months())});
    }

    static bool check_number(const TypedNumber& number, const load::Cell& cell, const Indicator& of,
                             Diagnostics& faults) {
        const Counts counts = of.counts();
        const bool whole = counts == Counts::people || counts == Counts::events;
        if (number.percent && counts != Counts::percent) {
            faults.error("unit-mismatch", cell.span, fmt::format("\"{}\" does not count percent", of.id.text),
                         "type the number, or set `counts: percent` of the indicator");
            return false;
        }
        if (whole && (number.number < 0 || number.number != std::floor(number.number))) {
            faults.error("bad-count", cell.span,
                         fmt::format("\"{}\" counts {}, and {} is no count", of.id.text, of.counts_word.text,
                                     cell.text),
                         "type a whole number from 0");
            return false;
        }
        if (counts == Counts::percent && (number.number > 100 || number.number < 0))
            faults.warning("odd-percent", cell.span, fmt::format("{} is outside 0 % to 100 %", cell.text),
                           "look whether it is what you mean");
        if (counts == Counts::percent && !number.percent && number.number > 0 && number.number < 1)
            faults.warning("odd-percent", cell.span, fmt::format("{} is read as {} %", cell.text, cell.text),
                           fmt::format("write {}% if you mean that", std::round(number.number * 1000) / 10));
        return true;
    }

    const sheet::Sheet& sheet_;
    const Known& known_;
    Evidence& evidence_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::size_t> indicators_;
    std::map<std::string, std::string> sites_;
    Headings headings_;
    std::optional<std::size_t> indicator_, site_, period_, value_;
    std::vector<std::size_t> period_columns_;
};

auto place_of(const Value& value) {
    return std::tie(value.indicator, value.period, value.site);
}

std::string where(const Value& value, const Evidence& evidence) {
    return fmt::format("\"{}\" of {} in {}", evidence.indicators[value.indicator].id.text,
                       value.site.empty() ? "the whole service" : fmt::format("\"{}\"", value.site),
                       to_string(value.period));
}

/// `first` is the whole service's value, which sorts before those of its sites.
void check_total(const Evidence& evidence, std::vector<Value>::const_iterator first,
                 std::vector<Value>::const_iterator last, std::size_t sites, Diagnostics& diagnostics) {
    const Indicator& of = evidence.indicators[first->indicator];
    if (!first->site.empty() || of.combined() != "sum" || sites == 0 ||
        static_cast<std::size_t>(last - first) != sites + 1)
        return;
    double sum = 0;
    for (auto each = first + 1; each != last; ++each) sum += each->number;
    if (std::abs(sum - first->number) < 1e-6 * std::max(1.0, std::abs(sum))) return;
    diagnostics
        .warning("sum-differs", first->span,
                 fmt::format("{} is {}, but its sites make {}", where(*first, evidence), first->number, sum),
                 "mend the one that is wrong, or leave the whole service out: it is summed from its sites")
        .notes.push_back({(first + 1)->span, "the first of its sites is here"});
}

}  // namespace

void read_values(const sheet::Sheet& sheet, const Known& known, Evidence& evidence,
                 Diagnostics& diagnostics) {
    ValueReader(sheet, known, evidence, diagnostics).read();
}

void settle_values(Evidence& evidence, Diagnostics& diagnostics) {
    std::vector<Value>& values = evidence.values;
    std::stable_sort(values.begin(), values.end(),
                     [](const Value& a, const Value& b) { return place_of(a) < place_of(b); });
    std::vector<Value> once;
    for (Value& value : values) {
        if (!once.empty() && place_of(once.back()) == place_of(value)) {
            diagnostics
                .error("two-values", value.span, fmt::format("{} has two values", where(value, evidence)),
                       "delete the one that is wrong")
                .notes.push_back({once.back().span, "the other is here"});
            continue;
        }
        once.push_back(std::move(value));
    }
    values = std::move(once);
    std::map<std::size_t, std::map<std::string, bool>> sites;
    for (const Value& value : values)
        if (!value.site.empty()) sites[value.indicator][value.site] = true;
    for (auto first = values.cbegin(); first != values.cend();) {
        auto last = first;
        while (last != values.cend() && last->indicator == first->indicator && last->period == first->period)
            ++last;
        check_total(evidence, first, last, sites[first->indicator].size(), diagnostics);
        first = last;
    }
}

}  // namespace sayso::evidence

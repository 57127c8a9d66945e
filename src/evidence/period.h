// The stretch of time that a value is of: a month, a quarter, a half-year or a year, on months' borders.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::evidence {

struct Period {
    int first = 0;   // month, counted from January of the year 0
    int months = 3;  // 1, 3, 6 or 12
    auto operator<=>(const Period&) const = default;

    int year() const { return first / 12; }
    int month() const { return first % 12 + 1; }
    int after() const { return first + months; }  // the first month that is not in it
};

/// Months in "month", "quarter", "half-year" and "year"; 0 for any other word.
int months_in(std::string_view every);

/// What people write: "2024 Q1", "Q1 2024", "2024-Q1"; "2023/24 Q1" and "2023/24", which begin in April;
/// "2024 H2"; "2024"; "March 2024", "Mar-24", "2024-03", "03/2024"; "Jan-Mar 2024"; or a day, "2024-03-31" or
/// "31/03/2024", that begins or ends a period of `months`, or lies in a month. Nothing for anything else, and
/// for a period of another length.
std::optional<Period> parse_period(std::string_view text, int months);

/// "2024-03", "2024 Q1", "2024 H1", "2024"; "2023/24" and "2023/24 Q1" where it fits the financial year
/// alone. Read back by parse_period; the same in every language.
std::string to_string(const Period& period);

/// A day, "2026-01-31", as days since 1970-01-01; nothing for what is no day.
std::optional<int> parse_day(std::string_view text);
/// The same of seconds since 1970 UTC.
int day_of(long long seconds);
/// The month that a day lies in, counted as in Period.
int month_of_day(int day);

}  // namespace sayso::evidence

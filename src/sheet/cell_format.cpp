#include "sheet/cell_format.h"

#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace sayso::sheet {
namespace {

/// What is left of a format's code when texts, escapes, colours and conditions are taken out: the letters
/// that mean digits, days and hours.
std::string bare_code(std::string_view code) {
    std::string out;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', at + 1);
            if (end == std::string_view::npos) break;
            at = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == ';') {
            break;  // what follows is for negative numbers
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out;
}

}  // namespace

Shown shown_as(int format, std::string_view code) {
    if (code.empty()) {
        if (format == 9 || format == 10) return Shown::percent;
        const bool is_day = (format >= 14 && format <= 17) || format == 22 ||
                            (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
        return is_day ? Shown::day : Shown::number;
    }
    const std::string bare = bare_code(code);
    if (bare.find('%') != std::string::npos) return Shown::percent;
    if (bare.find("general") != std::string::npos) return Shown::number;
    return bare.find_first_of("dy") != std::string::npos ? Shown::day : Shown::number;
}

std::string digits(double number) {
    char buffer[400];  // the largest double has 309 digits
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
    std::string out(buffer, end.ptr);
    return out == "-0" ? "0" : out;
}

std::string day_of_serial(double serial, bool since_1904) {
    if (!(serial >= 0 && serial < 2'958'466)) return {};  // 9999-12-31
    auto days = static_cast<int>(std::floor(serial));
    // Serial 60 is 1900-02-29, a day that never was; what comes before it is one day later than it counts.
    const int epoch = since_1904 ? -24'107 : (days < 60 ? -25'568 : -25'569);  // in days since 1970-01-01
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days + epoch}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string text_of_number(double number, Shown shown, bool since_1904) {
    if (shown == Shown::day) return day_of_serial(number, since_1904);
    if (shown == Shown::number) return digits(number);
    // 0.07 × 100 is 7.000000000000001 in binary; ten decimals are more than anybody types.
    return digits(std::round(number * 1e12) / 1e10) + "%";
}

}  // namespace sayso::sheet

#include "evidence/period.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include <fmt/format.h>

namespace sayso::evidence {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};

/// A run of digits, or of letters, in lower case; what stands between does not matter.
struct Word {
    std::string text;
    int number = -1;  // of digits
    bool after_slash = false;
};

std::vector<Word> words_of(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto is_letter = [&](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
    std::vector<Word> out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (!is_digit(c) && !is_letter(c)) {
            ++at;
            continue;
        }
        Word word;
        word.after_slash = at > 0 && text[at - 1] == '/';
        for (; at < text.size() && (is_digit(c) ? is_digit(text[at]) : is_letter(text[at])); ++at)
            word.text += lower(text[at]);
        if (is_digit(c)) std::from_chars(word.text.data(), word.text.data() + word.text.size(), word.number);
        out.push_back(std::move(word));
    }
    return out;
}

/// From 1; 0 for what is no month's name.
int month_named(const Word& word) {
    if (word.text.size() < 3) return 0;
    static constexpr std::array<std::string_view, 12> rest = {
        "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"};
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const bool begins = word.text.starts_with(month_names[i]);
        if (begins && (std::string(month_names[i]) + std::string(rest[i])).starts_with(word.text))
            return static_cast<int>(i) + 1;
    }
    return word.text == "sept" ? 9 : 0;
}

bool is_year(const Word& word) {
    return word.text.size() == 4 && word.number >= 1900 && word.number < 2200;
}

/// "24" beside a month's name is 2024.
int year_beside_month(const Word& word) {
    if (is_year(word)) return word.number;
    return word.text.size() == 2 && word.number >= 0 ? 2000 + word.number : -1;
}

std::optional<Period> within_year(int first_of_year, const std::string& kind, int number, int months) {
    const int wanted = kind == "q" ? 3 : kind == "h" ? 6 : 0;
    if (wanted != months || number < 1 || number > 12 / wanted) return std::nullopt;
    return Period{first_of_year + (number - 1) * wanted, wanted};
}

/// A day that begins or ends a period, or lies in a month.
std::optional<Period> around(int year, int month, int day, int months) {
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    const int index = year * 12 + month - 1;
    if (months == 1 || day == 1) return Period{index, months};
    const auto last =
        std::chrono::year_month_day_last{date.year(), std::chrono::month_day_last{date.month()}};
    return last.day() == date.day() ? std::optional(Period{index - months + 1, months}) : std::nullopt;
}

std::optional<Period> of_words(std::vector<Word> words, int months) {
    if (words.size() > 1 && (words.front().text == "fy")) words.erase(words.begin());
    // A year in front, whatever stands last: "Q1 2024" as "2024 Q1".
    if (words.size() > 1 && !is_year(words.front()) && words.front().number < 0) {
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (!is_year(words[i])) continue;
            std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
            break;
        }
    }
    if (words.empty()) return std::nullopt;
    const int year = words[0].number;
    const bool begins_with_year = is_year(words[0]);
    const bool financial = begins_with_year && words.size() > 1 && words[1].after_slash &&
                           words[1].text.size() == 2 && words[1].number == (year + 1) % 100;
    const std::size_t next = financial ? 2 : 1;
    const int first = begins_with_year ? year * 12 + (financial ? 3 : 0) : 0;
    const auto left = words.size() - std::min(words.size(), next);
    if (begins_with_year && left == 0 && (financial || next == words.size()))
        return months == 12 ? std::optional(Period{first, 12}) : std::nullopt;
    if (begins_with_year && left == 2 && words[next + 1].number > 0)
        if (const auto part = within_year(first, words[next].text, words[next + 1].number, months))
            return part;
    if (begins_with_year && !financial && words.size() == 2) {
        const int month = words[1].number > 0 ? words[1].number : month_named(words[1]);
        if (months == 1 && month >= 1 && month <= 12) return Period{year * 12 + month - 1, 1};
        return std::nullopt;
    }
    if (begins_with_year && words.size() == 3) {
        const int from = month_named(words[1]), to = month_named(words[2]);
        if (from > 0 && to > 0)
            return (to - from + 12) % 12 + 1 == months ? std::optional(Period{year * 12 + from - 1, months})
                                                       : std::nullopt;
        if (words[1].number > 0 && words[2].number > 0)
            return around(year, words[1].number, words[2].number, months);
    }
    return std::nullopt;
}

}  // namespace

int months_in(std::string_view every) {
    return every == "month"       ? 1
           : every == "quarter"   ? 3
           : every == "half-year" ? 6
           : every == "year"      ? 12
                                  : 0;
}

std::optional<Period> parse_period(std::string_view text, int months) {
    std::vector<Word> words = words_of(text);
    if (words.size() == 3 && words[0].number > 0 && words[1].number > 0 &&
        is_year(words[2]))  // as days are written here
        return around(words[2].number, words[1].number, words[0].number, months);
    if (words.size() == 2 && words[0].number > 0 && is_year(words[1])) {  // "03/2024"
        const bool good = months == 1 && words[0].number <= 12;
        return good ? std::optional(Period{words[1].number * 12 + words[0].number - 1, 1}) : std::nullopt;
    }
    if (words.size() == 2 && month_named(words[0]) > 0 && year_beside_month(words[1]) > 0)
        return months == 1
                   ? std::optional(Period{year_beside_month(words[1]) * 12 + month_named(words[0]) - 1, 1})
                   : std::nullopt;
    if (words.size() == 3 && words[0].number > 0 && month_named(words[1]) > 0 &&
        year_beside_month(words[2]) > 0)
        return around(year_beside_month(words[2]), month_named(words[1]), words[0].number, months);
    return of_words(std::move(words), months);
}

std::string to_string(const Period& period) {
    const int year = period.year(), month = period.month() - 1;
    if (period.months == 1) return fmt::format("{:04}-{:02}", year, month + 1);
    const bool financial = period.months == 12 ? month == 3 : month % period.months != 0;
    const int start = financial && month < 3 ? year - 1 : year;
    const std::string name =
        financial ? fmt::format("{}/{:02}", start, (start + 1) % 100) : fmt::format("{}", year);
    if (period.months == 12) return name;
    const int number = (financial ? (month + 9) % 12 : month) / period.months + 1;
    return fmt::format("{} {}{}", name, period.months == 3 ? "Q" : "H", number);
}

std::optional<int> parse_day(std::string_view text) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length, auto& out) {
        const char* end = text.data() + at + length;
        const auto got = std::from_chars(text.data() + at, end, out);
        return got.ec == std::errc() && got.ptr == end;
    };
    if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return static_cast<int>(std::chrono::sys_days{date}.time_since_epoch().count());
}

int day_of(long long seconds) {
    return static_cast<int>(std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds}).count());
}

int month_of_day(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

}  // namespace sayso::evidence

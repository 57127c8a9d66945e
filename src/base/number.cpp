#include "base/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sayso {
namespace {

constexpr std::array<std::int64_t, 7> powers_of_ten{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
constexpr double largest = 1e7;

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

// From the last digit to the first, and then into the text at once: a page has thousands of numbers.
void append_scaled(std::string& out, std::int64_t value, int decimals) {
    std::array<char, 32> text{};
    char* const end = text.data() + text.size();
    char* first = end;
    std::int64_t digits = value < 0 ? -value : value;
    while (decimals > 0 && digits % 10 == 0) {
        digits /= 10;
        --decimals;
    }
    const auto take_digit = [&] {
        *--first = static_cast<char>('0' + digits % 10);
        digits /= 10;
    };
    const bool is_whole = decimals <= 0;
    for (; decimals > 0; --decimals) take_digit();
    if (!is_whole) *--first = '.';
    if (is_whole && digits == 0) take_digit();
    while (digits != 0) take_digit();
    if (value < 0) *--first = '-';
    out.append(first, end);
}

void append_number(std::string& out, double value, int decimals) {
    if (!std::isfinite(value)) value = 0;
    value = std::clamp(value, -largest, largest);
    const auto unit = static_cast<double>(powers_of_ten[static_cast<std::size_t>(decimals)]);
    append_scaled(out, std::llround(value * unit), decimals);
}

std::string number(double value, int decimals) {
    std::string out;
    append_number(out, value, decimals);
    return out;
}

}  // namespace sayso

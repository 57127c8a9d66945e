#include "pdf/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sayso::pdf {
namespace {

constexpr std::array<std::int64_t, 7> powers_of_ten{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
constexpr double largest = 1e7;

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void append_scaled(std::string& out, std::int64_t value, int decimals) {
    if (value < 0) out += '-';
    const std::int64_t magnitude = value < 0 ? -value : value;
    const std::int64_t unit = powers_of_ten[static_cast<std::size_t>(decimals)];
    const std::int64_t whole = magnitude / unit;
    std::int64_t fraction = magnitude % unit;
    if (whole != 0 || fraction == 0) append_integer(out, whole);
    if (fraction == 0) return;
    out += '.';
    for (std::int64_t place = unit / 10; fraction != 0; place /= 10) {
        out += static_cast<char>('0' + fraction / place);
        fraction %= place;
    }
}

void append_number(std::string& out, double value, int decimals) {
    if (!std::isfinite(value)) value = 0;
    value = std::clamp(value, -largest, largest);
    const auto unit = static_cast<double>(powers_of_ten[static_cast<std::size_t>(decimals)]);
    append_scaled(out, std::llround(value * unit), decimals);
}

}  // namespace sayso::pdf

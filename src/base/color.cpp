#include "base/color.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sayso {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::array<double, 256> linear_channels() {
    std::array<double, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = linear(static_cast<std::uint8_t>(i));
    return out;
}

double luminance(Color c) {
    // Every word of every page is measured; powers cost more than the rest of that.
    static const std::array<double, 256> of_channel = linear_channels();
    return 0.2126 * of_channel[c.r] + 0.7152 * of_channel[c.g] + 0.0722 * of_channel[c.b];
}

std::uint8_t mix_channel(std::uint8_t from, std::uint8_t to, double amount) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * amount));
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    if ((text.size() != 7 && text.size() != 4) || text[0] != '#') return std::nullopt;
    const std::size_t digits = text.size() == 7 ? 2 : 1;
    std::uint8_t channel[3];
    for (std::size_t i = 0; i < 3; ++i) {
        const int high = hex_digit(text[1 + i * digits]);
        const int low = hex_digit(text[i * digits + digits]);
        if (high < 0 || low < 0) return std::nullopt;
        channel[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return Color{channel[0], channel[1], channel[2]};
}

std::string to_hex(Color color) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out = "#";
    for (const std::uint8_t c : {color.r, color.g, color.b}) {
        out += digits[c / 16];
        out += digits[c % 16];
    }
    return out;
}

double contrast_ratio(Color a, Color b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color nearest_with_contrast(Color color, Color ground, double ratio) {
    // Walk both ways in small steps: the first that passes is the nearest along the tint or shade line.
    for (int step = 0; step <= 200; ++step) {
        const double amount = step / 200.0;
        for (const Color end : {black, white}) {
            const Color candidate = mix(color, end, amount);
            if (contrast_ratio(candidate, ground) >= ratio) return candidate;
        }
    }
    return contrast_ratio(black, ground) >= contrast_ratio(white, ground) ? black : white;
}

Color mix(Color from, Color to, double amount) {
    return {mix_channel(from.r, to.r, amount), mix_channel(from.g, to.g, amount),
            mix_channel(from.b, to.b, amount)};
}

}  // namespace sayso

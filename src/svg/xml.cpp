#include "svg/xml.h"

#include <cstdint>

#include "base/number.h"

namespace sayso::svg {
namespace {

std::string pair(Point p) {
    const std::string y = number(p.y);
    return number(p.x) + (y.front() == '-' ? "" : " ") + y;
}

struct StepWriter {
    std::string& out;
    const Transform& map;

    void operator()(const frame::MoveTo& step) const { out += 'M' + pair(map(step.to)); }
    void operator()(const frame::LineTo& step) const { out += 'L' + pair(map(step.to)); }
    void operator()(const frame::CurveTo& step) const {
        out += 'C' + pair(map(step.control1)) + ' ' + pair(map(step.control2)) + ' ' + pair(map(step.to));
    }
    void operator()(const frame::ClosePath&) const { out += 'Z'; }
};

}  // namespace

std::string number(Length length) {
    return sayso::number(length.pt(), 3);
}

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                // XML 1.0, 2.2: of the control characters only tab and the line ends are characters.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
        }
    }
    return out;
}

std::string path_data(const frame::Path& path, const Transform& map) {
    std::string out;
    for (const frame::PathStep& step : path) std::visit(StepWriter{out, map}, step);
    return out;
}

std::string data_url(std::string_view type, std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out = "data:" + std::string(type) + ";base64,";
    out.reserve(out.size() + bytes.size() * 4 / 3 + 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) out += k <= count ? digits[group >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

}  // namespace sayso::svg

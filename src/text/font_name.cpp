#include "text/font_name.h"

#include <algorithm>
#include <array>

namespace sayso::text {
namespace {

struct WeightName {
    std::string_view name;
    int weight;
};

// The weight names of CSS Fonts 4, 2.2.1, in lower case.
constexpr std::array<WeightName, 18> weight_names{{
    {"thin", 100},
    {"hairline", 100},
    {"extralight", 200},
    {"ultralight", 200},
    {"light", 300},
    {"regular", 400},
    {"normal", 400},
    {"book", 400},
    {"roman", 400},
    {"medium", 500},
    {"semibold", 600},
    {"demibold", 600},
    {"bold", 700},
    {"extrabold", 800},
    {"ultrabold", 800},
    {"black", 900},
    {"heavy", 900},
    {"", 400},
}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}

std::optional<int> weight_of(std::string_view style) {
    const auto found = std::ranges::find(weight_names, style, &WeightName::name);
    if (found == weight_names.end()) return std::nullopt;
    return found->weight;
}

// Cuts "italic" or "oblique" off the end; true when there was one.
bool cut_slant(std::string& style) {
    for (const std::string_view slant : {"italic", "oblique"}) {
        if (!style.ends_with(slant)) continue;
        style.resize(style.size() - slant.size());
        return true;
    }
    return false;
}

// The name without its ending and without the axes of a variable font ("Foo[wght].ttf" is "Foo").
std::optional<std::string_view> stem_of(std::string_view file_name) {
    if (file_name.size() <= 4) return std::nullopt;
    const std::string ending = lower(file_name.substr(file_name.size() - 4));
    if (ending != ".ttf" && ending != ".otf" && ending != ".ttc") return std::nullopt;
    std::string_view stem = file_name.substr(0, file_name.size() - 4);
    if (const auto axes = stem.find('['); axes != std::string_view::npos && axes > 0)
        stem = stem.substr(0, axes);
    return stem;
}

}  // namespace

std::optional<FontName> parse_font_name(std::string_view file_name) {
    const auto stem = stem_of(file_name);
    if (!stem) return std::nullopt;
    FontName out{std::string(*stem), std::string(*stem), 400};
    const auto dash = stem->rfind('-');
    if (dash == std::string_view::npos || dash == 0) return out;
    std::string style = lower(stem->substr(dash + 1));
    const bool slanted = cut_slant(style);
    if (const auto weight = weight_of(style)) {
        out.family = std::string(stem->substr(0, dash)) + (slanted ? "Italic" : "");
        out.weight = *weight;
    }
    return out;
}

bool same_family(std::string_view a, std::string_view b) {
    const auto skip = [](std::string_view& text) {
        while (!text.empty() && (text[0] == ' ' || text[0] == '-')) text.remove_prefix(1);
    };
    for (;; a.remove_prefix(1), b.remove_prefix(1)) {
        skip(a), skip(b);
        if (a.empty() || b.empty()) return a.empty() && b.empty();
        if (lower(a[0]) != lower(b[0])) return false;
    }
}

}  // namespace sayso::text

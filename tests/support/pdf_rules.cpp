#include "support/pdf_rules.h"

#include <algorithm>
#include <array>
#include <span>

namespace sayso::test {
namespace {

using Types = std::span<const std::string_view>;

constexpr std::array<std::string_view, 19> blocks{
    "Sect", "Div",   "BlockQuote", "H1",     "H2",  "H3",      "H4",    "H5",     "H6",      "P",
    "L",    "Table", "Part",       "Figure", "Art", "Caption", "Aside", "FENote", "Artifact"};
constexpr std::array<std::string_view, 3> phrases{"Link", "Span", "Strong"};
constexpr std::array<std::string_view, 2> list{"Caption", "LI"};
constexpr std::array<std::string_view, 2> item{"Lbl", "LBody"};
constexpr std::array<std::string_view, 2> table{"Caption", "TR"};
constexpr std::array<std::string_view, 2> row{"TH", "TD"};
constexpr std::array<std::string_view, 4> caption{"P", "Link", "Span", "Strong"};
constexpr std::array<std::string_view, 1> root{"Document"};

struct Rule {
    std::string_view parent;
    bool holds_content;
    Types first, second;  // what may stand in it
};

constexpr std::array<Rule, 30> rules{{
    {"", false, root, {}},
    {"Document", false, blocks, {}},
    {"Part", false, blocks, {}},
    {"Art", false, blocks, {}},
    {"Sect", false, blocks, {}},
    {"Div", false, blocks, {}},
    {"BlockQuote", false, blocks, {}},
    {"H1", true, phrases, {}},
    {"H2", true, phrases, {}},
    {"H3", true, phrases, {}},
    {"H4", true, phrases, {}},
    {"H5", true, phrases, {}},
    {"H6", true, phrases, {}},
    {"P", true, phrases, {}},
    {"Caption", true, caption, {}},
    {"L", false, list, {}},
    {"LI", false, item, {}},
    {"Lbl", true, phrases, {}},
    {"LBody", true, blocks, phrases},
    {"Table", false, table, {}},
    {"TR", false, row, {}},
    {"TH", true, blocks, phrases},
    {"TD", true, blocks, phrases},
    {"Figure", true, phrases, {}},
    {"Link", true, phrases, {}},
    {"Span", true, phrases, {}},
    {"Strong", true, phrases, {}},
    {"Aside", false, blocks, {}},
    {"FENote", true, blocks, phrases},
    {"Artifact", true, {}, {}},
}};

const Rule* rule_of(std::string_view type) {
    const auto* const found = std::ranges::find(rules, type, &Rule::parent);
    return found == rules.end() ? nullptr : found;
}

bool contains(Types types, std::string_view type) {
    return std::ranges::find(types, type) != types.end();
}

}  // namespace

bool is_type_of_1_7(std::string_view type) {
    static constexpr std::array<std::string_view, 4> later{"Strong", "Aside", "FENote", "Artifact"};
    return !type.empty() && rule_of(type) != nullptr && !contains(later, type);
}

bool is_type_of_2_0(std::string_view type) {
    static constexpr std::array<std::string_view, 2> gone{"BlockQuote", "Art"};
    return !type.empty() && rule_of(type) != nullptr && !contains(gone, type);
}

bool may_stand_in(std::string_view type, std::string_view parent) {
    const Rule* const rule = rule_of(parent);
    return rule && (contains(rule->first, type) || contains(rule->second, type)) &&
           !(type == "Link" && parent == "Link");
}

bool may_hold_content(std::string_view type) {
    const Rule* const rule = rule_of(type);
    return rule && rule->holds_content;
}

}  // namespace sayso::test

#include "chart/words.h"

#include <algorithm>

namespace sayso::chart {

std::string fill(std::string_view pattern, const Fillings& fillings) {
    std::string out;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos) break;
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(fillings, name, &Fillings::value_type::first);
        out += pattern.substr(0, open);
        out += found != fillings.end() ? std::string_view(found->second)
                                       : pattern.substr(open, close + 1 - open);
        pattern.remove_prefix(close + 1);
    }
    return out += pattern;
}

}  // namespace sayso::chart

// Which lines of a text changed: the longest common subsequence, with neighbours paired as before and after.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::pack {

struct LineChange {
    std::string before, after;  // one of them is empty for a line that came or went
};

std::vector<std::string> lines_of(std::string_view text);
std::vector<LineChange> line_changes(const std::vector<std::string>& before,
                                     const std::vector<std::string>& after);

}  // namespace sayso::pack

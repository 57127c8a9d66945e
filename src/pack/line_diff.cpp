#include "pack/line_diff.h"

#include <algorithm>

namespace sayso::pack {
namespace {

/// The change of a stretch between two lines that stayed: line by line, then what is left over.
void add_stretch(const std::vector<std::string>& gone, const std::vector<std::string>& came,
                 std::vector<LineChange>& out) {
    for (std::size_t i = 0; i < std::max(gone.size(), came.size()); ++i)
        out.push_back({i < gone.size() ? gone[i] : "", i < came.size() ? came[i] : ""});
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

// A document has some hundred lines, so the plain table is small.
std::vector<LineChange> line_changes(const std::vector<std::string>& before,
                                     const std::vector<std::string>& after) {
    const std::size_t width = after.size() + 1;
    std::vector<std::uint32_t> common((before.size() + 1) * width, 0);
    for (std::size_t i = before.size(); i-- > 0;) {
        for (std::size_t j = after.size(); j-- > 0;) {
            common[i * width + j] = before[i] == after[j]
                                        ? common[(i + 1) * width + j + 1] + 1
                                        : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
        }
    }
    std::vector<LineChange> out;
    std::vector<std::string> gone, came;
    std::size_t i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            add_stretch(gone, came, out);
            gone.clear(), came.clear();
            ++i, ++j;
        } else if (j == after.size() ||
                   (i < before.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            gone.push_back(before[i++]);
        } else {
            came.push_back(after[j++]);
        }
    }
    add_stretch(gone, came, out);
    return out;
}

}  // namespace sayso::pack

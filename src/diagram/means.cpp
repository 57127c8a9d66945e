#include "diagram/means.h"

#include <algorithm>

namespace sayso::diagram {
namespace {

/// In rows, a group with more words gets more of the width, within reason.
std::vector<double> width_shares(const Content& content, std::size_t first, std::size_t last,
                                 const Measures& measures) {
    std::vector<double> shares;
    double sum = 0;
    for (std::size_t i = first; i < last; ++i) {
        double words = 1;
        for (const Entry& entry : content.means[i].entries)
            words += measures.one_line(entry.text, pt(1)).pt();
        shares.push_back(words);
        sum += words;
    }
    const double mean = sum / static_cast<double>(shares.size());
    double total = 0;
    for (double& share : shares) total += share = std::clamp(share / mean, 0.75, 2.2);
    for (double& share : shares) share /= total;
    return shares;
}

void add_row(Means& means, const Content& content, std::size_t first, std::size_t last, Length width,
             const Scale& scale, const Measures& measures) {
    const std::vector<double> shares = width_shares(content, first, last, measures);
    const Length room = width - scale.gap * (static_cast<double>(last - first) - 1);
    const int row = static_cast<int>(means.rows.size());
    Length x, head, body;
    for (std::size_t i = first; i < last; ++i) {
        const Length w = room * shares[i - first];
        const int inner = last - first == 1 && w < scale.item.size * 24 ? 1 : 3;
        const CardFit fit = fit_card(content.means[i], w, inner, scale, measures);
        means.cells.push_back({row, x, w, fit});
        x += w + scale.gap;
        head = max(head, fit.head);
        body = max(body, fit.body + fit.padding);
    }
    means.rows.push_back(head + body);
    means.heads.push_back(head);
}

/// What is left over goes between the items first, then to the cards in proportion to what they hold.
Length loosening(const Means& means, Length spare, const Scale& scale) {
    Length most = scale.item.size * 0.6;
    int deepest = 0;
    for (const Means::Cell& cell : means.cells) deepest += cell.fit.deepest;
    return deepest == 0 ? Length{} : std::clamp(spare / deepest, Length{}, most);
}

}  // namespace

Means measure_means(const Content& content, std::size_t most, Length width, const Scale& scale,
                    const Measures& measures) {
    Means means;
    const std::size_t count = content.means.size();
    const std::size_t rows = (count + most - 1) / most;
    std::size_t first = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        const std::size_t last = first + (count - first) / (rows - r);
        add_row(means, content, first, last, width, scale, measures);
        first = last;
    }
    for (const Length row : means.rows) means.height += row;
    if (rows > 1) means.height += scale.gap * static_cast<double>(rows - 1);
    return means;
}

std::vector<Rect> place_means(const Means& means, const Content& content, Rect box, const Scale& scale,
                              const Measures& measures, Plan& plan) {
    std::vector<Rect> boxes;
    if (means.cells.empty()) return boxes;
    const Length spare = box.height - means.height;
    const Length loosened = loosening(means, spare, scale);
    std::vector<int> deepest(means.rows.size(), 0);
    for (const Means::Cell& cell : means.cells) {
        int& d = deepest[static_cast<std::size_t>(cell.row)];
        d = std::max(d, cell.fit.deepest);
    }
    int all = 0;
    for (const int d : deepest) all += d;
    const Length rest = spare - loosened * all;
    Length y = box.y;
    std::size_t row = 0;
    Length row_height;
    const auto height_of = [&](std::size_t r) {
        const double share =
            all == 0 ? 1.0 / static_cast<double>(deepest.size()) : deepest[r] / static_cast<double>(all);
        return means.rows[r] + loosened * deepest[r] + rest * share;
    };
    row_height = height_of(0);
    for (std::size_t i = 0; i < means.cells.size(); ++i) {
        const Means::Cell& cell = means.cells[i];
        if (static_cast<std::size_t>(cell.row) != row) {
            y += row_height + scale.gap;
            row_height = height_of(++row);
        }
        const Rect place{box.x + cell.x, y, cell.width, row_height};
        place_card(content.means[i], {place, cell.fit.columns, means.heads[row], loosened}, scale, measures,
                   plan);
        note_empty(place, cell.fit.height() + loosened * cell.fit.deepest, plan);
        boxes.push_back(place);
    }
    return boxes;
}

}  // namespace sayso::diagram

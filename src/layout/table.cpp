// Tables: column widths, rows, and header rows that are shown again on further pages.
#include <algorithm>
#include <numeric>

#include "layout/flow_builder.h"

namespace sayso::layout {
namespace {

int span_of(const doc::Document& document, NodeId cell) {
    const doc::TableCell* kind = document.get<doc::TableCell>(cell);
    return kind ? std::max(kind->column_span, 1) : 1;
}

std::size_t column_count(const doc::Document& document, NodeId table) {
    std::size_t most = 1;
    for (const NodeId row : document[table].children) {
        std::size_t columns = 0;
        for (const NodeId cell : document[row].children)
            columns += static_cast<std::size_t>(span_of(document, cell));
        most = std::max(most, columns);
    }
    return most;
}

/// The least width at which no word of a block sticks out.
Length least_width(Typesetter& typesetter, NodeId id) {
    const doc::Document& document = typesetter.document();
    const doc::Node& node = document[id];
    Length least;
    if (document.get<doc::Paragraph>(id) || document.get<doc::Heading>(id) ||
        document.get<doc::Caption>(id)) {
        least = typesetter.longest_word(id);
    } else {
        for (const NodeId child : node.children) {
            if (!document.get<doc::Text>(child) && !document.get<doc::Link>(child))
                least = max(least, least_width(typesetter, child));
        }
    }
    if (document.get<doc::List>(id)) least += typesetter.labels(id).indent;
    return least + insets(node.box, 1).across() + node.box.margin.left + node.box.margin.right;
}

std::vector<Length> least_widths(Typesetter& typesetter, NodeId table, std::size_t columns) {
    const doc::Document& document = typesetter.document();
    std::vector<Length> least(columns);
    // Cells of one column first, then what spanning cells need beyond those.
    for (const bool spanning : {false, true}) {
        for (const NodeId row : document[table].children) {
            std::size_t column = 0;
            for (const NodeId cell : document[row].children) {
                const auto span = static_cast<std::size_t>(span_of(document, cell));
                if ((span > 1) == spanning) {
                    const auto from = least.begin() + static_cast<std::ptrdiff_t>(column);
                    const auto to = from + static_cast<std::ptrdiff_t>(span);
                    const Length lacking =
                        least_width(typesetter, cell) - std::accumulate(from, to, Length{});
                    if (lacking > Length{})
                        std::for_each(from, to, [&](Length& w) { w += lacking / static_cast<double>(span); });
                }
                column += span;
            }
        }
    }
    return least;
}

std::vector<Length> shared_widths(const doc::Table& table, std::size_t columns, Length width) {
    std::vector<double> shares = table.widths;
    shares.resize(columns, shares.empty() ? 1.0 : 0.0);
    // A column without a share takes the mean of the others.
    const auto given = std::count_if(shares.begin(), shares.end(), [](double s) { return s > 0; });
    const double positive = std::accumulate(shares.begin(), shares.end(), 0.0,
                                            [](double sum, double s) { return sum + std::max(s, 0.0); });
    const double mean = given > 0 ? positive / static_cast<double>(given) : 1;
    for (double& share : shares) share = share > 0 ? share : mean;
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<Length> widths;
    for (const double share : shares) widths.push_back(width * (share / all));
    return widths;
}

}  // namespace

std::vector<Length> table_widths(Typesetter& typesetter, NodeId table, Length width) {
    const doc::Document& document = typesetter.document();
    const std::size_t columns = column_count(document, table);
    std::vector<Length> widths = shared_widths(*document.get<doc::Table>(table), columns, width);
    const std::vector<Length> least = least_widths(typesetter, table, columns);
    const Length needed = std::accumulate(least.begin(), least.end(), Length{});
    if (needed > width) {  // it cannot be met: every column falls short in proportion
        for (std::size_t i = 0; i < columns; ++i) widths[i] = width * (least[i] / needed);
        return widths;
    }
    Length lacking, spare;
    for (std::size_t i = 0; i < columns; ++i) {
        lacking += max(least[i] - widths[i], Length{});
        spare += max(widths[i] - least[i], Length{});
    }
    if (lacking <= Length{}) return widths;
    const double taken = lacking / spare;
    for (std::size_t i = 0; i < columns; ++i)
        widths[i] = max(widths[i], least[i]) - max(widths[i] - least[i], Length{}) * taken;
    return widths;
}

void FlowBuilder::table(NodeId id, Lane lane) {
    const std::vector<Length> widths = table_widths(typesetter_, id, lane.width);
    const auto header_rows =
        static_cast<std::size_t>(std::max(typesetter_.document().get<doc::Table>(id)->header_rows, 0));
    const std::vector<NodeId>& rows = node(id).children;
    const std::size_t first = flow_.pieces.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        at_price(i > 0 && i <= header_rows ? price::forbidden : price::row);
        table_row(rows[i], widths, lane);
        if (i + 1 != header_rows || i + 1 == rows.size()) continue;
        TableHeader header{first, flow_.pieces.size(), height_since(first, decoration_)};
        // A header that fills much of the page would leave too little for the rows.
        if (header.height * 4 > capacity_) continue;
        repeat_ = static_cast<int>(flow_.headers.size());
        flow_.headers.push_back(header);
    }
    repeat_ = none;
}

void FlowBuilder::table_row(NodeId row, const std::vector<Length>& widths, Lane lane) {
    std::vector<Cell> cells;
    std::vector<SetCell> set;
    std::size_t column = 0;
    Length x = lane.x;
    for (const NodeId cell : node(row).children) {
        const std::size_t end =
            std::min(column + static_cast<std::size_t>(span_of(typesetter_.document(), cell)), widths.size());
        Length width;
        for (; column < end; ++column) width += widths[column];
        cells.push_back({cell, {x, width}});
        set.push_back(set_cell(cells.back()));
        x += width;
    }
    add_row(row, cells, std::move(set), &node(row).box, lane);
}

}  // namespace sayso::layout

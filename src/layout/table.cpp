// Tables: column widths, rows, and header rows that are shown again on further pages.
#include <algorithm>
#include <numeric>

#include "layout/flow_builder.h"

namespace sayso::layout {
namespace {

std::size_t column_count(const doc::Document& document, NodeId table) {
    std::size_t most = 1;
    for (const NodeId row : document[table].children) {
        if (document.get<doc::TableRow>(row)) most = std::max(most, document[row].children.size());
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
    for (const NodeId row : document[table].children) {
        if (!document.get<doc::TableRow>(row)) continue;
        const std::vector<NodeId>& cells = document[row].children;
        for (std::size_t i = 0; i < cells.size(); ++i)
            least[i] = max(least[i], least_width(typesetter, cells[i]));
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
    const doc::Document& document = typesetter_.document();
    const auto header_rows = static_cast<std::size_t>(std::max(document.get<doc::Table>(id)->header_rows, 0));
    const auto rows = static_cast<std::size_t>(
        std::count_if(node(id).children.begin(), node(id).children.end(),
                      [&](NodeId child) { return document.get<doc::TableRow>(child) != nullptr; }));
    std::size_t first = heading_before(), row = 0;
    for (const NodeId child : node(id).children) {
        if (document.get<doc::Caption>(child)) {
            block(child, lane);
            glue();
            first = flow_.pieces.size();
            continue;
        }
        const bool lone = row == header_rows + 1 || (row + 1 == rows && row > header_rows);
        at_price(row > 0 && row <= header_rows ? price::forbidden : lone ? price::lone_item : price::row);
        table_row(child, widths, lane);
        if (++row != header_rows || child == node(id).children.back()) continue;
        TableHeader header{first, flow_.pieces.size(), height_since(first, decoration_)};
        // A header that fills much of the page would leave too little for the rows.
        if (header.height * 4 > capacity_) continue;
        repeat_ = static_cast<int>(flow_.headers.size());
        flow_.headers.push_back(header);
    }
    repeat_ = none;
}

/// The first piece of the heading that a table stands right under, which is shown again with its header; the
/// next piece where there is none.
std::size_t FlowBuilder::heading_before() const {
    std::size_t first = flow_.pieces.size();
    if (price_ < price::forbidden || first == 0) return first;
    const NodeId before = flow_.pieces.back().node;
    if (!typesetter_.document().get<doc::Heading>(before)) return first;
    while (first > 0 && flow_.pieces[first - 1].node == before &&
           flow_.pieces[first - 1].decoration == decoration_ && flow_.pieces[first - 1].columns == columns_)
        --first;
    return first;
}

void FlowBuilder::table_row(NodeId row, const std::vector<Length>& widths, Lane lane) {
    std::vector<Cell> cells;
    std::vector<SetCell> set;
    Length x = lane.x;
    for (std::size_t i = 0; i < node(row).children.size(); ++i) {
        cells.push_back({node(row).children[i], {x, widths[i]}});
        set.push_back(set_cell(cells.back()));
        x += widths[i];
    }
    add_row(row, cells, std::move(set), &node(row).box, lane);
}

}  // namespace sayso::layout

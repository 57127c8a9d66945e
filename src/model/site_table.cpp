#include "model/site_table.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/csv.h"
#include "model/check.h"
#include "model/loading.h"

namespace sayso::model {
namespace {

/// The keys of a site that hold keys of their own; a column names both, as "contact-phone".
constexpr std::array<std::string_view, 2> record_keys{"contact", "second-contact"};

/// The record that a column belongs to, and its key there; nothing for a column that is a site's own.
std::optional<std::pair<std::string, std::string>> in_record(const std::string& column) {
    for (const std::string_view key : record_keys) {
        if (!column.starts_with(key) || column.size() <= key.size() || column[key.size()] != '-') continue;
        return std::pair(std::string(key), column.substr(key.size() + 1));
    }
    return std::nullopt;
}

std::vector<std::string> column_names() {
    std::vector<std::string> names;
    for (const std::string& key : keys_of(load::Reader<Site>::record())) {
        if (std::find(record_keys.begin(), record_keys.end(), key) == record_keys.end()) names.push_back(key);
    }
    for (const std::string_view record : record_keys) {
        for (const std::string& key : keys_of(load::Reader<Contact>::record()))
            names.push_back(fmt::format("{}-{}", record, key));
    }
    return names;
}

bool is_list(std::string_view column) {
    return column == "strands" || column == "groups";
}

/// "Contact name" as "contact-name": people head a table as they would a letter.
std::string column_of(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ' ' || c == '_') c = '-';
    }
    return text;
}

load::Value scalar(const load::Cell& cell, std::string text) {
    load::Value value;
    value.kind = load::Value::Kind::scalar;
    value.scalar = std::move(text);
    value.quoted = true;
    value.span = cell.span;
    return value;
}

/// "north south" as a list; commas and semicolons part words too.
load::Value words_of(const load::Cell& cell) {
    load::Value list;
    list.kind = load::Value::Kind::sequence;
    list.span = cell.span;
    std::string word;
    for (const char c : cell.text + " ") {
        if (c != ' ' && c != ',' && c != ';') {
            word += c;
        } else if (!word.empty()) {
            list.items.push_back(scalar(cell, std::exchange(word, {})));
        }
    }
    return list;
}

load::Value empty_map(Span span) {
    load::Value map;
    map.kind = load::Value::Kind::map;
    map.span = span;
    return map;
}

bool is_needed(std::string_view column) {
    return column == "id" || column == "name";
}

/// The row as the YAML of a site would have been, so that one table of fields reads both.
load::Value value_of(const load::Row& row, const std::vector<load::Cell>& header) {
    load::Value site = empty_map(row.cells.front().span);
    for (std::size_t i = 0; i < std::min(row.cells.size(), header.size()); ++i) {
        const load::Cell& cell = row.cells[i];
        const std::string& column = header[i].text;
        if (column.empty() || (cell.text.empty() && !is_needed(column))) continue;
        if (const auto inner = in_record(column)) {
            if (site.find(inner->first) == nullptr)
                site.entries.push_back({inner->first, cell.span, empty_map(cell.span)});
            site.find(inner->first)
                ->entries.push_back({inner->second, header[i].span, scalar(cell, cell.text)});
        } else {
            site.entries.push_back(
                {column, header[i].span, is_list(column) ? words_of(cell) : scalar(cell, cell.text)});
        }
    }
    return site;
}

/// Columns that mean nothing would be left out of every document in silence.
bool check_header(const std::vector<load::Cell>& header, Diagnostics& diagnostics) {
    const std::vector<std::string> known = column_names();
    std::map<std::string, Span> seen;
    bool good = true;
    std::vector<std::string> meant;  // by columns that are misspelt, which are told of once
    for (const load::Cell& cell : header) {
        if (cell.text.empty()) continue;  // only its cells can be at fault
        const std::string column = column_of(cell.text);
        if (std::find(known.begin(), known.end(), column) == known.end()) {
            diagnostics.error("unknown-column", cell.span,
                              fmt::format("unknown column \"{}\"", load::clipped(cell.text)),
                              suggestion(column, known));
            meant.push_back(nearest(column, known).value_or(""));
            good = false;
        } else if (!seen.emplace(column, cell.span).second) {
            diagnostics.error("duplicate-column", cell.span,
                              fmt::format("the column \"{}\" stands there twice", cell.text),
                              "remove one of them");
            good = false;
        }
    }
    for (const char* needed : {"id", "name"}) {
        if (seen.contains(needed) || std::find(meant.begin(), meant.end(), needed) != meant.end()) continue;
        diagnostics.error("missing-column", header.front().span,
                          fmt::format("the table has no column \"{}\"", needed),
                          "write its name into the first row");
        good = false;
    }
    return good;
}

class RowReader {
  public:
    RowReader(const std::vector<load::Cell>& header, Service& service) : header_(header), service_(service) {
        for (const Site& site : service.sites) ids_.emplace(site.id.text, site.id.span);
    }

    void read(load::Row row) {
        Diagnostics faults;
        pad(row);
        check_columns(row, faults);
        Site site;
        load::Reader<Site>::read(value_of(row, header_), site, {faults, "the row"});
        check_id(site, faults);
        check_site_names(site, faults);
        site.row = fmt::format("row {}", row.number);
        site.strands_cell = cell_of_column(row, "strands");
        if (!faults.has_errors()) return service_.sites.push_back(std::move(site));
        service_.faulty_sites.push_back({site.id.text, site.row, site.groups, with_cells(row, faults)});
    }

  private:
    /// A row may end before the table does; each cell that it lacks is an empty one behind its end.
    void pad(load::Row& row) const {
        while (row.cells.size() < header_.size()) {
            Span span = row.cells.back().span;
            span.column += span.length + 1;
            span.length = 1;
            row.cells.push_back({{}, span});
        }
    }

    /// What stands in no named column would be left out in silence.
    void check_columns(const load::Row& row, Diagnostics& faults) const {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool named = i < header_.size() && !header_[i].text.empty();
            if (named || row.cells[i].text.empty()) continue;
            faults.error("too-many-cells", row.cells[i].span, "this cell stands in a column without a name",
                         "put a cell that holds a comma in quotes, or name the column in the first row");
            return;
        }
    }

    void check_id(const Site& site, Diagnostics& faults) {
        if (site.id.empty()) return;
        check_site_id(site.id, faults);
        const auto [first, is_new] = ids_.emplace(site.id.text, site.id.span);
        if (is_new) return;
        Diagnostic& fault = faults.error(
            "duplicate-id", site.id.span,
            fmt::format("the id \"{}\" belongs to another site already", load::clipped(site.id.text)),
            "give each site its own id");
        fault.notes.push_back({first->second, "the first is here"});
    }

    /// Each fault with the name that a spreadsheet has for its cell, and what to do there rather than in
    /// YAML.
    Diagnostics with_cells(const load::Row& row, const Diagnostics& faults) const {
        Diagnostics out;
        for (Diagnostic one : faults.items()) {
            if (one.code == "missing-key") missing_contact(row, one);
            if (one.code == "missing-value") {
                one.message = "this cell is empty";
                one.hint = "every site needs an id and a name";
            }
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (row.cells[i].span != one.span) continue;
                one.message = fmt::format("{}: {}", cell_words(row, i), one.message);
                break;
            }
            out.add(std::move(one));
        }
        return out;
    }

    /// The one key besides a site's own that a row can lack: the name of whom its other cells tell how to
    /// reach.
    void missing_contact(const load::Row& row, Diagnostic& fault) const {
        const auto first = std::find_if(row.cells.begin(), row.cells.end(),
                                        [&](const load::Cell& cell) { return cell.span == fault.span; });
        const auto place = static_cast<std::size_t>(first - row.cells.begin());
        const auto inner = place < header_.size() ? in_record(header_[place].text) : std::nullopt;
        if (!inner) return;
        const std::string column = inner->first + "-name";
        fault.message = "whom to reach here has no name";
        fault.hint = fmt::format("write it into the column {}", column);
        if (const auto name = place_of(row, column)) {
            fault.span = row.cells[*name].span;
        } else {
            fault.hint = fmt::format("add a column {}, and write it there", column);
        }
    }

    /// Which of the row's cells stands in a column.
    std::optional<std::size_t> place_of(const load::Row& row, std::string_view column) const {
        for (std::size_t i = 0; i < std::min(row.cells.size(), header_.size()); ++i) {
            if (header_[i].text == column) return i;
        }
        return std::nullopt;
    }

    /// "cell B4 (name)".
    std::string cell_words(const load::Row& row, std::size_t i) const {
        const bool named = i < header_.size() && !header_[i].text.empty();
        return fmt::format("cell {}{}", cell_name(i, row.number),
                           named ? fmt::format(" ({})", header_[i].text) : std::string());
    }

    std::string cell_of_column(const load::Row& row, std::string_view column) const {
        const auto place = place_of(row, column);
        return place ? cell_words(row, *place) : std::string();
    }

    const std::vector<load::Cell>& header_;
    Service& service_;
    std::map<std::string, Span> ids_;
};

}  // namespace

void add_sites(std::uint32_t source, std::string_view text, Service& service, Diagnostics& diagnostics) {
    auto table = load::parse_csv(source, text, diagnostics);
    if (!table || !check_header(table->header, diagnostics)) return;
    for (load::Cell& cell : table->header) cell.text = column_of(std::move(cell.text));
    if (table->rows.empty()) {
        diagnostics.error("empty-table", table->header.front().span, "the table names no site",
                          "write a site into each row below the headings, or take `sites-file` out");
        return;
    }
    RowReader reader(table->header, service);
    for (const load::Row& row : table->rows) reader.read(row);
}

void drop_faulty_sites(Service& service, const Approach& approach) {
    std::vector<Site> good;
    for (Site& site : service.sites) {
        Diagnostics found, faults;
        if (!site.row.empty()) check_strands(site.strands, approach, found);
        for (Diagnostic one : found.items()) {
            one.message = fmt::format("{}: {}", site.strands_cell, one.message);
            faults.add(std::move(one));
        }
        if (faults.has_errors()) {
            service.faulty_sites.push_back({site.id.text, site.row, site.groups, std::move(faults)});
        } else {
            good.push_back(std::move(site));
        }
    }
    service.sites = std::move(good);
}

}  // namespace sayso::model

#include "evidence/records.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/trimmed.h"

namespace sayso::evidence {
namespace {

constexpr std::size_t rows_above = 20;  // where the headings may stand

load::Value scalar(const load::Cell& cell, std::string text, bool quoted) {
    load::Value value;
    value.kind = load::Value::Kind::scalar;
    value.scalar = std::move(text);
    value.quoted = quoted;
    value.span = cell.span;
    return value;
}

load::Value map_at(Span span) {
    load::Value map;
    map.kind = load::Value::Kind::map;
    map.span = span;
    return map;
}

load::Value list_of(const load::Cell& cell) {
    load::Value list;
    list.kind = load::Value::Kind::sequence;
    list.span = cell.span;
    std::string_view rest = cell.text;
    while (!rest.empty()) {
        const auto end = rest.find_first_of(",;");
        const std::string_view item = trimmed(rest.substr(0, end));
        if (!item.empty()) list.items.push_back(scalar(cell, std::string(item), true));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return list;
}

load::Value cell_value(const load::Cell& cell, const load::FieldShape& field) {
    using Kind = load::Shape::Kind;
    switch (field.shape.kind) {
        case Kind::list:
            return list_of(cell);
        case Kind::boolean:
            return scalar(cell, cell.text == "yes" ? "true" : cell.text == "no" ? "false" : cell.text, false);
        case Kind::integer:
        case Kind::number:
            return scalar(cell, cell.text, false);
        default:
            return scalar(cell, cell.text, true);
    }
}

const load::FieldShape* field_named(const load::RecordShape& shape, std::string_view key) {
    const auto found = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const load::FieldShape& field) { return field.key == key; });
    return found == shape.fields.end() ? nullptr : &*found;
}

void put(load::Value& record, const load::RecordShape& shape, const std::string& heading,
         const load::Cell& cell) {
    if (const load::FieldShape* field = field_named(shape, heading);
        field != nullptr && field->shape.kind != load::Shape::Kind::record) {
        record.entries.push_back({heading, cell.span, cell_value(cell, *field)});
        return;
    }
    for (const load::FieldShape& field : shape.fields) {
        if (field.shape.kind != load::Shape::Kind::record || !heading.starts_with(field.key + "-")) continue;
        if (record.find(field.key) == nullptr)
            record.entries.push_back({field.key, cell.span, map_at(cell.span)});
        put(*record.find(field.key), field.shape.record(), heading.substr(field.key.size() + 1), cell);
        return;
    }
}

}  // namespace

std::string heading_of(std::string_view text) {
    std::string out;
    for (const char each : text) {
        const char c = each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
            out += c;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    if (out.ends_with('-')) out.pop_back();
    return out;
}

std::optional<std::size_t> Headings::column(std::string_view name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<Headings> find_headings(const sheet::Sheet& sheet, const std::vector<std::string>& keys) {
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), rows_above); ++row) {
        Headings headings{row, {}};
        for (const load::Cell& cell : sheet.rows[row].cells) headings.names.push_back(heading_of(cell.text));
        const bool names_one = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
            return headings.column(key).has_value();
        });
        if (names_one) return headings;
    }
    return std::nullopt;
}

std::vector<std::string> headings_of(const load::RecordShape& shape) {
    std::vector<std::string> out;
    for (const load::FieldShape& field : shape.fields) {
        if (field.shape.kind != load::Shape::Kind::record) {
            out.push_back(field.key);
            continue;
        }
        for (const std::string& inner : headings_of(field.shape.record()))
            out.push_back(field.key + "-" + inner);
    }
    return out;
}

load::Value value_of(const load::Row& row, const Headings& headings, const load::RecordShape& shape) {
    load::Value record = map_at(row.cells.front().span);
    for (std::size_t i = 0; i < std::min(row.cells.size(), headings.names.size()); ++i)
        if (!row.cells[i].text.empty()) put(record, shape, headings.names[i], row.cells[i]);
    return record;
}

void add_with_cells(const Diagnostics& faults, const sheet::Sheet& sheet, const load::Row& row,
                    const Headings& headings, Diagnostics& out) {
    for (Diagnostic one : faults.items()) {
        for (std::size_t i = 0; i < row.cells.size() && !sheet.of_workbook; ++i) {
            if (row.cells[i].span != one.span) continue;
            const std::string& name = i < headings.names.size() ? headings.names[i] : std::string();
            one.message = fmt::format("cell {}{}: {}", cell_name(i, row.number),
                                      name.empty() ? "" : fmt::format(" ({})", name), one.message);
            break;
        }
        out.add(std::move(one));
    }
}

}  // namespace sayso::evidence

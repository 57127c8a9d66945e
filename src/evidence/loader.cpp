#include "evidence/loader.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "evidence/fields.h"
#include "evidence/records.h"
#include "evidence/value_table.h"
#include "load/value.h"

namespace sayso::evidence {
namespace {

/// Sheets of records, by name; of values, by any other that is "values", and any other CSV file.
template <class T>
void add_records(const sheet::Sheet& sheet, std::vector<T>& into, Diagnostics& diagnostics) {
    const load::RecordShape& shape = load::Reader<T>::record();
    const std::vector<std::string> keys = headings_of(shape);
    const auto headings = find_headings(sheet, {"id"});
    if (!headings) {
        if (!sheet.rows.empty())
            diagnostics.error("missing-column", sheet.rows.front().cells.front().span,
                              "no row of the sheet names a column \"id\"",
                              "head the columns as `sayso evidence new` does");
        return;
    }
    const load::Row& head = sheet.rows[headings->row];
    for (std::size_t i = 0; i < headings->names.size(); ++i) {
        const std::string& name = headings->names[i];
        if (name.empty() || std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
        diagnostics.error("unknown-column", head.cells[i].span,
                          fmt::format("unknown column \"{}\"", load::clipped(head.cells[i].text)),
                          suggestion(name, keys));
    }
    for (std::size_t i = headings->row + 1; i < sheet.rows.size(); ++i) {
        const load::Value record = value_of(sheet.rows[i], *headings, shape);
        const load::Value* id = record.find("id");
        if (id != nullptr && id->scalar == example_id) continue;
        Diagnostics faults;
        T out;
        load::Reader<T>::read(record, out, {faults, "the row"});
        add_with_cells(faults, sheet, sheet.rows[i], *headings, diagnostics);
        if (!faults.has_errors()) into.push_back(std::move(out));
    }
}

/// True when the sheet's name tells that it holds records.
bool add_records(const sheet::Sheet& sheet, Evidence& evidence, Diagnostics& diagnostics) {
    const std::string name = heading_of(sheet.name);
    if (name == "indicators") return add_records(sheet, evidence.indicators, diagnostics), true;
    if (name == "voices") return add_records(sheet, evidence.voices, diagnostics), true;
    if (name == "photos") return add_records(sheet, evidence.photos, diagnostics), true;
    if (name == "references") return add_records(sheet, evidence.references, diagnostics), true;
    if (name == "costs") return add_records(sheet, evidence.costs, diagnostics), true;
    return false;
}

bool holds_values(const sheet::Sheet& sheet) {
    return !sheet.of_workbook || heading_of(sheet.name).starts_with("values");
}

/// Records first, whichever file they stand in: values name them.
void add_sheets(const std::vector<sheet::Sheet>& sheets, const Known& known, Evidence& evidence,
                Diagnostics& diagnostics) {
    std::vector<const sheet::Sheet*> of_values;
    for (const sheet::Sheet& sheet : sheets)
        if (!add_records(sheet, evidence, diagnostics) && holds_values(sheet)) of_values.push_back(&sheet);
    for (const sheet::Sheet* sheet : of_values) read_values(*sheet, known, evidence, diagnostics);
    settle_values(evidence, diagnostics);
    check_evidence(evidence, known, diagnostics);
}

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
    for (T& each : from) to.push_back(std::move(each));
}

class FolderReader {
  public:
    FolderReader(const Env& env, const Known& known, SourceMap& sources, Diagnostics& diagnostics)
        : env_(env), known_(known), sources_(sources), diagnostics_(diagnostics) {}

    Evidence read(const std::string& folder) {
        for (const std::string& name : env_.list(folder)) {
            const std::string path = join_path(folder, name);
            if (name.starts_with('.') || name.starts_with("~$") || !env_.is_file(path)) continue;
            const std::string ending = heading_of(name.substr(std::min(name.rfind('.'), name.size())));
            if (ending == "yaml") read_yaml(path);
            if (ending == "csv" || ending == "tsv" || ending.starts_with("xls") || ending == "ods")
                read_sheet_file(path);
            if (ending == "yml")
                diagnostics_.error("misnamed-file", {}, fmt::format("\"{}\" would not be read", path),
                                   fmt::format("rename it to \"{}.yaml\"", name.substr(0, name.size() - 4)));
        }
        add_sheets(sheets_, known_, evidence_, diagnostics_);
        return std::move(evidence_);
    }

  private:
    std::optional<std::string> bytes_of(const std::string& path, std::size_t most) {
        auto bytes = env_.read(path, most);
        if (auto* text = std::get_if<std::string>(&bytes)) return std::move(*text);
        const IoError& fault = std::get<IoError>(bytes);
        diagnostics_.error("cannot-read", {}, fmt::format("cannot read \"{}\": {}", path, fault.reason),
                           fault.hint_or("look whether it opens in an editor"));
        return std::nullopt;
    }

    void read_yaml(const std::string& path) {
        const auto text = bytes_of(path, limits::yaml_file_bytes);
        if (!text) return;
        const auto value = load::parse_yaml(sources_.add(path, *text), *text, {}, diagnostics_);
        if (!value || value->kind == load::Value::Kind::null) return;
        File file;
        load::Reader<File>::read(*value, file, {diagnostics_, "the file"});
        append(evidence_.indicators, std::move(file.indicators));
        append(evidence_.voices, std::move(file.voices));
        append(evidence_.photos, std::move(file.photos));
        append(evidence_.references, std::move(file.references));
        append(evidence_.costs, std::move(file.costs));
        if (value->find("disclosure") != nullptr) evidence_.disclosure = file.disclosure;
    }

    void read_sheet_file(const std::string& path) {
        const auto bytes = bytes_of(path, limits::sheet_file_bytes);
        if (!bytes) return;
        if (auto sheets = sheet::read_sheets(path, *bytes, sources_, diagnostics_))
            append(sheets_, std::move(*sheets));
    }

    const Env& env_;
    const Known& known_;
    SourceMap& sources_;
    Diagnostics& diagnostics_;
    std::vector<sheet::Sheet> sheets_;
    Evidence evidence_;
};

}  // namespace

void load_sheets(const std::string& path, std::string_view bytes, const Known& known, Evidence& evidence,
                 SourceMap& sources, Diagnostics& diagnostics) {
    if (const auto sheets = sheet::read_sheets(path, bytes, sources, diagnostics))
        add_sheets(*sheets, known, evidence, diagnostics);
}

Evidence load_evidence(const Env& env, const std::string& folder, const Known& known, SourceMap& sources,
                       Diagnostics& diagnostics) {
    return FolderReader(env, known, sources, diagnostics).read(folder);
}

}  // namespace sayso::evidence

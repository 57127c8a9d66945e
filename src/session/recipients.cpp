#include "session/recipients.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "evidence/records.h"
#include "load/fields.h"
#include "model/fields.h"
#include "model/project_files.h"
#include "sheet/sheet.h"
#include "text/plain_name.h"

namespace sayso {
namespace model {

const Fields<Recipient>& fields_of(const Recipient*) {
    using load::required;
    static const Fields<Recipient> table(
        "recipient", "A person whom a letter goes to.",
        {{"name", &Recipient::name, "As a letter begins: \"Dear\" and this.", required},
         {"role", &Recipient::role, "What they do there."},
         {"organisation", &Recipient::organisation, "Where they work."},
         {"audience", &Recipient::audience, "The reader whose letter they get.", required | load::kebab},
         {"site", &Recipient::site, "The site that the letter comes from.", load::kebab}});
    return table;
}

}  // namespace model

namespace {

/// Of a project's folder: the first that is there.
constexpr std::array<const char*, 2> table_names{"recipients.csv", "recipients.xlsx"};

class RecipientReader {
  public:
    RecipientReader(const model::Project& project, const std::vector<std::string>& audiences,
                    Diagnostics& diagnostics)
        : audiences_(audiences), diagnostics_(diagnostics) {
        if (!project.service) return;
        for (const model::Site& site : project.service->sites) sites_.push_back(site.id.text);
        for (const model::FaultySite& site : project.service->faulty_sites) faulty_.insert(site.id);
    }

    std::vector<model::Recipient> read(const std::vector<sheet::Sheet>& sheets) {
        for (const sheet::Sheet& sheet : sheets) {
            if (const auto headings = evidence::find_headings(sheet, {"name"})) {
                read(sheet, *headings);
                return std::move(out_);
            }
        }
        if (!sheets.empty() && !sheets.front().rows.empty())
            diagnostics_.error("missing-column", sheets.front().rows.front().cells.front().span,
                               "the table of recipients has no column \"name\"",
                               "head the columns name, role, organisation, audience and site");
        return {};
    }

  private:
    static const load::RecordShape& shape() { return load::Reader<model::Recipient>::record(); }

    void read(const sheet::Sheet& sheet, const evidence::Headings& headings) {
        if (!check(headings, sheet.rows[headings.row])) return;
        for (std::size_t i = headings.row + 1; i < sheet.rows.size(); ++i) {
            const load::Row& row = sheet.rows[i];
            Diagnostics faults;
            model::Recipient one;
            load::Reader<model::Recipient>::read(evidence::value_of(row, headings, shape()), one,
                                                 {faults, "the row"});
            check_cells(row, headings, faults);
            check_names(one, faults);
            evidence::add_with_cells(faults, sheet, row, headings, diagnostics_);
            if (!faults.has_errors()) out_.push_back(std::move(one));
        }
    }

    /// Columns that mean nothing would be left out of every letter in silence.
    bool check(const evidence::Headings& headings, const load::Row& row) {
        const std::vector<std::string> known = evidence::headings_of(shape());
        std::set<std::string> seen;
        const std::size_t before = diagnostics_.errors();
        for (std::size_t i = 0; i < headings.names.size(); ++i) {
            const std::string& name = headings.names[i];
            if (name.empty()) continue;
            const load::Cell& cell = row.cells[i];
            if (std::find(known.begin(), known.end(), name) == known.end())
                diagnostics_.error("unknown-column", cell.span,
                                   fmt::format("unknown column \"{}\"", load::clipped(cell.text)),
                                   suggestion(name, known));
            else if (!seen.insert(name).second)
                diagnostics_.error("duplicate-column", cell.span,
                                   fmt::format("the column \"{}\" stands there twice", cell.text),
                                   "remove one of them");
        }
        if (diagnostics_.errors() == before && !seen.contains("audience"))
            diagnostics_.error("missing-column", row.cells.front().span,
                               "the table has no column \"audience\"",
                               "add it, with one of the readers of `sayso list audiences` in each row");
        return diagnostics_.errors() == before;
    }

    /// What stands in no named column would be left out in silence.
    static void check_cells(const load::Row& row, const evidence::Headings& headings, Diagnostics& faults) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool named = i < headings.names.size() && !headings.names[i].empty();
            if (named || row.cells[i].text.empty()) continue;
            faults.error("too-many-cells", row.cells[i].span, "this cell stands in a column without a name",
                         "put a cell that holds a comma in quotes, or name the column in the first row");
            return;
        }
    }

    void check_names(const model::Recipient& one, Diagnostics& faults) const {
        const auto holds = [](const std::vector<std::string>& all, const model::Words& id) {
            return std::find(all.begin(), all.end(), id.text) != all.end();
        };
        if (!one.audience.empty() && !holds(audiences_, one.audience))
            faults.error("unknown-id", one.audience.span,
                         fmt::format("there is no audience \"{}\"", load::clipped(one.audience.text)),
                         suggestion(one.audience.text, audiences_));
        if (!one.site || holds(sites_, *one.site)) return;
        if (faulty_.contains(one.site->text))
            faults.error("faulty-site", one.site->span,
                         fmt::format("the site \"{}\" cannot be used", one.site->text),
                         "mend its row in the table of sites first");
        else
            faults.error("unknown-id", one.site->span,
                         fmt::format("there is no site \"{}\"", load::clipped(one.site->text)),
                         suggestion(one.site->text, sites_));
    }

    const std::vector<std::string>& audiences_;
    Diagnostics& diagnostics_;
    std::vector<std::string> sites_;
    std::set<std::string> faulty_;
    std::vector<model::Recipient> out_;
};

/// Two people of one name are told apart by a number, in the order of the table.
void name_files(std::vector<model::Recipient>& all) {
    std::vector<std::string> names;
    for (const model::Recipient& one : all) names.push_back(one.name.text);
    names = text::plain_names(names);
    std::set<std::string> taken;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string name = names[i].empty() ? "reader" : names[i];
        std::string file = name;
        for (int n = 2; !taken.insert(file).second; ++n) file = fmt::format("{}-{}", name, n);
        all[i].file = std::move(file);
    }
}

/// The table that there is; an error where both are, since one of them would be left out.
std::optional<model::Words> table_of(const Env& env, const model::Project& project,
                                     Diagnostics& diagnostics) {
    std::optional<model::Words> found;
    for (const char* name : table_names) {
        if (!env.is_file(join_path(project.folder, name))) continue;
        if (found)
            diagnostics.error("two-tables", {},
                              fmt::format("there are two tables of recipients, {} and {}", found->text, name),
                              "keep the one that you write in");
        else
            found = model::Words{name, {}, {}};
    }
    return found;
}

}  // namespace

std::vector<model::Recipient> read_recipients(const Env& env, const model::Project& project,
                                              const std::vector<std::string>& audiences, SourceMap& sources,
                                              Diagnostics& diagnostics) {
    if (project.folder.empty()) return {};
    const auto name = table_of(env, project, diagnostics);
    if (!name) return {};
    const auto bytes = model::read_project_file(env, project, *name, limits::sheet_file_bytes, diagnostics);
    if (!bytes) return {};
    const auto sheets =
        sheet::read_sheets(join_path(project.folder, name->text), *bytes, sources, diagnostics);
    if (!sheets) return {};
    std::vector<model::Recipient> out = RecipientReader(project, audiences, diagnostics).read(*sheets);
    name_files(out);
    return out;
}

}  // namespace sayso

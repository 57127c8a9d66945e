// `sayso evidence new`, `sayso evidence check` and `sayso list evidence`.

#include <fmt/format.h>

#include "env/limits.h"
#include "evidence/book.h"
#include "session/evidence_lines.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

/// The project that a sheet lies in the evidence folder of.
std::string project_of_sheet(const Env& env, const std::string& sheet) {
    const std::string project = join_path(folder_of(sheet), "..");
    return name_of(folder_of(sheet)) == "evidence" && env.is_file(join_path(project, "sayso.yaml")) ? project
                                                                                                    : "";
}

Report check_alone(const Env& env, const std::string& path) {
    SourceMap sources;
    Diagnostics diagnostics;
    const auto read = env.read(path, limits::sheet_file_bytes);
    if (const auto* fault = std::get_if<IoError>(&read)) {
        diagnostics.error("cannot-read", {}, fmt::format("cannot read \"{}\": {}", path, fault->reason),
                          fault->hint_or("look whether it opens in a spreadsheet"));
        return make_report({}, diagnostics, sources);
    }
    evidence::Known known;
    known.any_site = true;
    known.today = evidence::day_of(env.now());
    evidence::Evidence evidence;
    evidence::load_sheets(path, std::get<std::string>(read), known, evidence, sources, diagnostics);
    return make_report({}, diagnostics, sources);
}

}  // namespace

Report Session::new_evidence() const {
    Catalogue catalogue = impl_->catalogue();
    Diagnostics& diagnostics = catalogue.diagnostics();
    const ProjectEvidence* evidence = catalogue.project() != nullptr ? catalogue.evidence() : nullptr;
    if (catalogue.project() != nullptr && evidence == nullptr && !diagnostics.has_errors())
        diagnostics.error(usage_fault, {}, "a workbook for evidence needs a project",
                          "name a folder that holds sayso.yaml; `sayso init FOLDER` makes one");
    if (evidence == nullptr) return impl_->report(catalogue, {});
    const std::string path = join_path(evidence_folder(*catalogue.project()), "evidence.xlsx");
    std::vector<std::string> files;
    if (catalogue.env().is_file(path)) {
        diagnostics.error("not-empty", {}, fmt::format("\"{}\" is there already", path),
                          "fill it in, or rename it first");
        return impl_->report(catalogue, {});
    }
    const auto book = evidence::empty_book(evidence->known, evidence->all.indicators);
    const auto bytes = sheet::write_workbook(book, "Evidence", catalogue.env().now());
    if (const auto* fault = std::get_if<IoError>(&bytes)) {
        diagnostics.error("cannot-write", {}, fmt::format("cannot write \"{}\": {}", path, fault->reason),
                          fault->hint);
    } else {
        write_file(catalogue.env(), path, std::get<std::string>(bytes), files, diagnostics);
    }
    return impl_->report(catalogue, std::move(files));
}

Report Session::check_evidence(std::vector<std::string>& lines) const {
    Catalogue catalogue = impl_->catalogue();
    const ProjectEvidence* evidence = catalogue.project() != nullptr ? catalogue.evidence() : nullptr;
    if (evidence != nullptr && !catalogue.diagnostics().has_errors()) lines = summary_of(*evidence);
    return impl_->report(catalogue, {});
}

Report check_sheet(Env& env, const std::string& data_folder, const std::string& path,
                   std::vector<std::string>& lines) {
    const std::string project = project_of_sheet(env, path);
    return project.empty() ? check_alone(env, path)
                           : Session(env, data_folder, project).check_evidence(lines);
}

}  // namespace sayso

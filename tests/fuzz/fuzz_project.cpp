// Bytes as a whole project (project_input.h), through every stage to finished files: a build must end with a
// PDF or with errors, never both and never neither.
#include <cstdlib>
#include <string>
#include <vector>

#include "project_input.h"
#include "sayso/sayso.h"
#include "target.h"

namespace {

/// One of what the project has to choose from: by the input's size, so that inputs which differ little try
/// different ones, and the same input always the same.
std::vector<std::string> pick(sayso::Session& session, const std::string& what, std::size_t number) {
    std::vector<std::string> lines;
    session.list(what, lines);
    if (lines.empty()) return {};
    const auto& line = lines[number % lines.size()];
    return {line.substr(0, line.find('\t'))};
}

void must(bool held) {
    if (!held) std::abort();
}

void check_report(const sayso::Report& report, const sayso::MemoryEnv& env) {
    must(report.ok() != report.files.empty());
    for (const auto& path : report.files) must(env.files.at(path).starts_with("%PDF-"));
    for (const auto& fault : report.faults) must(!fault.plain.empty() && fault.json.ends_with('}'));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::ProjectMachine machine({reinterpret_cast<const char*>(data), size});
    sayso::Session session(machine.env(), std::string(fuzz::data_folder), std::string(fuzz::project_folder));
    sayso::BuildOptions options;
    options.audiences = pick(session, "audiences", size);
    options.kinds = pick(session, "kinds", size / 16);
    if (options.audiences.empty() || options.kinds.empty()) {
        must(!session.check({}).ok());  // a project with nothing to make says why
        return 0;
    }
    check_report(session.build(options), machine.env());
    return 0;
}

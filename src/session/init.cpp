// `sayso init`: a filled, fictional service that builds at once. And calls of the public API that need no
// project.

#include <utility>

#include <fmt/format.h>

#include "env/limits.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

constexpr const char* example = "examples/willow-house";

/// False at the first fault: what stops one file stops the others.
bool copy_folder(Env& env, const std::string& from, const std::string& to, std::vector<std::string>& files,
                 Diagnostics& diagnostics) {
    for (const std::string& name : env.list(from)) {
        const std::string source = join_path(from, name), target = join_path(to, name);
        if (env.is_folder(source)) {
            if (!copy_folder(env, source, target, files, diagnostics)) return false;
            continue;
        }
        const auto read = env.read(source, limits::picture_file_bytes);
        const auto* bytes = std::get_if<std::string>(&read);
        if (bytes == nullptr) {
            diagnostics.error("cannot-read", {},
                              fmt::format("cannot read \"{}\": {}", source, std::get<IoError>(read).reason),
                              std::get<IoError>(read).hint_or("install sayso again"));
        }
        if (bytes == nullptr || !write_file(env, target, *bytes, files, diagnostics)) return false;
    }
    return true;
}

/// Half a service would be in the way of the next `sayso init`.
void take_away(Env& env, const std::string& folder, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        env.remove(file);
        env.remove(folder_of(file));
    }
    for (const std::string& name : env.list(folder)) env.remove(join_path(folder, name));
    env.remove(folder);
}

}  // namespace

Report init_project(Env& env, const std::string& data_folder, const std::string& folder) {
    Diagnostics diagnostics;
    std::vector<std::string> files;
    const std::string from = join_path(data_folder, example);
    if (folder.empty()) {
        diagnostics.error(usage_fault, {}, "the new folder has no name", "write: sayso init my-service");
    } else if (env.is_file(folder)) {
        diagnostics.error("not-a-folder", {}, fmt::format("\"{}\" is a file", folder), "name a new folder");
    } else if (!env.list(folder).empty()) {
        diagnostics.error("not-empty", {}, fmt::format("\"{}\" is there already and is not empty", folder),
                          "name a new folder");
    } else if (!env.is_folder(from)) {
        diagnostics.error("no-example", {}, fmt::format("the example \"{}\" is not installed", from),
                          "install sayso again");
    } else {
        if (!copy_folder(env, from, folder, files, diagnostics))
            take_away(env, folder, std::exchange(files, {}));
    }
    return make_report(std::move(files), diagnostics, SourceMap{});
}

Report command_report(const std::vector<CommandFault>& faults, const std::string& code) {
    Diagnostics diagnostics;
    for (const CommandFault& fault : faults) diagnostics.error(code, {}, fault.message, fault.hint);
    Report report = make_report({}, diagnostics, SourceMap{});
    report.wrong_usage = code == "wrong-usage";
    return report;
}

std::string json_schema(const std::string& type) {
    return model::json_schema(type);
}
std::vector<std::string> schema_types() {
    return model::schema_types();
}
std::string reference_page() {
    return model::reference_page();
}

}  // namespace sayso

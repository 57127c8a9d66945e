// `sayso init`: a filled, fictional service that builds at once. And calls of the public API that need no
// project.

#include <utility>

#include <fmt/format.h>

#include "env/limits.h"
#include "load/reading.h"
#include "model/scaffold.h"
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

/// False, and reported, when nothing can be made there.
bool is_free(Env& env, const std::string& folder, Diagnostics& diagnostics) {
    if (folder.empty()) {
        diagnostics.error(usage_fault, {}, "the new folder has no name", "write: sayso init my-service");
    } else if (env.is_file(folder)) {
        diagnostics.error("not-a-folder", {}, fmt::format("\"{}\" is a file", folder), "name a new folder");
    } else if (!env.list(folder).empty()) {
        diagnostics.error("not-empty", {}, fmt::format("\"{}\" is there already and is not empty", folder),
                          "name a new folder");
    }
    return !diagnostics.has_errors();
}

bool is_name_of_approach(const Env& env, const std::string& data_folder, const std::string& name,
                         Diagnostics& diagnostics) {
    if (!load::is_kebab(name)) {
        const std::string near = load::kebab_of(name);
        diagnostics.error(usage_fault, {}, fmt::format("\"{}\" cannot be the id of an approach", name),
                          fmt::format("write lower-case words joined by hyphens, such as \"{}\"",
                                      near.empty() ? "forest-mornings" : near));
    } else if (env.is_folder(join_path(data_folder, "templates/approaches/" + name))) {
        diagnostics.error(
            usage_fault, {}, fmt::format("the approach \"{}\" is there already", name),
            "give yours another name; `sayso init FOLDER` makes a service that uses the shipped one");
    }
    return !diagnostics.has_errors();
}

}  // namespace

Report init_approach(Env& env, const std::string& data_folder, const std::string& folder,
                     const std::string& name) {
    Diagnostics diagnostics;
    std::vector<std::string> files;
    SourceMap sources;
    if (is_free(env, folder, diagnostics) && is_name_of_approach(env, data_folder, name, diagnostics)) {
        model::Loader loader(env, data_folder, sources, diagnostics);
        const std::vector<model::WantedText> texts = loader.named_texts(model::Project{});
        const auto bones = loader.bones();
        for (const model::NewFile& file :
             bones ? model::new_approach(name, *bones, texts) : std::vector<model::NewFile>{}) {
            if (write_file(env, join_path(folder, file.path), file.text, files, diagnostics)) continue;
            take_away(env, folder, std::exchange(files, {}));
            break;
        }
    }
    return make_report(std::move(files), diagnostics, sources);
}

Report init_project(Env& env, const std::string& data_folder, const std::string& folder) {
    Diagnostics diagnostics;
    std::vector<std::string> files;
    const std::string from = join_path(data_folder, example);
    const bool free = is_free(env, folder, diagnostics);
    if (free && !env.is_folder(from)) {
        diagnostics.error("no-example", {}, fmt::format("the example \"{}\" is not installed", from),
                          "install sayso again");
    } else if (free && !copy_folder(env, from, folder, files, diagnostics)) {
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

}  // namespace sayso

#include "cli/open_command.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include <fmt/format.h>

#include "cli/usage.h"

namespace sayso::cli {
namespace {

/// Where people look for what they have made.
std::string home_for_projects(const Env& env) {
    const char* home = std::getenv("HOME");
    const std::string base = home != nullptr && *home != '\0' ? home : ".";
    const std::string documents = join_path(base, "Documents");
    return join_path(env.is_folder(documents) ? documents : base, "sayso");
}

}  // namespace

void OpenCommand::add_to(CLI::App& app, const Context& context) {
    CLI::App* command = app.add_subcommand("open", "Work on a project in the browser, without YAML");
    command->add_option("PROJECT", context.common.project,
                        "Folder with sayso.yaml; without it, one is offered to be made");
    add_common(*command, context.common, false);
    command->add_flag("--preview", options_.preview, "Show each save of your editor's on the pages");
    command->add_option("--editor", options_.editor,
                        "What opens a place that you click, such as \"code -g {file}:{line}\"");
    command->add_option("--port", port_, "Port on this machine; a free one unless given")
        ->check(whole_number_from_to(1, 65'535));
    command->add_option(
        "--listen", options_.listen,
        "Address of this machine to be called at (127.0.0.1); others than this machine's own need "
        "the three options below");
    command->add_option("--proxy", options_.proxy, "Address of the proxy in front, which alone may call");
    command->add_option("--public", options_.origin,
                        "Address that people reach it by, such as https://words.example.org");
    command->add_option("--passwords", options_.passwords,
                        "File with a line NAME:HASH for each who may sign in");
    command->add_flag("--no-browser", no_browser_, "Print the address, and open no window");
    command->footer("Example: sayso open my-service");
    command->callback([this, context] {
        if (context.has_data()) open(context);
    });
}

void OpenCommand::open(const Context& context) {
    const Console console(context.common.voice());
    options_.project = context.common.project;
    if (options_.project.empty() && context.env.is_file("sayso.yaml")) options_.project = ".";
    if (options_.project.ends_with(".yaml")) options_.project = folder_of(options_.project);
    options_.home = home_for_projects(context.env);
    options_.port = static_cast<std::uint16_t>(port_);
    options_.browser = !no_browser_;
    const Report report =
        serve_workbench(context.env, context.data_folder, options_, [&](const std::string& address) {
            console.result(address);
            std::fflush(stdout);
            console.say(options_.proxy.empty()
                            ? "The workbench is open in your browser. Close this with Ctrl-C.\n"
                            : "The workbench is open to its proxy. Close this with Ctrl-C.\n");
        });
    context.status = console.report(report);
}

}  // namespace sayso::cli

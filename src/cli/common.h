// What every command of the command line shares.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "cli/console.h"
#include "env/env.h"

namespace CLI {
class App;
}

namespace sayso::cli {

/// More are no use to a machine of today, and a slip of the keyboard.
inline constexpr std::size_t most_threads = 256;

struct Common {
    std::string project;
    std::string error_format = "text";
    bool quiet = false;

    Voice voice() const { return {quiet, error_format == "json" ? ErrorFormat::json : ErrorFormat::text}; }
};

void add_draft_language(CLI::App& command, bool& wanted);
void add_pdf(CLI::App& command, std::string& version);
void add_common(CLI::App& command, Common& common, bool takes_project);

/// What a command works with and leaves behind.
struct Context {
    Env& env;
    const std::string& data_folder;
    Common& common;
    int& status;                     // the exit code
    std::function<bool()> has_data;  // false, and told, when the templates are not to be found
};

}  // namespace sayso::cli

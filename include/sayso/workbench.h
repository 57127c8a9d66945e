// The workbench: a project in the browser, for people who do not program.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "sayso/sayso.h"

namespace sayso {

struct WorkbenchOptions {
    std::string project;          // folder with sayso.yaml, or that file; empty: offered to be made
    std::string home;             // the folder that new projects are offered in
    std::uint16_t port = 0;       // 0: any that is free
    bool preview = false;         // begin with the pages, for whoever writes in an editor
    std::string editor;           // a command with {file} and {line}, run when a place is asked for; or empty
    unsigned idle_seconds = 3600; // how long after the last window it goes on
};

/// Serves the workbench on this machine alone, until the last window has been closed for `idle_seconds` or
/// `stop_workbench` is called. `opened` is told the address, which lets one browser in, once.
Report serve_workbench(Env& env, const std::string& data_folder, const WorkbenchOptions& options,
                       const std::function<void(const std::string& address)>& opened);

/// Ends it after the requests that are being answered. Safe in a signal handler.
void stop_workbench();

}  // namespace sayso

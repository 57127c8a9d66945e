// The workbench: a project in the browser, for people who do not program.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "sayso/sayso.h"

namespace sayso {

struct WorkbenchOptions {
    std::string project;           // folder with sayso.yaml; empty: offered to be made
    std::string home;              // the folder that new projects are made in
    std::uint16_t port = 0;        // 0: any that is free
    bool preview = false;          // begins with the pages, for whoever writes in an editor
    std::string editor;            // a command with {file} and {line}, for places that are clicked; or empty
    bool browser = true;           // shows the address in the user's browser
    unsigned idle_seconds = 3600;  // how long it goes on after the last window was closed
};

/// Serves the workbench to this machine alone, until the last window has been closed for `idle_seconds` or
/// the process is asked to end (SIGINT, SIGTERM, SIGHUP; blocked for good in the calling thread). `opened` is
/// told the address, which lets one browser in, once.
Report serve_workbench(Env& env, const std::string& data_folder, const WorkbenchOptions& options,
                       const std::function<void(const std::string& address)>& opened);

}  // namespace sayso

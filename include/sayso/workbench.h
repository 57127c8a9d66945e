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

    std::string listen = "127.0.0.1";  // an address of this machine, in numbers
    // Behind a proxy, with a login for several people: all three, with a project and a port, or none.
    // Required where `listen` can be called from other machines.
    std::string proxy;      // the address that it calls from, in numbers
    std::string origin;     // that people reach it by: "https://words.example.org"
    std::string passwords;  // a file of lines NAME:HASH, as crypt(5) has hashes
};

/// Serves the workbench to this machine alone or to a proxy, until the last window has been closed for
/// `idle_seconds` (behind a proxy it does not end by itself) or the process is asked to end (SIGINT, SIGTERM,
/// SIGHUP; blocked for good in the calling thread). `opened` is told the address, which lets one browser in,
/// once; behind a proxy, the one to sign in at.
Report serve_workbench(Env& env, const std::string& data_folder, const WorkbenchOptions& options,
                       const std::function<void(const std::string& address)>& opened);

}  // namespace sayso

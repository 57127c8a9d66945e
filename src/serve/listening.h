// Where the workbench listens and who may call: the options of `sayso open` that put it behind a proxy.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "env/env.h"
#include "sayso/workbench.h"
#include "serve/login.h"

namespace sayso::serve {

/// Behind a proxy that people reach by `origin`, each by a name and a password.
struct Gate {
    std::string proxy;   // the numeric address that it calls from
    std::string origin;  // "https://words.example.org"
    Passwords passwords;
};

/// An address in numbers, as the system writes it; nothing for anything else.
std::optional<std::string> numeric_address(const std::string& text);
/// Of this machine, which no other can call.
bool is_loopback(const std::string& address);
/// "https://Words.example.org:443" → "https://words.example.org"; nothing for what is no such address, or
/// would send passwords in the clear.
std::optional<std::string> public_origin(const std::string& text);

bool is_behind_proxy(const WorkbenchOptions& options);
/// What does not go together, all of it.
std::vector<CommandFault> listening_faults(const WorkbenchOptions& options);
/// Of options without faults; nothing without a proxy; or what is wrong with the file of passwords.
std::variant<std::optional<Gate>, std::vector<CommandFault>> gate_of(const Env& env,
                                                                     const WorkbenchOptions& options);

}  // namespace sayso::serve

// The door of the workbench: which calls are let in, and what each asks for. Pure, and fed by a fuzzer.
//
// A page of another site can make this machine's browser call us, by our address or by a name of its own that
// it has pointed here. So every call must name us as its host, come from no other page, and bring the cookie
// that only the printed address gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "serve/call.h"
#include "serve/command.h"

namespace sayso::serve {

/// What this run of the workbench lets in by.
struct Keys {
    std::uint16_t port = 0;
    std::string token;   // in the printed address
    std::string secret;  // in the cookie
};

/// Why a call is not let in, before its body is read; nothing when it is.
std::optional<Refusal> refused(const Call& call, const Keys& keys);

/// What a call that was let in asks for.
std::variant<Command, Refusal> understood(const Call& call);

/// "sayso-8123": cookies are shared by all ports of a host.
std::string cookie_name(std::uint16_t port);
bool has_cookie(const Call& call, const Keys& keys);

/// Every route: method and path, for tests.
struct Route {
    std::string_view method, path;
};
std::vector<Route> all_routes();

}  // namespace sayso::serve

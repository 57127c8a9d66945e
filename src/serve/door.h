// The door of the workbench: which calls are let in, and what each asks for. Pure, and fed by a fuzzer.
//
// A page of another site can make this machine's browser call us, by our address or by a name of its own that
// it has pointed here. So every call must name us as its host, come from no other page, and bring the cookie
// that only the printed address gives; behind a proxy, that only a name and its password give.
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
    std::vector<std::string> hosts;    // that it is called by, with the port: "127.0.0.1:8123"
    std::string scheme = "http";       // of its pages' addresses
    std::string cookie;                // its name
    std::vector<std::string> secrets;  // in the cookie: any of these
    std::string token;                 // in the printed address; empty behind a login
    std::string proxy;                 // whose calls alone are answered; empty without one

    bool behind_login() const { return !proxy.empty(); }
};

/// Of a workbench for this machine alone, which listens at one of its own addresses.
Keys keys_of_this_machine(const std::string& address, std::uint16_t port, std::string token,
                          std::string secret);
/// Of one behind a proxy that people reach by `origin`: "https://words.example.org".
Keys keys_behind(std::string_view origin, std::string proxy, std::vector<std::string> secrets);

/// Why a call is not let in, before its body is read; nothing when it is.
std::optional<Refusal> refused(const Call& call, const Keys& keys);

/// What a call that was let in asks for.
std::variant<Command, Refusal> understood(const Call& call);

/// The cookie's value among the headers; empty when there is none.
std::string cookie_of(const Call& call, const Keys& keys);
bool has_cookie(const Call& call, const Keys& keys);

/// Every route: method and path, for tests.
struct Route {
    std::string_view method, path;
};
std::vector<Route> all_routes();

}  // namespace sayso::serve

// The sockets of the workbench, on cpp-httplib: thin, with nothing of its own to decide.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "serve/desk.h"
#include "serve/door.h"
#include "serve/listening.h"

namespace httplib {
struct Request;
struct Response;
}  // namespace httplib

namespace sayso::serve {

class Server {
  public:
    /// `patience`: with whoever is slow, see Connection.
    /// `gate`: behind a proxy, where people sign in; nothing: for this machine, and whoever has the address.
    explicit Server(Desk& desk, std::chrono::milliseconds patience = std::chrono::seconds(10),
                    std::optional<Gate> gate = {});
    ~Server();

    /// False when the port is taken, or the machine has no such address. Port 0 is any that is free.
    bool bind(std::uint16_t port, const std::string& address = "127.0.0.1");
    /// Blocks until `stop`.
    void listen();
    void stop();
    std::uint16_t port() const { return port_; }

    /// What lets one browser in, once; or where people sign in.
    std::string address() const;
    /// Seconds since a window last asked for anything.
    double idle_seconds() const;

  private:
    class Http;

    void take(const httplib::Request& request, httplib::Response& response);
    bool turned_away(const httplib::Request& request, httplib::Response& response);
    Keys keys() const;
    Answer at_the_door(const Call& call, const AtTheDoor& command);
    Answer enter(const Call& call);
    Answer sign_in(const SignIn& who);
    Answer sign_out(const Call& call);
    std::string set_cookie(const std::string& secret) const;
    Answer answer(const Call& call, const Command& command);

    Desk& desk_;
    std::optional<Gate> gate_;
    std::optional<Login> login_;  // where there is a gate
    std::string listen_ = "127.0.0.1", token_, secret_;
    std::uint16_t port_ = 0;
    std::atomic<bool> token_used_ = false;
    std::atomic<std::int64_t> last_call_;
    std::unique_ptr<Http> http_;
    int socket_ = -1;  // that it listens at; http_'s own
};

}  // namespace sayso::serve

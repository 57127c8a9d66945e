// The sockets of the workbench, on cpp-httplib: thin, with nothing of its own to decide.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "serve/desk.h"
#include "serve/door.h"

namespace httplib {
struct Request;
struct Response;
}  // namespace httplib

namespace sayso::serve {

class Server {
  public:
    /// `patience`: with whoever is slow, see Connection.
    explicit Server(Desk& desk, std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Server();

    /// On 127.0.0.1; false when the port is taken. 0 is any that is free.
    bool bind(std::uint16_t port);
    /// Blocks until `stop`.
    void listen();
    void stop();
    bool is_running() const;

    /// What lets one browser in, once.
    std::string address() const;
    /// Seconds since a window last asked for anything.
    double idle_seconds() const;

  private:
    class Http;

    void take(const httplib::Request& request, httplib::Response& response);
    bool turned_away(const httplib::Request& request, httplib::Response& response);
    Answer enter(const Call& call);
    Answer answer(const Call& call, const Command& command);

    Desk& desk_;
    Keys keys_;
    std::atomic<bool> token_used_ = false;
    std::atomic<std::int64_t> last_call_;
    std::unique_ptr<Http> http_;
    int socket_ = -1;  // that it listens at; http_'s own
};

}  // namespace sayso::serve

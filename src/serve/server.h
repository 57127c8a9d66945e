// The sockets of the workbench, on cpp-httplib: thin, with nothing of its own to decide.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "serve/desk.h"
#include "serve/door.h"

namespace httplib {
class Server;
struct Request;
struct Response;
}  // namespace httplib

namespace sayso::serve {

class Server {
  public:
    explicit Server(Desk& desk);
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
    void take(const httplib::Request& request, httplib::Response& response);
    bool turned_away(const httplib::Request& request, httplib::Response& response);
    Answer enter(const Call& call);

    Desk& desk_;
    Keys keys_;
    std::atomic<bool> token_used_ = false;
    std::atomic<std::int64_t> last_call_;
    std::unique_ptr<httplib::Server> http_;
    int socket_ = -1;  // that it listens at; http_'s own
};

}  // namespace sayso::serve

// One connection to a workbench, byte by byte as a test wants it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::suite {

struct Reply {
    int status = 0;                              // 0: the connection ended without one
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    bool whole = false;  // the body is as long as it was said to be, and the connection has ended
};

/// To 127.0.0.1. What never comes ends the wait after a minute, and is then no reply.
class Wire {
  public:
    explicit Wire(std::uint16_t port);
    ~Wire();
    Wire(Wire&& other) noexcept : socket_(other.socket_) { other.socket_ = -1; }
    Wire(const Wire&) = delete;

    /// False when the other side takes no more.
    bool send(std::string_view bytes) const;
    /// Nothing more will be sent.
    void finish() const;
    /// All until the other side ends.
    Reply reply() const;

  private:
    int socket_ = -1;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a request as a browser sends it.
std::string request(std::string_view method, std::string_view target, const Headers& headers,
                    std::string_view body = {});

}  // namespace sayso::suite

#include "serve/connection.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sayso::serve {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t longest_head = 32u << 10;
// Bytes a millisecond. Answers are read by this machine or a proxy; what is sent may come through one from
// afar.
constexpr std::uint64_t slowest_in = 64, slowest_out = 512;
constexpr auto look_round = 50ms;  // whether the workbench is ending
constexpr auto last_words = 1s;    // for an answer to be taken then
constexpr auto longest_pause = 500ms;

void address_of(const sockaddr_storage& from, std::string& ip, int& port) {
    char text[INET6_ADDRSTRLEN] = {};
    if (from.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(from);
        ::inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
        port = ntohs(v4.sin_port);
    } else if (from.ss_family == AF_INET6) {
        const auto& v6 = reinterpret_cast<const sockaddr_in6&>(from);
        ::inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
        port = ntohs(v6.sin6_port);
    }
    ip = text;
}

}  // namespace

Connection::Connection(socket_t socket, std::chrono::milliseconds patience, const std::atomic<bool>& ending)
    : socket_(socket),
      patience_(patience),
      ending_(ending),
      in_{Clock::now(), slowest_in},
      out_{{}, slowest_out} {}

Connection::~Connection() {
    ::close(socket_);
}

Connection::Clock::time_point Connection::end_of(const Way& way) const {
    return way.began + patience_ + std::chrono::milliseconds(way.bytes / way.slowest);
}

/// False when the time is over.
bool Connection::wait(short event, Clock::time_point until) const {
    for (;;) {
        if (ending_) until = std::min(until, Clock::now() + (event == POLLIN ? 0ms : last_words));
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
        if (left <= 0ms) return false;
        pollfd one{socket_, event, 0};
        const auto nap = std::min<std::chrono::milliseconds>(left, look_round);
        const int found = ::poll(&one, 1, static_cast<int>(nap.count()));
        if (found > 0) return true;
        if (found < 0 && errno != EINTR) return false;
    }
}

ssize_t Connection::receive(char* to, size_t size) {
    if (!wait(POLLIN, end_of(in_))) return -1;
    const ssize_t received = ::recv(socket_, to, size, 0);
    if (received > 0) in_.bytes += static_cast<std::uint64_t>(received);
    return received;
}

Connection::Head Connection::read_head() {
    char buffer[4'096];
    for (;;) {
        if (ahead_.find("\r\n\r\n") != ahead_.npos) return Head::whole;
        if (ahead_.size() > longest_head)
            return ahead_.find('\n') == ahead_.npos ? Head::long_address : Head::long_headers;
        const ssize_t received = receive(buffer, sizeof buffer);
        if (received <= 0)
            return ahead_.empty() ? Head::none : Head::whole;  // httplib says what is wrong with it
        ahead_.append(buffer, static_cast<std::size_t>(received));
    }
}

void Connection::close_gently() {
    ::shutdown(socket_, SHUT_WR);
    char buffer[65'536];
    const auto end = Clock::now() + patience_;
    while (wait(POLLIN, std::min(end, Clock::now() + longest_pause)) &&
           ::recv(socket_, buffer, sizeof buffer, 0) > 0)
        continue;
}

bool Connection::is_readable() const {
    return read_ < ahead_.size() || wait(POLLIN, end_of(in_));
}

bool Connection::is_writable() const {
    return wait(POLLOUT, out_.bytes == 0 ? Clock::now() + patience_ : end_of(out_));
}

ssize_t Connection::read(char* to, size_t size) {
    if (read_ == ahead_.size()) return receive(to, size);
    const std::size_t had = std::min(size, ahead_.size() - read_);
    std::memcpy(to, ahead_.data() + read_, had);
    read_ += had;
    return static_cast<ssize_t>(had);
}

ssize_t Connection::write(const char* from, size_t size) {
    if (out_.bytes == 0) out_.began = Clock::now();
    std::size_t sent = 0;
    while (sent < size) {
        if (!wait(POLLOUT, end_of(out_))) return -1;
        const ssize_t now = ::send(socket_, from + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (now < 0 && errno != EAGAIN && errno != EINTR) return -1;
        sent += static_cast<std::size_t>(std::max<ssize_t>(now, 0));
        out_.bytes += static_cast<std::uint64_t>(std::max<ssize_t>(now, 0));
    }
    return static_cast<ssize_t>(size);
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    if (::getpeername(socket_, reinterpret_cast<sockaddr*>(&from), &size) == 0) address_of(from, ip, port);
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
    sockaddr_storage here{};
    socklen_t size = sizeof here;
    if (::getsockname(socket_, reinterpret_cast<sockaddr*>(&here), &size) == 0) address_of(here, ip, port);
}

}  // namespace sayso::serve

#include "suite/serve/wire.h"

#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sayso::suite {
namespace {

Reply reply_of(const std::string& bytes) {
    Reply out;
    const auto head = bytes.find("\r\n\r\n");
    if (head == std::string::npos || !bytes.starts_with("HTTP/1.1 ")) return out;
    out.status = std::atoi(bytes.c_str() + 9);
    for (auto at = bytes.find("\r\n") + 2; at < head + 2;) {
        const auto end = bytes.find("\r\n", at), colon = bytes.find(": ", at);
        std::string name = bytes.substr(at, colon - at);
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        out.headers[name] = bytes.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    out.body = bytes.substr(head + 4);
    const auto length = out.headers.find("content-length");
    out.whole = out.body.size() ==
                (length == out.headers.end() ? 0 : std::strtoull(length->second.c_str(), nullptr, 10));
    return out;
}

}  // namespace

Wire::Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval minute{60, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &minute, sizeof minute);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

Wire::~Wire() {
    if (socket_ >= 0) ::close(socket_);
}

bool Wire::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Wire::finish() const {
    ::shutdown(socket_, SHUT_WR);
}

Reply Wire::reply() const {
    std::string all;
    char buffer[65'536];
    ssize_t size = 0;
    while ((size = ::recv(socket_, buffer, sizeof buffer, 0)) > 0)
        all.append(buffer, static_cast<std::size_t>(size));
    Reply out = reply_of(all);
    out.whole = out.whole && size == 0;
    return out;
}

std::string request(std::string_view method, std::string_view target, const Headers& headers,
                    std::string_view body) {
    std::string out = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n";
    for (const auto& [name, value] : headers) out += name + ": " + value + "\r\n";
    return out + "\r\n" + std::string(body);
}

}  // namespace sayso::suite

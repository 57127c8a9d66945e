// One connection to the workbench, with a bound on its head and an end to the patience with it: whoever sends
// or reads a byte now and then holds a thread for seconds, not for ever.
//
// In: a socket that was accepted. Out: what httplib reads of it and writes to it.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include <httplib.h>

namespace sayso::serve {

class Connection final : public httplib::Stream {
  public:
    /// Takes the socket over. So long, and longer for as many bytes as any line carries, may a call take to
    /// come, and its answer to be read. `ending` must outlive this: the workbench waits for nobody then.
    Connection(socket_t socket, std::chrono::milliseconds patience, const std::atomic<bool>& ending);
    ~Connection() override;
    Connection(const Connection&) = delete;

    enum class Head : std::uint8_t { whole, none, long_address, long_headers };
    /// Reads a call's first line and headers, which `read` then begins with.
    Head read_head();
    /// Ends it so that what was written arrives: what still comes in is read and dropped, for a while.
    void close_gently();

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char* to, size_t size) override;
    ssize_t write(const char* from, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return socket_; }

  private:
    using Clock = std::chrono::steady_clock;
    /// What has passed one way.
    struct Way {
        Clock::time_point began;
        std::uint64_t slowest = 1;  // bytes a millisecond that are waited for
        std::uint64_t bytes = 0;
    };
    Clock::time_point end_of(const Way& way) const;
    bool wait(short event, Clock::time_point until) const;
    ssize_t receive(char* to, size_t size);

    socket_t socket_;
    std::chrono::milliseconds patience_;
    const std::atomic<bool>& ending_;
    std::string ahead_;     // what came with the head
    std::size_t read_ = 0;  // of it
    Way in_, out_;
};

}  // namespace sayso::serve

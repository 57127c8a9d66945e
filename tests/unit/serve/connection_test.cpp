// One connection, and whoever at its other end is slow.
#include "serve/connection.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sayso::serve {
namespace {

using Head = Connection::Head;
using namespace std::chrono_literals;

struct Connected : testing::Test {
    Connected() {
        int ends[2] = {-1, -1};
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
        const int little = 16'384;
        ::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
        other = ends[1];
        here = std::make_unique<Connection>(ends[0], 10s, ending);
    }
    ~Connected() override { close(); }
    void send(const std::string& bytes) const {
        ASSERT_EQ(::write(other, bytes.data(), bytes.size()), bytes.size());
    }
    /// From now on.
    void be_impatient(std::chrono::milliseconds patience = 50ms) {
        here = std::make_unique<Connection>(::dup(here->socket()), patience, ending);
    }
    void close() {
        if (other >= 0) ::close(other);
        other = -1;
    }
    std::string read() const {
        std::string out;
        char buffer[7];
        for (ssize_t size = 0; (size = here->read(buffer, sizeof buffer)) > 0;)
            out.append(buffer, static_cast<std::size_t>(size));
        return out;
    }

    std::atomic<bool> ending = false;
    int other = -1;
    std::unique_ptr<Connection> here;
};

TEST_F(Connected, ReadsAHeadAndWhatComesBehindIt) {
    send("GET / HTTP/1.1\r\nHost: a\r\n\r\nbody");
    EXPECT_EQ(here->read_head(), Head::whole);
    send(" and more");
    close();
    EXPECT_EQ(read(), "GET / HTTP/1.1\r\nHost: a\r\n\r\nbody and more");
}

TEST_F(Connected, ReadsAHeadThatComesInPieces) {
    std::thread sender([&] {
        for (const char* piece : {"GET / HT", "TP/1.1\r", "\n\r", "\n"}) send(piece);
    });
    EXPECT_EQ(here->read_head(), Head::whole);
    sender.join();
}

TEST_F(Connected, LosesPatienceWithWhoeverSaysNothing) {
    be_impatient();
    EXPECT_EQ(here->read_head(), Head::none);
    EXPECT_EQ(read(), "");
}

TEST_F(Connected, LosesPatienceWithWhoeverSaysLittle) {
    send("x");
    be_impatient(400ms);  // enough for a busy machine to come to the first letter
    std::atomic<bool> done = false;
    std::thread sender([&] {
        while (!done) {
            send("x");
            std::this_thread::sleep_for(1ms);
        }
    });
    EXPECT_EQ(here->read_head(), Head::whole);  // httplib is left to say what is wrong with it
    while (here->is_readable()) read();
    done = true;
    sender.join();
}

TEST_F(Connected, LosesPatienceWithWhoeverDoesNotRead) {
    be_impatient();
    const std::string much(16u << 20, 'x');
    EXPECT_EQ(here->write(much.data(), much.size()), -1);
    EXPECT_FALSE(here->is_writable());
}

TEST_F(Connected, BoundsTheHead) {
    send("GET /" + std::string(40'000, 'x'));
    EXPECT_EQ(here->read_head(), Head::long_address);
}

TEST_F(Connected, BoundsTheHeaders) {
    send("GET / HTTP/1.1\r\nCookie: " + std::string(40'000, 'x'));
    EXPECT_EQ(here->read_head(), Head::long_headers);
}

TEST_F(Connected, WaitsForNobodyWhenTheWorkbenchEnds) {
    here = std::make_unique<Connection>(::dup(other), 1h, ending);
    ending = true;
    EXPECT_EQ(here->read_head(), Head::none);
    here->close_gently();
}

TEST_F(Connected, WritesToNobodyWhoHasGone) {
    close();
    const std::string much(1u << 20, 'x');
    EXPECT_EQ(here->write(much.data(), much.size()), -1);
}

}  // namespace
}  // namespace sayso::serve

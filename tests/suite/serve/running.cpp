#include "suite/serve/running.h"

#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sayso::suite {
namespace {

[[noreturn]] void become(std::vector<std::string> words, int out, int err,
                         const std::function<void()>& before) {
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    words.insert(words.begin(), {SAYSO_PROGRAM, "open", "--no-browser"});
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::setenv("SAYSO_HOME", SAYSO_SOURCE_DIR, 1);
    if (before) before();
    ::execv(SAYSO_PROGRAM, argv.data());
    ::_exit(127);
}

std::string line_of(int descriptor) {
    std::string out;
    for (char c = 0; ::read(descriptor, &c, 1) == 1 && c != '\n';) out += c;
    return out;
}

}  // namespace

Running::Running(const std::vector<std::string>& arguments, const std::function<void()>& before)
    : err_(::memfd_create("err", MFD_CLOEXEC)) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) become(arguments, ends[1], err_, before);
    ::close(ends[1]);
    out_ = ends[0];
    line_ = line_of(out_);
    const std::string& address = line_;  // http://127.0.0.1:PORT/open?token=TOKEN
    const auto path = address.find("/open");
    if (path == std::string::npos) return;
    const std::string host = address.substr(7, path - 7);
    port_ = static_cast<std::uint16_t>(std::stoi(host.substr(host.find(':') + 1)));
    const Wire wire(port_);
    wire.send(request("GET", address.substr(path), {{"Host", host}}));
    const std::string set = wire.reply().headers["set-cookie"];
    headers_ = {{"Host", host}, {"Cookie", set.substr(0, set.find(';'))}};
}

Running::~Running() {
    if (pid_ > 0) {
        kill(SIGKILL);
        wait();
    }
    for (const int one : {out_, err_}) {
        if (one >= 0) ::close(one);
    }
}

Reply Running::ask(const std::string& method, const std::string& target, const std::string& body) const {
    Headers all = headers_;
    if (method == "POST") {
        all.emplace_back("Content-Type", "application/json");
        all.emplace_back("Content-Length", std::to_string(body.size()));
    }
    const Wire wire(port_);
    if (!wire.send(request(method, target, all, body))) return {};
    return wire.reply();
}

void Running::kill(int signal) const {
    ::kill(pid_, signal);
}

int Running::wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string Running::error() const {
    std::string out(20'000, '\0');
    const ssize_t size = ::pread(err_, out.data(), out.size(), 0);
    out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return out;
}

}  // namespace sayso::suite

// The workbench from its start to its end: the server on a thread of its own, and here the signals, the files
// that others change, and the clock.

#include "sayso/workbench.h"

#include <cerrno>
#include <cmath>
#include <csignal>
#include <thread>

#include <fmt/format.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "serve/launch.h"
#include "serve/listening.h"
#include "serve/server.h"
#include "serve/watcher.h"

namespace sayso {
namespace {

constexpr int wake_ms = 250;
constexpr auto settle = std::chrono::milliseconds(5);  // editors write a file in several steps

int signals_as_descriptor() {
    sigset_t all;
    ::sigemptyset(&all);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&all, signal);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    return ::signalfd(-1, &all, SFD_NONBLOCK | SFD_CLOEXEC);
}

/// Until there is reason to end.
void keep_going(serve::Desk& desk, const serve::Server& server, int signals, double idle_seconds) {
    std::unique_ptr<serve::Watcher> watcher;
    while (server.idle_seconds() < idle_seconds) {
        if (const std::string folder = desk.folder(); !watcher || watcher->folder() != folder)
            watcher = std::make_unique<serve::Watcher>(folder, std::vector<std::string>{"pack"});
        pollfd wanted[] = {{signals, POLLIN, 0}, {watcher->descriptor(), POLLIN, 0}};
        ::poll(wanted, 2, wake_ms);
        if ((wanted[0].revents & POLLIN) != 0) return;
        if ((wanted[1].revents & POLLIN) == 0) continue;
        std::this_thread::sleep_for(settle);
        desk.changed_outside(watcher->changed());
    }
}

CommandFault cannot_listen(const std::string& address, std::uint16_t port, int why) {
    if (why == EADDRNOTAVAIL)
        return {fmt::format("this machine has no address \"{}\"", address),
                "write one of those that `ip address` lists, such as --listen 127.0.0.1"};
    if (why == EACCES)
        return {fmt::format("port {} is kept for the system's own programs", port), "choose one above 1023"};
    return {port == 0 ? std::string("no port of this machine is free")
                      : fmt::format("another program has port {} already", port),
            "leave out --port, and a free one is found"};
}

}  // namespace

Report serve_workbench(Env& env, const std::string& data_folder, const WorkbenchOptions& options,
                       const std::function<void(const std::string& address)>& opened) {
    if (const auto faults = serve::listening_faults(options); !faults.empty()) return command_report(faults);
    const auto gate = serve::gate_of(env, options);
    if (const auto* faults = std::get_if<std::vector<CommandFault>>(&gate))
        return command_report(*faults, "bad-passwords");
    const bool behind_proxy = serve::is_behind_proxy(options);
    const int signals = signals_as_descriptor();  // before there are threads, which inherit it
    serve::Desk::OpenInEditor editor;
    if (!options.editor.empty()) {
        editor = [command = options.editor](const std::string& path, std::uint32_t line) {
            serve::launch(serve::editor_words(command, path, line));
        };
    }
    serve::Desk desk(env, data_folder, options, editor);
    if (!options.project.empty()) {
        if (const auto refusal = desk.open(options.project))
            return command_report({{refusal->sentence, "see `sayso open --help`"}}, "cannot-open");
    }
    serve::Server server(desk, std::chrono::seconds(10), std::get<std::optional<serve::Gate>>(gate));
    if (!server.bind(options.port, *serve::numeric_address(options.listen)))
        return command_report({cannot_listen(options.listen, options.port, errno)}, "port-taken");
    std::thread listening([&] { server.listen(); });
    opened(server.address());
    if (options.browser && !behind_proxy) serve::launch({"xdg-open", server.address()});
    keep_going(desk, server, signals, behind_proxy ? HUGE_VAL : options.idle_seconds);
    desk.close();
    server.stop();
    listening.join();
    ::close(signals);
    return {};
}

}  // namespace sayso

// A service's project on the disk with a workbench open on it, on a free port of this machine.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "env/env.h"
#include "serve/json.h"
#include "serve/server.h"
#include "suite/cli/program.h"
#include "suite/serve/wire.h"

namespace sayso::suite {

class House {
  public:
    House() : House(nullptr) {}
    /// `env`: through which the workbench sees the disk; null: as it is.
    explicit House(Env* env, const std::string& project = {},
                   std::chrono::milliseconds patience = std::chrono::seconds(10),
                   std::optional<serve::Gate> gate = {});
    ~House();

    std::string path(const std::string& file = {}) const;
    std::string read(const std::string& file) const { return folder_.read("elm/" + file); }
    void write(const std::string& file, const std::string& bytes) const {
        folder_.write("elm/" + file, bytes);
    }

    std::uint16_t port() const { return port_; }
    serve::Desk& desk() const { return *desk_; }
    /// The address's way in, as it was printed.
    std::string entrance() const;
    /// Of a window that was let in; behind a gate, of one that was not.
    Headers headers() const;
    /// The same with one of them otherwise; empty: without it.
    Headers headers_but(const std::string& name, const std::string& value) const;

    Reply ask(const std::string& method, const std::string& target, const std::string& body = {},
              const std::string& type = "application/json") const;
    Reply ask_with(const Headers& headers, const std::string& method, const std::string& target,
                   const std::string& body = {}, const std::string& type = "application/json") const;
    Reply edit(const serve::Json& path, const serve::Json& was, const serve::Json& value,
               const std::string& file = "sayso.yaml") const;
    /// Whether a window still gets what it asks for.
    bool lives() const { return ask("GET", "/api/state").status == 200; }

  private:
    Folder folder_;
    DiskEnv disk_;
    std::string host_, origin_, cookie_;
    std::unique_ptr<serve::Desk> desk_;
    std::unique_ptr<serve::Server> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

/// What a reply says to people.
std::string sentence(const Reply& reply);

inline constexpr const char* elm =
    "# ours\nservice:\n  name: Elm Court  # as on the sign\n  about: \"We do.\"\n";

}  // namespace sayso::suite

// A base for environments that do one thing otherwise than another: every call is passed on.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "env/env.h"

namespace sayso {

class PassingEnv : public Env {
  public:
    /// `inner` must outlive this.
    explicit PassingEnv(Env& inner) : inner_(inner) {}

    std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const override {
        return inner_.read(path, max_bytes);
    }
    std::vector<std::string> list(const std::string& folder) const override { return inner_.list(folder); }
    bool is_file(const std::string& path) const override { return inner_.is_file(path); }
    bool is_folder(const std::string& path) const override { return inner_.is_folder(path); }
    std::optional<std::string> resolve(const std::string& path) const override {
        return inner_.resolve(path);
    }
    std::optional<IoError> write(const std::string& path, std::string_view bytes) override {
        return inner_.write(path, bytes);
    }
    std::optional<IoError> write_durably(const std::string& path, std::string_view bytes) override {
        return inner_.write_durably(path, bytes);
    }
    std::optional<IoError> append(const std::string& path, std::string_view bytes) override {
        return inner_.append(path, bytes);
    }
    std::optional<IoError> remove(const std::string& path) override { return inner_.remove(path); }
    std::variant<std::shared_ptr<void>, LockHolder, IoError> lock(const std::string& path,
                                                                  Sharing sharing) override {
        return inner_.lock(path, sharing);
    }
    std::int64_t now() const override { return inner_.now(); }

  private:
    Env& inner_;
};

}  // namespace sayso

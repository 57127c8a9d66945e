// The one door to the outside world: files and the clock. Tests and fuzzers use MemoryEnv and never touch a
// disk.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sayso {

/// Why a file could not be read or written, in words for the user ("no such file"), and what to do about it
/// where the reason tells; callers have a hint of their own for the rest.
struct IoError {
    std::string reason;
    std::string hint = {};

    std::string hint_or(std::string_view otherwise) const {
        return hint.empty() ? std::string(otherwise) : hint;
    }
};

/// Who has a lock that was asked for, in words ("process 12 on ward-pc since 2026-01-31 14:05 UTC").
struct LockHolder {
    std::string who;
};

class Env {
  public:
    virtual ~Env() = default;

    /// The whole file, refused above `max_bytes` before it is read.
    virtual std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const = 0;
    /// Names (not paths) in a folder, sorted; empty when it is not a folder.
    virtual std::vector<std::string> list(const std::string& folder) const = 0;
    virtual bool is_file(const std::string& path) const = 0;
    virtual bool is_folder(const std::string& path) const = 0;
    /// The path with symbolic links and dots resolved, so that "inside the project" can be checked.
    virtual std::optional<std::string> resolve(const std::string& path) const = 0;
    /// The file is whole or is not there, whenever the program is stopped. Makes missing folders.
    virtual std::optional<IoError> write(const std::string& path, std::string_view bytes) = 0;
    /// The same, and the bytes are on the disk itself when this returns: a power cut takes nothing back.
    virtual std::optional<IoError> write_durably(const std::string& path, std::string_view bytes) {
        return write(path, bytes);
    }
    /// Adds to the end of a file in one piece, making it if it is not there.
    virtual std::optional<IoError> append(const std::string& path, std::string_view bytes);
    /// Takes a file or an empty folder away; nothing when it is not there.
    virtual std::optional<IoError> remove(const std::string&) { return std::nullopt; }
    /// Keeps other runs out until what is returned is dropped; a killed run holds nothing. Several may share
    /// a lock. An environment that is one process's own has nobody to keep out.
    enum class Sharing : std::uint8_t { alone, together };
    virtual std::variant<std::shared_ptr<void>, LockHolder, IoError> lock(const std::string&, Sharing) {
        return std::shared_ptr<void>{};
    }
    /// Seconds since 1970-01-01 UTC; SOURCE_DATE_EPOCH when that is set.
    virtual std::int64_t now() const = 0;
};

/// The real machine.
class DiskEnv final : public Env {
  public:
    std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const override;
    std::vector<std::string> list(const std::string& folder) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::optional<std::string> resolve(const std::string& path) const override;
    std::optional<IoError> write(const std::string& path, std::string_view bytes) override;
    std::optional<IoError> write_durably(const std::string& path, std::string_view bytes) override;
    std::optional<IoError> append(const std::string& path, std::string_view bytes) override;
    std::optional<IoError> remove(const std::string& path) override;
    std::variant<std::shared_ptr<void>, LockHolder, IoError> lock(const std::string& path,
                                                                  Sharing sharing) override;
    std::int64_t now() const override;
};

/// SOURCE_DATE_EPOCH where it is set to what is no number of seconds from 1970 to the year 9999; such a clock
/// would be passed over in silence.
std::optional<std::string> unusable_source_date();

/// A machine made of a map from path to bytes. Folders exist where a file lies beneath them.
class MemoryEnv final : public Env {
  public:
    std::map<std::string, std::string> files;
    std::int64_t clock = 1'767'225'600;  // 2026-01-01T00:00:00Z

    std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const override;
    std::vector<std::string> list(const std::string& folder) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::optional<std::string> resolve(const std::string& path) const override;
    std::optional<IoError> write(const std::string& path, std::string_view bytes) override;
    std::optional<IoError> remove(const std::string& path) override;
    std::int64_t now() const override { return clock; }
};

/// Joins with one slash and folds "." and ".." without asking the disk. `path` may be absolute.
std::string join_path(std::string_view folder, std::string_view path);
/// The folder part ("." when there is none) and the last part of a path.
std::string folder_of(std::string_view path);
std::string name_of(std::string_view path);

/// Where the shipped templates, fonts and content are: $SAYSO_HOME, else beside the installed program
/// (PREFIX/share/sayso), else the source tree this was built from. Empty when none holds a templates folder.
std::string find_data_folder(const Env& env, const std::string& program_path);

}  // namespace sayso

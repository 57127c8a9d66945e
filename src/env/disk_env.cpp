#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "env/env.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

/// Closes its descriptor on every way out.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    /// The error of close() matters after writing: a full network disk may say so only here.
    bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

  private:
    int fd_;
};

IoError last_error() {
    return {std::generic_category().message(errno)};
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

std::variant<std::string, IoError> read_all(int fd, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        const ssize_t n = ::read(fd, bytes.data() + have, size - have);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return last_error();
        if (n == 0) break;
        have += static_cast<std::size_t>(n);
    }
    bytes.resize(have);
    return bytes;
}

}  // namespace

std::variant<std::string, IoError> DiskEnv::read(const std::string& path, std::size_t max_bytes) const {
    // O_NONBLOCK: opening a named pipe must not hang.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info {};
    if (file.get() < 0 || ::fstat(file.get(), &info) != 0) return last_error();
    if (S_ISDIR(info.st_mode)) return IoError{"it is a folder"};
    if (!S_ISREG(info.st_mode)) return IoError{"it is not an ordinary file"};
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size > max_bytes)
        return IoError{"the file is larger than " + std::to_string(max_bytes >> 20) + " MB"};
    return read_all(file.get(), size);
}

std::vector<std::string> DiskEnv::list(const std::string& folder) const {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        names.push_back(it->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool DiskEnv::is_file(const std::string& path) const {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool DiskEnv::is_folder(const std::string& path) const {
    std::error_code error;
    return fs::is_directory(path, error);
}

std::optional<std::string> DiskEnv::resolve(const std::string& path) const {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    if (error) return std::nullopt;
    return canonical.string();
}

std::optional<IoError> DiskEnv::write(const std::string& path, std::string_view bytes) {
    std::error_code error;
    fs::create_directories(folder_of(path), error);
    if (error) return IoError{error.message()};
    // The process id keeps two runs on one folder apart; the thread's stack address keeps threads apart.
    const std::string beside = path + ".part-" + std::to_string(::getpid()) + "-" +
                               std::to_string(reinterpret_cast<std::uintptr_t>(&error) >> 12);
    Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) return last_error();
    const bool written =
        write_all(file.get(), bytes) && file.close() && ::rename(beside.c_str(), path.c_str()) == 0;
    if (written) return std::nullopt;
    const IoError why = last_error();
    ::unlink(beside.c_str());
    return why;
}

std::int64_t DiskEnv::now() const {
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr) {
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(fixed, fixed + std::strlen(fixed), seconds);
        if (error == std::errc{} && *end == '\0') return seconds;
    }
    return static_cast<std::int64_t>(std::time(nullptr));
}

}  // namespace sayso

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
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
#include "env/system_error.h"

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
    return system_error(errno);
}

/// What stands where a file was wanted.
std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a named pipe";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    return "something else";
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

/// The process id keeps two runs on one folder apart; the thread's stack address keeps threads apart.
std::string name_beside(const std::string& path) {
    const int here = 0;
    return path + ".part-" + std::to_string(::getpid()) + "-" +
           std::to_string(reinterpret_cast<std::uintptr_t>(&here) >> 12);
}

/// Ctrl-C and the like wait until the end of the scope, so that nothing half-done is left behind.
class SignalsHeld {
  public:
    SignalsHeld() {
        sigset_t polite;
        ::sigemptyset(&polite);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&polite, signal);
        ::pthread_sigmask(SIG_BLOCK, &polite, &before_);
    }
    ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

  private:
    sigset_t before_{};
};

std::optional<IoError> put_in_place(const std::string& beside, const std::string& path) {
    if (::rename(beside.c_str(), path.c_str()) == 0) return std::nullopt;
    const IoError why = last_error();
    ::unlink(beside.c_str());
    return why;
}

/// For file systems that know no files without a name. `settle`: the bytes are on the disk before the name
/// is.
std::optional<IoError> write_beside(const std::string& path, std::string_view bytes, bool settle = false) {
    const SignalsHeld hold;
    const std::string beside = name_beside(path);
    Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) return last_error();
    const bool written = write_all(file.get(), bytes) && (!settle || ::fsync(file.get()) == 0);
    if (written && file.close()) return put_in_place(beside, path);
    const IoError why = last_error();
    ::unlink(beside.c_str());
    return why;
}

}  // namespace

IoError system_error(int code) {
    switch (code) {
        case ENOENT:
            return {"no such file"};
        case EACCES:
        case EPERM:
            return {"permission denied", "give yourself the right to it (chmod u+rw), or use another place"};
        case ENOTDIR:
            return {"a part of its path is a file, not a folder", "name a path that leads through folders"};
        case EISDIR:
            return {"it is a folder, not a file", "name a file, or move the folder away"};
        case EROFS:
            return {"the disk can only be read", "choose a place on another disk"};
        case ENOSPC:
        case EDQUOT:
            return {"the disk is full", "make room, or choose a place on another disk"};
        case EFBIG:
            return {"it would be larger than the system lets a file be", "raise the limit (ulimit -f)"};
        case ENAMETOOLONG:
            return {"its name is too long", "choose a shorter name"};
        case ELOOP:
            return {"it is a link that leads back to itself", "put the file itself there"};
        default:
            return {std::generic_category().message(code)};
    }
}

std::optional<IoError> make_folder_of(const std::string& path) {
    std::error_code error;
    fs::create_directories(folder_of(path), error);
    if (error.value() == ENOENT) return IoError{"its folder cannot be made", "choose another folder"};
    if (error) return system_error(error.value());
    return std::nullopt;
}

std::variant<std::string, IoError> DiskEnv::read(const std::string& path, std::size_t max_bytes) const {
    // O_NONBLOCK: opening a named pipe must not hang.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info {};
    // A socket cannot be opened, but it can be told what it is.
    const bool known = file.get() >= 0 ? ::fstat(file.get(), &info) == 0
                                       : errno == ENXIO && ::stat(path.c_str(), &info) == 0;
    if (!known) return last_error();
    if (!S_ISREG(info.st_mode))
        return IoError{"it is " + std::string(kind_of(info.st_mode)) + ", not a file",
                       "name an ordinary file"};
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size > max_bytes) {
        return IoError{"the file is larger than " + std::to_string(max_bytes >> 20) + " MB",
                       "make it smaller, or two files of it"};
    }
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

// A file without a name vanishes by itself when the program is killed; only whole is it given one.
std::optional<IoError> DiskEnv::write(const std::string& path, std::string_view bytes) {
    if (auto fault = make_folder_of(path)) return fault;
    Descriptor nameless(::open(folder_of(path).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0644));
    if (nameless.get() < 0) return write_beside(path, bytes);
    if (!write_all(nameless.get(), bytes)) return last_error();
    const std::string held = "/proc/self/fd/" + std::to_string(nameless.get());
    const auto name = [&](const std::string& as) {
        return ::linkat(AT_FDCWD, held.c_str(), AT_FDCWD, as.c_str(), AT_SYMLINK_FOLLOW) == 0;
    };
    if (name(path)) return std::nullopt;
    if (errno != EEXIST) return write_beside(path, bytes);
    const SignalsHeld hold;  // from here to the rename there are two names
    const std::string beside = name_beside(path);
    if (!name(beside)) return last_error();
    return put_in_place(beside, path);
}

// Beside it, settled, and only then in its place; then the folder, which holds its name.
std::optional<IoError> DiskEnv::write_durably(const std::string& path, std::string_view bytes) {
    if (auto fault = make_folder_of(path)) return fault;
    if (auto fault = write_beside(path, bytes, true)) return fault;
    const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) ::fsync(folder.get());
    return std::nullopt;
}

namespace {

constexpr const char* source_date = "SOURCE_DATE_EPOCH";

std::optional<std::int64_t> parse_source_date(std::string_view text) {
    constexpr std::int64_t last = 253'402'300'799;  // 9999-12-31T23:59:59Z
    std::int64_t seconds = 0;
    const char* end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data(), end, seconds);
    if (error != std::errc{} || read != end || seconds < 0 || seconds > last) return std::nullopt;
    return seconds;
}

}  // namespace

std::optional<std::string> unusable_source_date() {
    const char* fixed = std::getenv(source_date);
    if (fixed == nullptr || parse_source_date(fixed)) return std::nullopt;
    return fixed;
}

std::int64_t DiskEnv::now() const {
    const char* fixed = std::getenv(source_date);
    const auto seconds = fixed == nullptr ? std::nullopt : parse_source_date(fixed);
    return seconds.value_or(static_cast<std::int64_t>(std::time(nullptr)));
}

}  // namespace sayso

// Locks between processes, by flock(2): the kernel drops them with the process, however it ends.
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "env/env.h"
#include "env/system_error.h"

namespace sayso {
namespace {

/// Holds the lock while it lives; leaves an empty file behind.
class FileLock {
  public:
    explicit FileLock(int fd) : fd_(fd) {}
    ~FileLock() {
        [[maybe_unused]] const int ignored = ::ftruncate(fd_, 0);
        ::close(fd_);
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

  private:
    int fd_;
};

/// The real clock: a lock is of this moment, whatever date the documents bear.
std::string who_am_i() {
    char host[256] = {}, time[32] = {};
    ::gethostname(host, sizeof host - 1);
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::strftime(time, sizeof time, "%Y-%m-%d %H:%M UTC", &utc);
    return "process " + std::to_string(::getpid()) + " on " + host + " since " + time;
}

std::string holder(int fd) {
    char text[512];
    const ssize_t n = ::pread(fd, text, sizeof text, 0);
    return n > 0 ? std::string(text, static_cast<std::size_t>(n)) : "another process";
}

}  // namespace

std::variant<std::shared_ptr<void>, LockHolder, IoError> DiskEnv::lock(const std::string& path,
                                                                       Sharing sharing) {
    if (auto fault = make_folder_of(path)) return *std::move(fault);
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0) return system_error(errno);
    if (::flock(fd, (sharing == Sharing::alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        const int why = errno;
        LockHolder other{holder(fd)};
        ::close(fd);
        if (why == EWOULDBLOCK) return other;
        return system_error(why);
    }
    const std::string me = who_am_i();
    if (::ftruncate(fd, 0) == 0) [[maybe_unused]]
        const ssize_t ignored = ::pwrite(fd, me.data(), me.size(), 0);
    return std::static_pointer_cast<void>(std::make_shared<FileLock>(fd));
}

std::optional<IoError> DiskEnv::append(const std::string& path, std::string_view bytes) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (fd < 0) return system_error(errno);
    // One write: a line is there whole or, when the disk is full, not of use.
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    const int why = errno;
    ::close(fd);
    if (written == static_cast<ssize_t>(bytes.size())) return std::nullopt;
    return system_error(written < 0 ? why : ENOSPC);
}

std::optional<IoError> DiskEnv::remove(const std::string& path) {
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error) return system_error(error.value());
    return std::nullopt;
}

}  // namespace sayso

#include "serve/watcher.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

#include "env/env.h"

namespace sayso::serve {
namespace {

constexpr std::size_t most_folders = 500;
constexpr int deepest = 8;
constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;

}  // namespace

Watcher::Watcher(std::string folder, std::vector<std::string> except)
    : folder_(std::move(folder)),
      except_(std::move(except)),
      descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (descriptor_ >= 0) watch(folder_, 0);
}

Watcher::~Watcher() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Watcher::watch(const std::string& folder, int depth) {
    if (depth > deepest || folders_.size() >= most_folders) return;
    const int watched = ::inotify_add_watch(descriptor_, folder.c_str(), events);
    if (watched < 0) return;
    folders_[watched] = folder;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        const bool passed_over =
            name.starts_with('.') || std::find(except_.begin(), except_.end(), name) != except_.end();
        std::error_code unknown;
        if (!passed_over && it->is_directory(unknown) && !it->is_symlink(unknown))
            watch(join_path(folder, name), depth + 1);
    }
}

std::vector<std::string> Watcher::changed() {
    std::vector<std::string> out;
    alignas(inotify_event) char buffer[16'384];
    for (ssize_t size = 0; (size = ::read(descriptor_, buffer, sizeof buffer)) > 0;) {
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            const auto folder = folders_.find(event->wd);
            if (folder == folders_.end() || event->len == 0) continue;
            const std::string name = event->name;
            if (name.starts_with('.') || name.find(".part-") != name.npos) continue;
            if (std::find(except_.begin(), except_.end(), name) != except_.end()) continue;
            const std::string path = join_path(folder->second, name);
            // Of a file that is being made, its being written tells.
            if ((event->mask & IN_CREATE) != 0 && (event->mask & IN_ISDIR) == 0) continue;
            if ((event->mask & IN_ISDIR) != 0 && (event->mask & (IN_CREATE | IN_MOVED_TO)) != 0)
                watch(path, 1);
            if (std::find(out.begin(), out.end(), path) == out.end()) out.push_back(path);
        }
    }
    return out;
}

}  // namespace sayso::serve

#include "serve/launch.h"

#include <sstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace sayso::serve {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

}  // namespace

bool launch(const std::vector<std::string>& arguments) {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;  // those that have ended since
    std::vector<char*> words;
    for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
    posix_spawnattr_t how;
    ::posix_spawnattr_init(&how);
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&how, &none);
    ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
    pid_t pid = 0;
    const int fault = ::posix_spawnp(&pid, words[0], &files, &how, words.data(), environ);
    ::posix_spawnattr_destroy(&how);
    ::posix_spawn_file_actions_destroy(&files);
    return fault == 0;
}

std::vector<std::string> editor_words(const std::string& command, const std::string& file, unsigned line) {
    std::vector<std::string> out;
    std::istringstream in(command);
    bool named = false;
    for (std::string word; in >> word;) {
        named = named || word.find("{file}") != word.npos;
        replace_all(word, "{file}", file);
        replace_all(word, "{line}", std::to_string(line));
        out.push_back(word);
    }
    if (!named) out.push_back(file);
    return out;
}

}  // namespace sayso::serve

#include "suite/cli/program.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sayso::suite {
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

[[noreturn]] void become_sayso(const std::vector<std::string>& arguments, const Folder& streams) {
    const auto redirect = [&](const char* name, int to) {
        ::dup2(::open(streams.path(name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), to);
    };
    redirect("out", STDOUT_FILENO);
    redirect("err", STDERR_FILENO);
    std::string program = SAYSO_PROGRAM;
    std::vector<std::string> words = arguments;
    std::vector<char*> argv{program.data()};
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::setenv("SAYSO_HOME", SAYSO_SOURCE_DIR, 1);
    ::execv(SAYSO_PROGRAM, argv.data());
    ::_exit(127);
}

}  // namespace

Finished run_sayso(const std::vector<std::string>& arguments, int stop_with, int stop_after_ms) {
    const Folder streams;
    const pid_t child = ::fork();
    if (child == 0) become_sayso(arguments, streams);
    if (stop_with != 0) {
        ::usleep(static_cast<useconds_t>(stop_after_ms) * 1000);
        ::kill(child, stop_with);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), bytes_of(streams.path("out")),
            bytes_of(streams.path("err"))};
}

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sayso-cli-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
}
Folder::~Folder() {
    std::filesystem::remove_all(path_);
}

std::string Folder::path(const std::string& name) const {
    return name.empty() ? path_ : path_ + "/" + name;
}

void Folder::write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
}

std::string Folder::read(const std::string& name) const {
    return bytes_of(path(name));
}

}  // namespace sayso::suite

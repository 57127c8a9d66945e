#include "env/recording_env.h"

#include <limits>
#include <set>

namespace sayso {
namespace {

std::string answer_of(const std::variant<std::string, IoError>& read, const RecordingEnv::Digest& digest) {
    const auto* bytes = std::get_if<std::string>(&read);
    return bytes ? digest(*bytes) : "cannot be read";
}

std::string answer_of(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += name + "\n";
    return all;
}

std::string answer_of(bool is) {
    return is ? "yes" : "no";
}

/// Where a path leads depends on where the project lies; that it leads to itself does not.
std::string answer_of(const std::optional<std::string>& place, const std::string& path) {
    if (!place) return "nowhere";
    return name_of(*place) == name_of(path) ? "here" : *place;
}

std::string ask(const Env& env, const Question& question, const RecordingEnv::Digest& digest) {
    switch (question.about) {
        case Question::About::contents:
            return answer_of(env.read(question.path, std::numeric_limits<std::size_t>::max()), digest);
        case Question::About::listing:
            return answer_of(env.list(question.path));
        case Question::About::is_file:
            return answer_of(env.is_file(question.path));
        case Question::About::is_folder:
            return answer_of(env.is_folder(question.path));
        case Question::About::place:
            return answer_of(env.resolve(question.path), question.path);
    }
    return {};
}

}  // namespace

void RecordingEnv::remember(Question::About about, const std::string& path, const std::string& answer) const {
    const std::lock_guard lock(mutex_);
    answers_.emplace(Question{about, path}, answer);
}

std::variant<std::string, IoError> RecordingEnv::read(const std::string& path, std::size_t max_bytes) const {
    auto out = PassingEnv::read(path, max_bytes);
    remember(Question::About::contents, path, answer_of(out, digest_));
    return out;
}

std::vector<std::string> RecordingEnv::list(const std::string& folder) const {
    auto out = PassingEnv::list(folder);
    remember(Question::About::listing, folder, answer_of(out));
    return out;
}

bool RecordingEnv::is_file(const std::string& path) const {
    const bool out = PassingEnv::is_file(path);
    remember(Question::About::is_file, path, answer_of(out));
    return out;
}

bool RecordingEnv::is_folder(const std::string& path) const {
    const bool out = PassingEnv::is_folder(path);
    remember(Question::About::is_folder, path, answer_of(out));
    return out;
}

std::optional<std::string> RecordingEnv::resolve(const std::string& path) const {
    auto out = PassingEnv::resolve(path);
    remember(Question::About::place, path, answer_of(out, path));
    return out;
}

std::vector<std::string> changed_paths(const Env& env, const Answers& answers,
                                       const RecordingEnv::Digest& digest) {
    std::set<std::string> paths;
    for (const auto& [question, answer] : answers) {
        if (ask(env, question, digest) != answer) paths.insert(question.path);
    }
    return {paths.begin(), paths.end()};
}

}  // namespace sayso

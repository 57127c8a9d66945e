#include "env/recording_env.h"

#include <limits>
#include <set>

namespace sayso {
namespace {

/// Files above this are not kept.
constexpr std::size_t most_kept = 256u << 10;

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

RecordingEnv::RecordingEnv(const RecordingEnv& earlier, const std::vector<std::string>& changed)
    : PassingEnv(earlier), digest_(earlier.digest_) {
    std::set<std::string> gone, around;
    for (const std::string& path : changed) {
        std::string at = join_path("", path);
        gone.insert(at);
        for (std::string up = folder_of(at); around.insert(up).second && up != folder_of(up);)
            up = folder_of(up);
    }
    const std::lock_guard lock(earlier.mutex_);
    for (const auto& [question, answer] : earlier.known_) {
        const std::string path = join_path("", question.path);
        const bool outdated = gone.contains(path) || (around.contains(path.empty() ? "." : path) &&
                                                      question.about != Question::About::contents);
        if (!outdated) known_.emplace(question, answer);
    }
}

template <class T, class Ask>
T RecordingEnv::once(Question::About about, const std::string& path, const Ask& ask) const {
    {
        const std::lock_guard lock(mutex_);
        const auto found = known_.find({about, path});
        if (found != known_.end()) return std::get<T>(found->second);
    }
    T answer = ask();
    const std::lock_guard lock(mutex_);
    return std::get<T>(known_.emplace(Question{about, path}, std::move(answer)).first->second);
}

std::variant<std::string, IoError> RecordingEnv::read(const std::string& path, std::size_t max_bytes) const {
    std::variant<std::string, IoError> fresh;
    bool asked = false;
    const auto contents = once<Contents>(Question::About::contents, path, [&]() -> Contents {
        fresh = PassingEnv::read(path, max_bytes);
        asked = true;
        const auto* bytes = std::get_if<std::string>(&fresh);
        if (bytes != nullptr && bytes->size() <= most_kept)
            return {std::make_shared<const std::string>(*bytes), {}};
        return {nullptr, digest_ ? answer_of(fresh, digest_) : ""};
    });
    if (contents.bytes && contents.bytes->size() <= max_bytes) return *contents.bytes;
    return asked ? std::move(fresh) : PassingEnv::read(path, max_bytes);
}

std::vector<std::string> RecordingEnv::list(const std::string& folder) const {
    return once<std::vector<std::string>>(Question::About::listing, folder,
                                          [&] { return PassingEnv::list(folder); });
}

bool RecordingEnv::is_file(const std::string& path) const {
    return once<bool>(Question::About::is_file, path, [&] { return PassingEnv::is_file(path); });
}

bool RecordingEnv::is_folder(const std::string& path) const {
    return once<bool>(Question::About::is_folder, path, [&] { return PassingEnv::is_folder(path); });
}

std::optional<std::string> RecordingEnv::resolve(const std::string& path) const {
    return once<std::optional<std::string>>(Question::About::place, path,
                                            [&] { return PassingEnv::resolve(path); });
}

std::string RecordingEnv::digest_of(const Question& question, const Answer& answer) const {
    if (const auto* contents = std::get_if<Contents>(&answer))
        return contents->bytes ? digest_(*contents->bytes) : contents->digest;
    if (const auto* names = std::get_if<std::vector<std::string>>(&answer)) return answer_of(*names);
    if (const auto* is = std::get_if<bool>(&answer)) return answer_of(*is);
    return answer_of(std::get<std::optional<std::string>>(answer), question.path);
}

Answers RecordingEnv::answers() const {
    const std::lock_guard lock(mutex_);
    Answers out;
    for (const auto& [question, answer] : known_) out.emplace(question, digest_of(question, answer));
    return out;
}

std::vector<std::string> RecordingEnv::paths() const {
    const std::lock_guard lock(mutex_);
    std::set<std::string> out;
    for (const auto& [question, answer] : known_) out.insert(question.path);
    return {out.begin(), out.end()};
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

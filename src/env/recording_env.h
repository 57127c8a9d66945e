// An environment that remembers what was asked of it, so that a later run can tell at once whether anything
// that went in has changed: the files that were read, and those that were looked for and not found.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "env/passing_env.h"

namespace sayso {

/// One question and a short form of its answer. For a file that was read, the SHA-256 of its bytes.
struct Question {
    enum class About : std::uint8_t { contents, listing, is_file, is_folder, place } about = About::contents;
    std::string path;
    auto operator<=>(const Question&) const = default;
};
using Answers = std::map<Question, std::string>;

class RecordingEnv final : public PassingEnv {
  public:
    using Digest = std::function<std::string(std::string_view)>;
    RecordingEnv(Env& inner, Digest digest) : PassingEnv(inner), digest_(std::move(digest)) {}

    std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const override;
    std::vector<std::string> list(const std::string& folder) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::optional<std::string> resolve(const std::string& path) const override;

    /// What was asked so far. Not while other threads still ask.
    const Answers& answers() const { return answers_; }

  private:
    void remember(Question::About about, const std::string& path, const std::string& answer) const;

    Digest digest_;
    mutable std::mutex mutex_;  // pictures are read by whichever thread needs them first
    mutable Answers answers_;
};

/// Paths whose answer is no longer the same, sorted. Empty: nothing that went in has changed.
std::vector<std::string> changed_paths(const Env& env, const Answers& answers,
                                       const RecordingEnv::Digest& digest);

}  // namespace sayso

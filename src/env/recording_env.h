// An environment that remembers what was asked of it and what it answered, and answers the same again:
// whatever is made from it sees every file at one moment. Its answers, in a short form, tell a later run
// whether anything that went in has changed: the files that were read, and those that were looked for and not
// found.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "env/passing_env.h"

namespace sayso {

struct Question {
    enum class About : std::uint8_t { contents, listing, is_file, is_folder, place } about = About::contents;
    std::string path;
    auto operator<=>(const Question&) const = default;
};
/// Each with a short form of its answer. For a file that was read, the digest of its bytes.
using Answers = std::map<Question, std::string>;

class RecordingEnv final : public PassingEnv {
  public:
    using Digest = std::function<std::string(std::string_view)>;
    RecordingEnv(Env& inner, Digest digest) : PassingEnv(inner), digest_(std::move(digest)) {}
    /// Knows all that `earlier` knows, but for what has to do with paths that have changed since: what is
    /// there, and what the folders around hold.
    RecordingEnv(const RecordingEnv& earlier, const std::vector<std::string>& changed);

    std::variant<std::string, IoError> read(const std::string& path, std::size_t max_bytes) const override;
    std::vector<std::string> list(const std::string& folder) const override;
    bool is_file(const std::string& path) const override;
    bool is_folder(const std::string& path) const override;
    std::optional<std::string> resolve(const std::string& path) const override;

    /// What was asked so far.
    Answers answers() const;
    /// The paths that were asked about, each once.
    std::vector<std::string> paths() const;

  private:
    /// Of a file. What is large (photos, fonts) is not kept, and read again if anybody should ask again.
    struct Contents {
        std::shared_ptr<const std::string> bytes;
        std::string digest;  // of what is not kept
    };
    using Answer = std::variant<Contents, std::vector<std::string>, bool, std::optional<std::string>>;

    template <class T, class Ask>
    T once(Question::About about, const std::string& path, const Ask& ask) const;
    std::string digest_of(const Question& question, const Answer& answer) const;

    Digest digest_;
    mutable std::mutex mutex_;  // pictures are read by whichever thread needs them first
    mutable std::map<Question, Answer> known_;
};

/// Paths whose answer is no longer the same, sorted. Empty: nothing that went in has changed.
std::vector<std::string> changed_paths(const Env& env, const Answers& answers,
                                       const RecordingEnv::Digest& digest);

}  // namespace sayso

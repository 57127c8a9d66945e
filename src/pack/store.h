// The pack's folder: what an earlier run left there, and whether it is still as it was left.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "diag/diagnostic.h"
#include "env/recording_env.h"
#include "pack/manifest.h"

namespace sayso::pack {

/// Which part of a pack.
struct Shard {
    std::size_t number = 1, of = 1;
};

/// "manifest-2-of-4.json" → 2 of 4.
std::optional<Shard> shard_of_name(std::string_view name);

/// What an earlier run left.
struct Earlier {
    std::map<std::string, DocumentEntry> documents;  // by path
    std::vector<FileEntry> pages, archives;
    std::vector<FailedEntry> failed;
    bool finished = false;  // it came to its end
    bool damaged = false;   // there is a manifest, but it cannot be read
    bool borrowed = false;  // of a shard: the documents are those of the whole pack in its folder
    std::string made_by;
    Answers answers;  // what it read, and what it looked for
    std::string settings;
};

/// Paths as they stand in a pack, the same wherever the project and the program lie: "project/sayso.yaml".
class PathNames {
  public:
    PathNames(std::string project, std::string data) : project_(std::move(project)), data_(std::move(data)) {}
    std::string to_pack(const std::string& path) const;
    std::string from_pack(const std::string& path) const;

  private:
    std::string project_, data_;
};

class Store {
  public:
    Store(Env& env, std::string folder, Shard shard) : env_(env), folder_(std::move(folder)), shard_(shard) {}

    /// Keeps others out for as long as this lives. Shards of one pack may run side by side; a whole run wants
    /// to be alone. False, and an error, when somebody else is in.
    bool lock(Diagnostics& diagnostics);
    Earlier load(const PathNames& names) const;
    /// Whether the file is there, whole and as it was made.
    bool is_intact(const FileEntry& file) const;
    bool are_intact(const std::vector<FileEntry>& files) const;
    /// Whether the document's words are there, for `pack diff`.
    bool has_words(const DocumentEntry& document) const;
    /// Its files as they were made, and its words.
    bool is_whole(const DocumentEntry& document) const;
    /// Whether sayso has worked in this folder.
    bool exists() const { return env_.is_folder(in(".sayso")); }

    std::optional<IoError> write(const std::string& path, std::string_view bytes);
    /// Notes that a document is made, for the run after a stop.
    std::optional<IoError> note(const DocumentEntry& document);
    /// The last step of a run: from here on the pack is whole.
    std::optional<IoError> finish(const Manifest& manifest, const Answers& answers, const PathNames& names,
                                  const std::string& settings);
    void remove(const std::string& path) { env_.remove(in(path)); }
    /// Takes away what only a shard has, when it has become part of the whole.
    void forget(const Shard& shard);
    /// The same for all shards: a run over the whole pack has made what they would have.
    void forget_shards();
    /// Takes away what a stopped run left half-written.
    void sweep();

    std::string in(const std::string& path) const { return join_path(folder_, path); }
    std::optional<std::string> read(const std::string& path) const;

  private:
    std::variant<std::shared_ptr<void>, LockHolder, IoError> try_lock();
    bool holds_foreign_page() const;

    Env& env_;
    std::string folder_;
    Shard shard_;
    std::shared_ptr<void> lock_;
};

/// The whole pack's inputs file from those of its shards: its text, and the same for any order of them.
std::string join_inputs(const std::vector<std::string>& texts);

}  // namespace sayso::pack

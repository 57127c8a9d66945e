// One run over a pack: which documents must be made, made on as many threads as asked for, and what stands
// around them (pages for people, archives, the manifest).
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "env/recording_env.h"
#include "pack/fingerprint.h"
#include "pack/index_page.h"
#include "pack/printed.h"
#include "pack/store.h"
#include "pipeline.h"
#include "sayso/pack.h"
#include "session/pack_plan.h"
#include "session/workshop.h"

namespace sayso::pack {

/// What a thread keeps between documents.
struct Hand {
    explicit Hand(const text::FontLibrary& fonts) : worker(fonts) {}
    Worker worker;
    Fingerprinter fingerprinter;
};

class Packer {
  public:
    Packer(Env& env, const std::string& data_folder, const std::string& project, const PackOptions& options,
           const Progress& progress);
    PackReport run();

  private:
    using Fate = PackReport::Document::Fate;
    /// What became of one document. Each is written by one thread alone.
    struct Result {
        Fate fate = Fate::failed;
        std::string why;
        DocumentEntry entry;
        Diagnostics faults;
        std::uint64_t bytes = 0;
    };

    /// A document as the pipeline gave it.
    struct Attempt {
        Request request;
        Made made;
        Fingerprint inputs;
        std::optional<std::string> reason;  // to make it anew
        bool today = true;                  // with today's date
    };

    bool is_up_to_date();
    bool read_project();
    bool is_own_project() const;
    void read_printed();
    void list_tasks();
    void read_fonts();
    Answers answers() const;
    void make_all();
    void finish();

    void work(std::size_t index, Hand& hand);
    const DocumentEntry* earlier_of(const PackTask& task) const;
    Attempt attempt(const PackTask& task, std::int64_t day, Hand& hand, Diagnostics& faults) const;
    void keep(const PackTask& task, Attempt& attempt, Hand& hand, Result& result);
    bool write_all(const PackTask& task, const Made& made, const std::string& words, Hand& hand,
                   Result& result);
    bool write(const std::string& path, const std::string& bytes, Diagnostics& faults);
    void fail_to_write(const std::string& path, const IoError& fault, Diagnostics& faults);
    void describe(const PackTask& task, const Attempt& attempt, DocumentEntry& entry) const;
    void tick();

    Manifest manifest_of_results(const Answers& answers);
    void remove_what_is_gone(const Manifest& manifest);
    void write_pages_and_archives(Manifest& manifest);
    std::string settings() const;
    PackReport report();

    Env& env_;
    std::string data_folder_, project_path_, project_folder_;
    const PackOptions& options_;
    const Progress& progress_;
    Shard shard_;
    PathNames names_;
    Store store_;
    Diagnostics faults_;  // of the run itself
    Earlier earlier_;
    PrintedRecord printed_;          // by earlier runs
    bool same_inputs_ = false;       // nothing that was read then has changed
    std::string remake_everything_;  // why, or empty

    std::shared_ptr<RecordingEnv> recorder_;
    std::optional<Catalogue> catalogue_;
    std::optional<Workshop> workshop_;
    std::optional<IndexPages> pages_;
    std::vector<PackTask> tasks_;
    std::set<std::string> others_;  // documents of the other shards
    std::vector<Result> results_;
    std::vector<std::pair<FailedEntry, Diagnostics>> faulty_sites_;
    std::vector<std::string> removed_;
    bool finished_ = false;

    std::atomic<bool> stopped_ = false;  // nothing can be written any more
    std::mutex progress_mutex_, journal_mutex_;
    std::size_t done_ = 0;
    StageTimes times_{};
};

}  // namespace sayso::pack

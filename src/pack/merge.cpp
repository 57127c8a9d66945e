// Shards become one pack: their files lie in one folder, their manifests in one file.
#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "pack/gone.h"
#include "pack/index_page.h"
#include "pack/printed.h"
#include "pack/store.h"
#include "pack/surroundings.h"
#include "sayso/pack.h"
#include "session/report.h"

namespace sayso {
namespace pack {
namespace {

/// A shard's manifest and where it lies.
struct Found {
    std::string folder;
    Shard shard;
    Manifest manifest;
};

class Merger {
  public:
    Merger(Env& env, const std::string& data_folder, const std::string& out, bool zip)
        : env_(env), data_folder_(data_folder), zip_(zip), store_(env, out, {}) {}

    PackReport run(const std::vector<std::string>& folders) {
        if (!gather(folders)) return report();  // before a folder is made
        if (!store_.lock(faults_)) return report();
        if (gather(folders)) join();  // again, now that nobody else can change them
        return report();
    }

  private:
    bool gather(const std::vector<std::string>& folders) {
        found_.clear();
        for (const std::string& folder : folders) find(folder);
        return !faults_.has_errors() && is_complete();
    }

    void find(const std::string& folder) {
        if (!env_.is_folder(folder)) {
            faults_.error("no-folder", {}, fmt::format("there is no folder \"{}\"", folder),
                          "name the folders that the shards were made in");
            return;
        }
        const std::size_t before = found_.size();
        for (const std::string& name : env_.list(folder)) {
            const auto shard = shard_of_name(name);
            if (!shard) continue;
            const auto text = Store(env_, folder, *shard).read(name);
            auto manifest = text ? manifest_from_json(*text) : std::nullopt;
            if (manifest) {
                found_.push_back({folder, *shard, std::move(*manifest)});
            } else {
                faults_.error(
                    "bad-manifest", {},
                    fmt::format("\"{}\" is not a manifest that sayso wrote", join_path(folder, name)),
                    "run that shard again");
            }
        }
        if (found_.size() > before || faults_.has_errors()) return;
        const bool is_merged = env_.is_file(join_path(folder, manifest_path(1, 1)));
        faults_.error("no-shards", {}, fmt::format("there are no shards in \"{}\"", folder),
                      is_merged ? "the pack in it is whole already: use it as it is"
                                : "make them with: sayso pack PROJECT -o DIR --shard 1/4");
    }

    /// Every part of one division is there, once.
    bool is_complete() {
        std::sort(found_.begin(), found_.end(),
                  [](const Found& a, const Found& b) { return a.shard.number < b.shard.number; });
        const std::size_t of = found_.front().shard.of;
        std::string missing;
        for (std::size_t n = 1; n <= of; ++n) {
            const auto count = std::count_if(found_.begin(), found_.end(),
                                             [&](const Found& one) { return one.shard.number == n; });
            if (count == 0) missing += fmt::format("{}{}/{}", missing.empty() ? "" : ", ", n, of);
            if (count > 1) {
                faults_.error("two-shards", {}, fmt::format("shard {}/{} is there more than once", n, of),
                              "name each folder once");
            }
        }
        if (!missing.empty()) {
            faults_.error("missing-shards", {}, fmt::format("these shards are not there: {}", missing),
                          "run them, or name the folders that hold them");
        }
        if (std::ranges::any_of(found_, [&](const Found& one) {
                return one.manifest.evidence != found_.front().manifest.evidence;
            }))
            faults_.error("mixed-shards", {},
                          "the shards were not made from the same evidence, so that their documents may "
                          "contradict each other",
                          "run the older of them again");
        for (const Found& one : found_) {
            if (one.shard.of == of && one.manifest.made_by == found_.front().manifest.made_by &&
                one.manifest.title == found_.front().manifest.title)
                continue;
            faults_.error("mixed-shards", {},
                          fmt::format("\"{}\" in \"{}\" belongs to another pack",
                                      manifest_path(one.shard.number, one.shard.of), one.folder),
                          "merge the shards of one project, divided and made alike");
        }
        return !faults_.has_errors();
    }

    /// What any part printed, the whole has printed; a record that is lost would let it give away what is
    /// hidden.
    bool remember_printed(const Store& from) {
        const auto text = from.read(printed_path);
        if (!text) return true;
        const auto record = printed_from_json(*text);
        if (!record) {
            faults_.error("damaged-record", {}, fmt::format("\"{}\" is damaged", from.in(printed_path)),
                          "put it back from a copy, or make that part again");
            return false;
        }
        if (!printed_) printed_ = PrintedRecord{{}, record->holds_until};
        printed_->numbers = joined_numbers(std::move(printed_->numbers), record->numbers);
        printed_->holds_until = std::min(printed_->holds_until, record->holds_until);
        return true;
    }

    void join() {
        Manifest whole;
        whole.made_by = found_.front().manifest.made_by;
        whole.title = found_.front().manifest.title;
        whole.fictional = found_.front().manifest.fictional;
        whole.lang = found_.front().manifest.lang;
        whole.evidence = found_.front().manifest.evidence;
        std::vector<std::string> inputs;
        for (Found& one : found_) {
            const Store from(env_, one.folder, one.shard);
            for (DocumentEntry& document : one.manifest.documents) {
                if (!bring(from, document)) return;
                whole.documents.push_back(std::move(document));
            }
            whole.failed.insert(whole.failed.end(), one.manifest.failed.begin(), one.manifest.failed.end());
            whole.inputs.insert(one.manifest.inputs.begin(), one.manifest.inputs.end());
            inputs.push_back(from.read(inputs_path(one.shard.number, one.shard.of)).value_or("{}"));
            if (!remember_printed(from)) return;
        }
        documents_ = whole.documents.size();
        const auto pages = IndexPages::load(env_, data_folder_, faults_);
        if (!pages) return;
        remove_gone(store_, store_.load({"", ""}), whole, zip_, true);
        if (const auto fault = surround(store_, *pages, {zip_}, 1, whole))
            return fail(fault->path, fault->fault);
        if (printed_) {
            if (const auto fault = store_.write(printed_path, to_json(*printed_)))
                return fail(printed_path, *fault);
        }
        if (const auto fault = store_.write(inputs_path(1, 1), join_inputs(inputs)))
            return fail(inputs_path(1, 1), *fault);
        if (const auto fault = store_.write(manifest_path(1, 1), to_json(whole)))
            return fail(manifest_path(1, 1), *fault);
        for (const Found& one : found_) clear_away(one);
    }

    /// Shards may lie in the pack that they become.
    bool is_here(const Store& from) const { return from.in("") == store_.in(""); }

    /// A document's files into this pack, checked against the shard's word.
    bool bring(const Store& from, const DocumentEntry& document) {
        for (const FileEntry& file : document.files) {
            if (!from.is_intact(file)) {
                faults_.error("damaged-file", {},
                              fmt::format("\"{}\" is not as the shard made it", from.in(file.path)),
                              "run that shard again");
                return false;
            }
        }
        if (is_here(from)) return true;
        std::vector<std::string> paths{words_path(document.path)};
        for (const FileEntry& file : document.files) paths.push_back(file.path);
        for (const std::string& path : paths) {
            if (const auto fault = store_.write(path, from.read(path).value_or(""))) {
                fail(path, *fault);
                return false;
            }
        }
        return true;
    }

    /// What only shards have, when they lie in the pack itself.
    void clear_away(const Found& one) {
        const Store from(env_, one.folder, one.shard);
        if (!is_here(from)) return;
        store_.forget(one.shard);
    }

    void fail(const std::string& path, const IoError& fault) {
        faults_.error("cannot-write", {},
                      fmt::format("cannot write \"{}\": {}", store_.in(path), fault.reason),
                      fault.hint_or("make room, or choose another folder with -o"));
    }

    PackReport report() {
        PackReport out;
        static_cast<Report&>(out) = make_report({}, faults_, {});
        out.kept = documents_;
        out.finished = out.ok();
        return out;
    }

    Env& env_;
    const std::string& data_folder_;
    bool zip_;
    Store store_;
    Diagnostics faults_;
    std::vector<Found> found_;
    std::size_t documents_ = 0;
    std::optional<PrintedRecord> printed_;  // of all parts
};

}  // namespace
}  // namespace pack

PackReport merge_packs(Env& env, const std::string& data_folder, const std::vector<std::string>& folders,
                       const std::string& out, bool zip) {
    return pack::Merger(env, data_folder, out, zip).run(folders);
}

}  // namespace sayso

// The end of a run: what stands around the documents, and the report.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "pack/gone.h"
#include "pack/packer.h"
#include "pack/surroundings.h"
#include "session/report.h"
#include "session/shared_faults.h"

namespace sayso::pack {
namespace {

/// Why something failed, in a line for the pack's own page.
std::string why(const Diagnostics& faults, bool strict) {
    for (const Diagnostic& fault : faults.items()) {
        if (is_error(fault, strict)) return fault.message;
    }
    return "it has faults";
}

}  // namespace

void Packer::finish() {
    const Answers all = answers();
    Manifest manifest = manifest_of_results(all);
    remove_what_is_gone(manifest);
    if (shard_.of <= 1) write_pages_and_archives(manifest);
    if (stopped_) return;
    if (const ProjectEvidence* evidence = catalogue_->evidence()) {
        const PrintedRecord record{joined_numbers(printed_.numbers, evidence->published.printed),
                                   evidence->published.holds_until};
        if (const auto fault = store_.write(printed_path, to_json(record)))
            fail_to_write(printed_path, *fault, faults_);
    }
    if (const auto fault = store_.finish(manifest, all, names_, settings()))
        fail_to_write(manifest_path(shard_.number, shard_.of), *fault, faults_);
    finished_ = !stopped_;
    if (finished_ && shard_.of <= 1) store_.forget_shards();
}

/// What was asked for documents that this run did not even look at was asked by the run before.
Answers Packer::answers() const {
    Answers all = recorder_->answers();
    if (same_inputs_) all.insert(earlier_.answers.begin(), earlier_.answers.end());
    return all;
}

Manifest Packer::manifest_of_results(const Answers& answers) {
    const model::Project& project = *catalogue_->project();
    Manifest manifest;
    manifest.made_by = producer();
    manifest.lang = catalogue_->base_lang();
    manifest.title =
        project.service ? project.service->name.text : catalogue_->approach(manifest.lang)->name.text;
    manifest.fictional = project.service && project.service->fictional;
    if (shard_.of > 1) manifest.shard = fmt::format("{} of {}", shard_.number, shard_.of);
    for (const auto& [question, answer] : answers) {
        if (question.about == Question::About::contents)
            manifest.inputs.emplace(names_.to_pack(question.path), answer);
    }
    if (const ProjectEvidence* evidence = catalogue_->evidence(); evidence && !evidence->all.empty())
        manifest.evidence = state_of(*evidence, project, catalogue_->sources());
    for (const auto& [failed, faults] : faulty_sites_) manifest.failed.push_back(failed);
    for (std::size_t i = 0; i < results_.size(); ++i) {
        if (results_[i].fate == Fate::failed) {
            manifest.failed.push_back({tasks_[i].job.path, why(results_[i].faults, options_.strict)});
        } else {
            manifest.documents.push_back(results_[i].entry);
        }
    }
    return manifest;
}

/// What failed is taken away like what is gone, but it is not told of as gone. What another shard makes now
/// is its own, though this one made it before the sites changed.
void Packer::remove_what_is_gone(const Manifest& manifest) {
    if (earlier_.borrowed) return;  // the merge will know what no part has
    std::set<std::string> planned;
    for (const PackTask& task : tasks_) planned.insert(task.job.path);
    std::erase_if(earlier_.documents, [this](const auto& one) { return others_.contains(one.first); });
    for (std::string& path : remove_gone(store_, earlier_, manifest, options_.zip, shard_.of <= 1)) {
        if (!planned.contains(path)) removed_.push_back(std::move(path));
    }
}

void Packer::write_pages_and_archives(Manifest& manifest) {
    Archives archives{options_.zip, {}, earlier_.archives};
    std::set<std::string> kept;
    for (const Result& result : results_) {
        if (result.fate == Fate::kept) kept.insert(result.entry.path);
        if (result.fate == Fate::made) archives.changed.insert(site_of(result.entry));
    }
    for (const auto& [path, document] : earlier_.documents) {
        if (!kept.contains(path)) archives.changed.insert(site_of(document));
    }
    if (const auto fault = surround(store_, *pages_, archives, options_.jobs, manifest))
        fail_to_write(fault->path, fault->fault, faults_);
}

PackReport Packer::report() {
    SharedFaults shared;
    PackReport out;
    for (std::size_t i = 0; i < results_.size(); ++i) {
        const Result& result = results_[i];
        const std::string& path = i < tasks_.size() ? tasks_[i].job.path : result.entry.path;
        shared.add(result.faults, path);
        const bool skipped = stopped_ && result.fate == Fate::failed;
        if (skipped) continue;
        out.documents.push_back({path, result.fate, result.why});
        out.bytes += result.bytes;
        (result.fate == Fate::made ? out.made : result.fate == Fate::kept ? out.kept : out.failed) += 1;
    }
    for (const auto& [failed, faults] : faulty_sites_) {
        faults_.merge(faults);
        out.documents.push_back({failed.path, Fate::failed, failed.why});
        ++out.failed;
    }
    for (const std::string& path : removed_)
        out.documents.push_back({path, Fate::removed, "the pack no longer has it"});
    out.removed = removed_.size();
    out.finished = finished_;
    if (catalogue_) faults_.merge(catalogue_->diagnostics());
    faults_.merge(shared.told());
    const SourceMap none;
    static_cast<Report&>(out) =
        make_report({}, faults_, catalogue_ ? catalogue_->sources() : none, options_.strict);
    for (std::size_t i = 0; i < times_.size(); ++i) out.seconds.emplace_back(stage_names[i], times_[i]);
    return out;
}

}  // namespace sayso::pack

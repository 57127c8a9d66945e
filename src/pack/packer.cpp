#include "pack/packer.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "env/limits.h"
#include "pack/reasons.h"
#include "pack/words.h"
#include "session/jobs.h"
#include "session/parallel.h"
#include "session/report.h"

namespace sayso::pack {
namespace {

/// Every letter of type may look different when one of these does.
bool is_font(const std::string& path) {
    return path.ends_with(".ttf") || path.ends_with(".otf") || path.ends_with(".ttc");
}

std::string project_folder(const Env& env, const std::string& path) {
    return !path.empty() && env.is_file(path) ? folder_of(path) : path;
}

}  // namespace

Packer::Packer(Env& env, const std::string& data_folder, const std::string& project,
               const PackOptions& options, const Progress& progress)
    : env_(env),
      data_folder_(data_folder),
      project_path_(project.empty() ? project : join_path("", project)),
      project_folder_(project_folder(env, project_path_)),
      options_(options),
      progress_(progress),
      shard_{options.shard, options.shards},
      names_(project_folder_, data_folder),
      store_(env, options.out, shard_) {}

std::string Packer::settings() const {
    return producer() + (options_.strict ? " strict" : "") +
           (options_.draft_language ? " draft-language" : "") +
           (options_.pdf.empty() ? "" : " pdf-" + options_.pdf);
}

PackReport Packer::run() {
    if (is_own_project()) {
        faults_.error(usage_fault, {},
                      fmt::format("\"{}\" is the folder of the project itself", options_.out),
                      "name another with -o, such as -o pack");
        return report();
    }
    read_printed();
    if (faults_.has_errors()) return report();
    // What is wrong with a project is told before a folder is made for it.
    const bool is_new = !store_.exists();
    if (is_new && !read_project()) return report();
    if (!store_.lock(faults_)) return report();
    earlier_ = store_.load(names_);
    if (is_up_to_date()) return report();
    if (!is_new && !read_project()) return report();
    if (!earlier_.finished) store_.sweep();
    make_all();
    if (!stopped_) finish();
    return report();
}

/// Pages and folders of sites would lie among the project's own files.
bool Packer::is_own_project() const {
    if (project_path_.empty()) return false;
    const auto home = env_.resolve(project_folder_.empty() ? "." : project_folder_);
    return home && home == env_.resolve(options_.out);
}

/// A record that is lost would let this pack give away what an earlier one hid.
void Packer::read_printed() {
    printed_.holds_until = std::numeric_limits<int>::max();
    const auto text = store_.read(printed_path);
    if (!text) return;
    if (auto record = printed_from_json(*text)) {
        printed_ = std::move(*record);
    } else {
        faults_.error("damaged-record", {}, fmt::format("\"{}\" is damaged", store_.in(printed_path)),
                      "put it back from a copy, or make the pack in a new folder");
    }
}

/// The quick way: nothing that was read or looked for is different, and every file is as it was made.
bool Packer::is_up_to_date() {
    if (evidence::day_of(env_.now()) > printed_.holds_until) return false;
    if (options_.fresh) {
        remake_everything_ = "asked for";
        return false;
    }
    if (!earlier_.documents.empty() && !earlier_.made_by.empty() && earlier_.made_by != producer())
        remake_everything_ = "made by " + earlier_.made_by;
    if (earlier_.answers.empty() || !remake_everything_.empty()) return false;
    const std::vector<std::string> changed = changed_paths(env_, earlier_.answers, &sha256);
    if (std::any_of(changed.begin(), changed.end(), is_font)) remake_everything_ = "a font changed";
    same_inputs_ = earlier_.finished && changed.empty() && earlier_.settings == settings();
    const bool has_archives = !earlier_.archives.empty();
    if (!same_inputs_ || !earlier_.failed.empty() || has_archives != options_.zip) return false;

    std::vector<const DocumentEntry*> documents;
    for (const auto& [path, document] : earlier_.documents) documents.push_back(&document);
    std::atomic<bool> intact = store_.are_intact(earlier_.archives) && store_.are_intact(earlier_.pages);
    for_all(documents.size(), options_.jobs, [&](std::size_t i, std::size_t) {
        if (intact && !store_.is_whole(*documents[i])) intact = false;
    });
    if (!intact) return false;
    finished_ = true;
    for (const DocumentEntry* document : documents)
        results_.push_back({Fate::kept, "nothing that goes into it has changed", *document, {}, 0});
    return true;
}

/// False when there are faults of the whole project; those of one site or document fail alone.
bool Packer::read_project() {
    recorder_ = std::make_shared<RecordingEnv>(env_, &sha256);
    catalogue_.emplace(recorder_, data_folder_, project_path_);
    catalogue_->remember_printed(printed_.numbers);
    if (catalogue_->project()) list_tasks();
    return !faults_.has_errors() && !catalogue_->diagnostics().has_errors();
}

void Packer::list_tasks() {
    read_fonts();
    pages_ = IndexPages::load(*recorder_, data_folder_, faults_);
    catalogue_->check_logo();
    const auto file = catalogue_->loader().pack(*catalogue_->project());
    if (!file) return;
    std::vector<PackTask> all = plan_pack(*catalogue_, *file);
    for (PackTask& task : all) {
        task.job.draft_language |= options_.draft_language;
        if (!options_.pdf.empty()) task.pdf = options_.pdf;
        if (catalogue_->prepare(task.job)) catalogue_->prepare_rules(task.job.lang);
    }
    workshop_.emplace(catalogue_->snapshot());
    // Neighbours share a site, so a shard is a stretch of the list.
    const auto cut = [&](std::size_t n) {
        return all.begin() + static_cast<std::ptrdiff_t>(all.size() * n / shard_.of);
    };
    for (auto task = all.begin(); task != all.end(); ++task) {
        if (task < cut(shard_.number - 1) || task >= cut(shard_.number)) others_.insert(task->job.path);
    }
    tasks_.assign(std::make_move_iterator(cut(shard_.number - 1)),
                  std::make_move_iterator(cut(shard_.number)));
    if (shard_.number != 1 || !catalogue_->project()->service) return;
    for (const model::FaultySite& site : catalogue_->project()->service->faulty_sites) {
        std::string why;
        for (const Diagnostic& fault : site.faults.items()) why += (why.empty() ? "" : "; ") + fault.message;
        const std::string name = site.id.empty() ? site.row : fmt::format("{} ({})", site.id, site.row);
        faulty_sites_.push_back({FailedEntry{name, why}, site.faults});
    }
}

/// All of them, though a run that keeps everything would shape no text: what goes into a pack must not depend
/// on what an earlier run left to do.
void Packer::read_fonts() {
    for (const std::string& parent : {project_folder_, data_folder_}) {
        if (parent.empty()) continue;
        const std::string folder = join_path(parent, "fonts");
        for (const std::string& name : recorder_->list(folder)) {
            if (is_font(name)) recorder_->read(join_path(folder, name), limits::font_file_bytes);
        }
    }
}

void Packer::make_all() {
    results_.resize(tasks_.size());
    if (tasks_.empty()) return;
    std::vector<std::optional<Hand>> hands(options_.jobs);
    for_all(tasks_.size(), options_.jobs, [&](std::size_t i, std::size_t thread) {
        std::optional<Hand>& hand = hands[thread];
        if (!hand) hand.emplace(*workshop_->snapshot().fonts);
        work(i, *hand);
    });
    for (const std::optional<Hand>& hand : hands) {
        for (std::size_t i = 0; hand && i < times_.size(); ++i) times_[i] += hand->worker.times[i];
    }
}

const DocumentEntry* Packer::earlier_of(const PackTask& task) const {
    const auto found = earlier_.documents.find(task.job.path);
    return found == earlier_.documents.end() ? nullptr : &found->second;
}

/// The document as of a day: up to where it turns out to be the one that is there, or else to its end. It is
/// only finished with today's date, which is the date of whatever is made now.
Packer::Attempt Packer::attempt(const PackTask& task, std::int64_t day, Hand& hand,
                                Diagnostics& faults) const {
    Job job = task.job;
    job.date = day;
    const bool today = workshop_->date(day, job.lang) == workshop_->date(env_.now(), job.lang);
    Emit emit{task.formats, 110, env_.now(), producer()};
    emit.thumbnail = true;
    emit.pdf = pdf::standard_on(task.pdf);
    Attempt out{workshop_->request(job, emit, hand.worker.shaper), {}, {}, {}, today};
    out.made = sayso::run(out.request, hand.worker, faults, [&](const compose::Composed& composed) {
        const Timed timed(hand.worker.times, Stage::compare);
        out.inputs = hand.fingerprinter.of(composed, task.formats, emit.pdf);
        out.reason = reason_to_make({earlier_.damaged, remake_everything_, options_.strict}, earlier_of(task),
                                    out.inputs, store_);
        return out.reason && today;
    });
    return out;
}

// A document bears the date of the day on which its content last changed, so its fingerprint is taken with
// the date that it has.
void Packer::work(std::size_t index, Hand& hand) {
    if (stopped_) return;
    const PackTask& task = tasks_[index];
    const DocumentEntry* earlier = earlier_of(task);
    Result& result = results_[index];
    if (earlier && same_inputs_ && store_.is_whole(*earlier)) {
        result = {Fate::kept, "nothing that goes into it has changed", *earlier, {}, 0};
        return tick();
    }
    std::optional<Attempt> attempt(
        this->attempt(task, earlier ? earlier->made : env_.now(), hand, result.faults));
    const bool same = !attempt->reason && !result.faults.has_errors();
    if (!same && !attempt->today) {
        result.faults = {};
        attempt.emplace(this->attempt(task, env_.now(), hand, result.faults));
    }
    if (same) {
        result = {Fate::kept, "its words and looks are the same", *earlier, {}, 0};
        describe(task, *attempt, result.entry);
        return tick();
    }
    result.why = attempt->reason.value_or("it has faults");
    result.entry.made = env_.now();
    result.entry.inputs = attempt->inputs;
    describe(task, *attempt, result.entry);
    keep(task, *attempt, hand, result);
    tick();
}

namespace {

/// The set of rules that PDFs keep to: docs/checks.md.
const char* rules_of(pdf::Standard standard) {
    switch (standard) {
        case pdf::Standard::ua_1:
            return "pdf-ua-1";
        case pdf::Standard::ua_2:
            break;
    }
    return "pdf-ua-2";
}

}  // namespace

/// What has no fault becomes part of the pack.
void Packer::keep(const PackTask& task, Attempt& attempt, Hand& hand, Result& result) {
    if (has_errors(result.faults, options_.strict)) return;
    result.entry.warnings = result.faults.warnings();
    result.entry.checks = std::move(attempt.made.checks);
    const bool has_pdf = std::find(task.formats.begin(), task.formats.end(), "pdf") != task.formats.end();
    if (has_pdf) result.entry.checks.emplace_back(rules_of(pdf::standard_on(task.pdf)));
    const std::string words = words_of(attempt.made.composed.document);
    if (write_all(task, attempt.made, words, hand, result)) result.fate = Fate::made;
}

bool Packer::write_all(const PackTask& task, const Made& made, const std::string& words, Hand& hand,
                       Result& result) {
    const Timed timed(hand.worker.times, Stage::write);
    const auto add = [&](const std::string& path, const std::string& bytes, std::size_t pages) {
        if (!write(path, bytes, result.faults)) return false;
        result.entry.files.push_back({path, sha256(bytes), bytes.size(), pages});
        result.bytes += bytes.size();
        return true;
    };
    for (const Output& output : made.outputs)
        if (!add(task.job.path + output.suffix, output.bytes, output.pages)) return false;
    if (!add(thumbnail_path(task.job.path), made.thumbnail, 0)) return false;
    if (!write(words_path(task.job.path), words, result.faults)) return false;
    const std::lock_guard lock(journal_mutex_);
    const auto fault = store_.note(result.entry);
    if (fault) fail_to_write(journal_path(shard_.number, shard_.of), *fault, result.faults);
    return !fault;
}

bool Packer::write(const std::string& path, const std::string& bytes, Diagnostics& faults) {
    if (stopped_) return false;
    const auto fault = store_.write(path, bytes);
    if (fault) fail_to_write(path, *fault, faults);
    return !fault;
}

/// One fault for all: what stops one document from being written stops the others.
void Packer::fail_to_write(const std::string& path, const IoError& fault, Diagnostics& faults) {
    if (stopped_.exchange(true)) return;
    faults.error("cannot-write", {}, fmt::format("cannot write \"{}\": {}", store_.in(path), fault.reason),
                 fmt::format("what is made so far is kept; {}, and run the same command again to go on",
                             fault.hint_or("make room")));
}

namespace {

/// For whoever hands the documents out: "You" is the person's name on their own paper only.
std::string reader_name(const compose::Request& request) {
    if (!request.audience) return "Everyone";
    const model::Stakeholder* reader = request.approach.stakeholder(request.audience->id.text);
    return reader != nullptr && reader->central ? reader->name.text : request.audience->name.text;
}

std::string how_to_print(const model::Template& layout, compose::Edition edition) {
    if (edition == compose::Edition::large_print && layout.print_large) return layout.print_large->text;
    return layout.print ? layout.print->text : "";
}

}  // namespace

void Packer::describe(const PackTask& task, const Attempt& attempt, DocumentEntry& entry) const {
    const Job& job = task.job;
    const auto& request = std::get<compose::Request>(attempt.request.content);
    const auto& service = catalogue_->project()->service;
    entry.path = job.path;
    entry.title = attempt.made.composed.document.title;
    entry.site = job.site ? job.site->id.text : "";
    entry.site_name = job.site  ? job.site->name.text
                      : service ? service->name.text
                                : request.approach.name.text;
    entry.audience = job.audience.empty() ? everyone : job.audience;
    entry.audience_name = reader_name(request);
    entry.kind = job.kind;
    entry.kind_name = request.layout.name.text;
    entry.edition = job.edition == compose::Edition::large_print ? "large-print" : "standard";
    entry.strand = job.strand;
    entry.lang = job.lang;
    entry.print = how_to_print(request.layout, job.edition);
    entry.account = attempt.made.composed.account;
}

void Packer::tick() {
    if (!progress_) return;
    const std::lock_guard lock(progress_mutex_);
    progress_(++done_, tasks_.size());
}

}  // namespace sayso::pack

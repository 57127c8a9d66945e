// `sayso check`: every fault that the project's documents have, in one run. The documents are those of a
// pack, made as a pack makes them, and thrown away.

#include <algorithm>
#include <mutex>

#include <fmt/format.h>

#include "session/jobs.h"
#include "session/pack_plan.h"
#include "session/parallel.h"
#include "session/session_impl.h"
#include "session/shared_faults.h"

namespace sayso {
namespace {

bool names(const std::vector<std::string>& wanted, const std::string& one) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), one) != wanted.end();
}

bool matches(const CheckOptions& options, const Job& job) {
    const bool large = job.edition == compose::Edition::large_print;
    return names(options.audiences, job.audience.empty() ? everyone : job.audience) &&
           names(options.kinds, job.kind) && names(options.langs, job.lang) &&
           names(options.sites, job.site ? job.site->id.text : "") &&
           (options.edition.empty() || (options.edition == "large-print") == large) &&
           (options.strand.empty() || job.strand == (options.strand == "both" ? "" : options.strand));
}

bool narrows(const CheckOptions& options) {
    return !options.audiences.empty() || !options.kinds.empty() || !options.langs.empty() ||
           !options.sites.empty() || !options.edition.empty() || !options.strand.empty();
}

BuildOptions as_build(const CheckOptions& options) {
    BuildOptions out;
    out.audiences = options.audiences;
    out.kinds = options.kinds;
    out.sites = options.sites;
    out.langs = options.langs;
    out.strand = options.strand;
    out.edition = options.edition;
    out.draft_language = options.draft_language;
    out.out = "";
    return out;
}

/// What `build` makes of the names; where no kind is named, every kind that a reader has.
std::vector<PackTask> as_build_makes(Catalogue& catalogue, const CheckOptions& options) {
    BuildOptions wanted = as_build(options);
    std::vector<PackTask> out;
    const auto add = [&] {
        for (Job& job : list_jobs(catalogue, wanted)) out.push_back({std::move(job), {"pdf"}});
    };
    if (!options.kinds.empty()) {
        add();
        return out;
    }
    const std::vector<std::string> readers =
        options.audiences.empty() ? catalogue.every_audience() : options.audiences;
    const std::vector<std::string> kinds = catalogue.loader().template_kinds(*catalogue.project());
    for (const std::string& reader : readers) {
        wanted.audiences = {reader};
        wanted.kinds.clear();
        std::copy_if(kinds.begin(), kinds.end(), std::back_inserter(wanted.kinds), [&](const auto& kind) {
            return catalogue.loader().serves(*catalogue.project(), kind, reader);
        });
        if (!wanted.kinds.empty()) add();
    }
    return out;
}

std::vector<PackTask> tasks_to_check(Catalogue& catalogue, const CheckOptions& options) {
    if (narrows(options) && !check_names(catalogue, as_build(options))) return {};
    const auto file = catalogue.loader().pack(*catalogue.project());
    if (!file) return {};
    std::vector<PackTask> tasks = plan_pack(catalogue, *file);
    std::erase_if(tasks, [&](const PackTask& task) { return !matches(options, task.job); });
    for (PackTask& task : tasks) task.job.draft_language |= options.draft_language;
    if (tasks.empty() && narrows(options) && !catalogue.diagnostics().has_errors())
        return as_build_makes(catalogue, options);
    return tasks;
}

/// Texts that say of themselves that somebody has yet to look at them.
void report_status(Catalogue& catalogue, const std::string& lang) {
    const auto say = [&](const std::optional<model::Words>& status) {
        if (!status || status->empty()) return;
        catalogue.diagnostics().warning("unchecked-text", status->span,
                                        fmt::format("this file is {}", status->text),
                                        "when somebody has checked it, take `status` out");
    };
    if (const model::Approach* approach = catalogue.approach(lang)) {
        say(approach->status);
        for (const std::string& id : catalogue.audience_ids()) {
            if (const model::Audience* audience = catalogue.audience(id, lang)) say(audience->status);
        }
    }
}

/// Each is prepared before any is made: one run finds the faults of all.
std::vector<PackTask> prepared(Catalogue& catalogue, const std::vector<PackTask>& tasks) {
    std::vector<PackTask> ready;
    std::vector<std::string> langs;
    for (const PackTask& task : tasks) {
        if (!catalogue.prepare(task.job)) continue;
        ready.push_back(task);
        if (std::find(langs.begin(), langs.end(), task.job.lang) == langs.end())
            langs.push_back(task.job.lang);
    }
    for (const std::string& lang : langs) {
        report_status(catalogue, lang);
        catalogue.prepare_rules(lang);
    }
    return ready;
}

/// What each of them has, in their order.
std::vector<Diagnostics> faults_of(const Workshop& workshop, const std::vector<PackTask>& tasks,
                                   std::size_t threads, const Progress& progress) {
    std::vector<Diagnostics> faults(tasks.size());
    std::vector<std::optional<Worker>> workers(threads);
    std::mutex counting;
    std::size_t done = 0;
    for_all(tasks.size(), threads, [&](std::size_t i, std::size_t thread) {
        std::optional<Worker>& worker = workers[thread];
        if (!worker) worker.emplace(*workshop.snapshot().fonts);
        Emit emit{tasks[i].formats, 110, workshop.snapshot().env->now(), producer()};
        emit.pdf = pdf::standard_on(tasks[i].pdf);
        run(workshop.request(tasks[i].job, emit, worker->shaper), *worker, faults[i]);
        if (!progress) return;
        const std::lock_guard lock(counting);
        progress(++done, tasks.size());
    });
    return faults;
}

}  // namespace

Report Session::check(const CheckOptions& options, const Progress& progress) const {
    Catalogue catalogue = impl_->catalogue();
    if (!catalogue.project()) return impl_->report(catalogue, {}, options.strict);
    catalogue.check_logo();
    if (const auto& service = catalogue.project()->service) {
        for (const model::FaultySite& site : service->faulty_sites)
            catalogue.diagnostics().merge(site.faults);
    }
    const std::vector<PackTask> tasks = prepared(catalogue, tasks_to_check(catalogue, options));
    if (tasks.empty()) return impl_->report(catalogue, {}, options.strict);
    const auto faults = faults_of(Workshop(catalogue.snapshot()), tasks, options.jobs, progress);
    SharedFaults shared;
    for (std::size_t i = 0; i < tasks.size(); ++i) shared.add(faults[i], tasks[i].job.path);
    catalogue.diagnostics().merge(shared.told());
    return impl_->report(catalogue, {}, options.strict);
}

}  // namespace sayso

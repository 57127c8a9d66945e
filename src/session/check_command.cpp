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
std::vector<PackTask> as_build_makes(Library& library, const CheckOptions& options) {
    BuildOptions wanted = as_build(options);
    std::vector<PackTask> out;
    const auto add = [&] {
        for (Job& job : list_jobs(library, wanted)) out.push_back({std::move(job), {"pdf"}});
    };
    if (!options.kinds.empty()) {
        add();
        return out;
    }
    const std::vector<std::string> readers =
        options.audiences.empty() ? library.every_audience() : options.audiences;
    const std::vector<std::string> kinds = library.loader().template_kinds(*library.project());
    for (const std::string& reader : readers) {
        wanted.audiences = {reader};
        wanted.kinds.clear();
        std::copy_if(kinds.begin(), kinds.end(), std::back_inserter(wanted.kinds), [&](const auto& kind) {
            return library.loader().serves(*library.project(), kind, reader);
        });
        if (!wanted.kinds.empty()) add();
    }
    return out;
}

std::vector<PackTask> tasks_to_check(Library& library, const CheckOptions& options) {
    if (narrows(options) && !check_names(library, as_build(options))) return {};
    const auto file = library.loader().pack(*library.project());
    if (!file) return {};
    std::vector<PackTask> tasks = plan_pack(library, *file);
    std::erase_if(tasks, [&](const PackTask& task) { return !matches(options, task.job); });
    for (PackTask& task : tasks) task.job.draft_language |= options.draft_language;
    if (tasks.empty() && narrows(options) && !library.diagnostics().has_errors())
        return as_build_makes(library, options);
    return tasks;
}

/// Texts that say of themselves that somebody has yet to look at them.
void report_status(Library& library, const std::string& lang) {
    const auto say = [&](const std::optional<model::Words>& status) {
        if (!status) return;
        library.diagnostics().warning("unchecked-text", status->span,
                                      fmt::format("this file is {}", status->text),
                                      "when somebody has checked it, take `status` out");
    };
    if (const model::Approach* approach = library.approach(lang)) {
        say(approach->status);
        for (const std::string& id : library.audience_ids()) {
            if (const model::Audience* audience = library.audience(id, lang)) say(audience->status);
        }
    }
}

/// Each is prepared before any is made: one run finds the faults of all.
std::vector<PackTask> prepared(Library& library, const std::vector<PackTask>& tasks) {
    std::vector<PackTask> ready;
    std::vector<std::string> langs;
    for (const PackTask& task : tasks) {
        if (!library.prepare(task.job)) continue;
        ready.push_back(task);
        if (std::find(langs.begin(), langs.end(), task.job.lang) == langs.end())
            langs.push_back(task.job.lang);
    }
    for (const std::string& lang : langs) {
        report_status(library, lang);
        library.prepare_rules(lang);
    }
    return ready;
}

/// What each of them has, in their order.
std::vector<Diagnostics> faults_of(const Library& library, const text::FontLibrary& fonts,
                                   const std::vector<PackTask>& tasks, std::size_t threads,
                                   const Progress& progress) {
    std::vector<Diagnostics> faults(tasks.size());
    std::vector<std::optional<Worker>> workers(threads);
    std::mutex counting;
    std::size_t done = 0;
    for_all(tasks.size(), threads, [&](std::size_t i, std::size_t thread) {
        std::optional<Worker>& worker = workers[thread];
        if (!worker) worker.emplace(fonts);
        const Emit emit{tasks[i].formats, 110, library.env().now(), producer()};
        run(library.request(tasks[i].job, emit, worker->shaper), *worker, faults[i]);
        if (!progress) return;
        const std::lock_guard lock(counting);
        progress(++done, tasks.size());
    });
    return faults;
}

}  // namespace

Report Session::check(const CheckOptions& options, const Progress& progress) {
    Library& library = impl_->library;
    if (!library.project()) return impl_->report({}, options.strict);
    library.check_logo();
    if (const auto& service = library.project()->service) {
        for (const model::FaultySite& site : service->faulty_sites) library.diagnostics().merge(site.faults);
    }
    const std::vector<PackTask> tasks = prepared(library, tasks_to_check(library, options));
    if (tasks.empty()) return impl_->report({}, options.strict);
    const auto faults = faults_of(library, *library.fonts(), tasks, options.jobs, progress);
    SharedFaults shared;
    for (std::size_t i = 0; i < tasks.size(); ++i) shared.add(faults[i], tasks[i].job.path);
    library.diagnostics().merge(shared.told());
    return impl_->report({}, options.strict);
}

}  // namespace sayso

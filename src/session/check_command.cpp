// `sayso check`: every fault that the project's documents have, in one run.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "session/checking.h"
#include "session/jobs.h"
#include "session/pack_plan.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

/// The whole pipeline of one document with the rules of plain, accessible print between its stages.
class Inspector {
  public:
    Inspector(Library& library, const text::FontLibrary& fonts) : library_(library), worker_(fonts) {}

    Diagnostics inspect(const Job& job, const check::Lexicon* lexicon) {
        Diagnostics faults;
        const compose::Request request = library_.request(job, worker_.shaper);
        const compose::Composed composed = compose_document(request, worker_, faults);
        if (faults.has_errors()) return faults;
        const layout::Placed placed = place_document(composed, worker_, faults);
        check_made(request, job, composed, placed, lexicon, worker_, faults);
        emit_document(composed, placed, {{"pdf"}, 0, 0, producer()}, worker_, faults);
        return faults;
    }

  private:
    Library& library_;
    Worker worker_;
};

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

}  // namespace

Report Session::check(const CheckOptions& options) {
    Library& library = impl_->library;
    if (!library.project()) return impl_->report({}, options.strict);
    library.check_logo();
    if (const auto& service = library.project()->service) {
        for (const model::FaultySite& site : service->faulty_sites) library.diagnostics().merge(site.faults);
    }
    if (const auto file = library.loader().pack(*library.project())) plan_pack(library, *file);
    BuildOptions everything;
    everything.audiences = options.audiences;
    everything.kinds =
        options.kinds.empty() ? library.loader().template_kinds(*library.project()) : options.kinds;
    everything.langs = options.langs;
    everything.strand = options.strand;
    everything.edition = options.edition;
    everything.draft_language = options.draft_language;
    const std::vector<Job> jobs = list_jobs(library, everything);
    std::vector<Job> ready;
    std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(ready),
                 [&](const Job& job) { return library.prepare(job); });
    if (ready.empty()) return impl_->report({}, options.strict);

    Inspector inspector(library, *library.fonts());
    std::map<std::string, std::optional<check::Lexicon>> lexicons;
    for (const Job& job : ready) {
        auto found = lexicons.find(job.lang);
        if (found == lexicons.end()) {
            report_status(library, job.lang);
            found = lexicons.emplace(job.lang, library.word_list(job.lang)).first;
        }
        library.diagnostics().merge(
            named(inspector.inspect(job, found->second ? &*found->second : nullptr), job));
    }
    return impl_->report({}, options.strict);
}

}  // namespace sayso

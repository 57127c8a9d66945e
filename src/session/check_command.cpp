// `sayso check`: every fault that the project's documents have, in one run.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/check.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/word_list.h"
#include "session/jobs.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

/// Regulators word their points as they do.
void add_framework_names(const compose::Request& request, check::Profile& profile) {
    if (request.frameworks == nullptr) return;
    for (const model::FrameworkUse& use : *request.frameworks) {
        for (const model::FrameworkArea& area : use.framework.areas) {
            for (const model::FrameworkPoint& point : area.points) profile.names.push_back(point.name.text);
        }
    }
}

/// The whole pipeline of one document with the rules of plain, accessible print between its stages.
class Inspector {
  public:
    Inspector(Library& library, const text::FontLibrary& fonts) : library_(library), worker_(fonts) {}

    Diagnostics inspect(const Job& job, const model::WordList* words) {
        Diagnostics faults;
        const compose::Request request = library_.request(job, worker_.shaper);
        const compose::Composed composed = compose::compose(request, faults);
        if (faults.has_errors()) return faults;
        const layout::Placed placed =
            layout::place(composed.document, composed.pages, worker_.shaper, faults);

        check::Profile profile = check::profile_of(request.approach, request.audience);
        add_framework_names(request, profile);
        profile.easy_read = job.kind.starts_with("easy-read");
        profile.large_print = job.edition == compose::Edition::large_print;
        profile.pages = placed.pages.size();
        check::check_document(composed.document, profile, words, faults);
        const auto weight = [&](FontId font) { return worker_.fonts.weight(font); };
        check::check_pages(composed.document, placed.pages, weight, faults);
        pdf::write(composed.document, placed.pages, worker_.fonts, {0, producer(), placed.page_labels},
                   worker_.pdf_cache, faults);
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
        for (const std::string& id : library.loader().audience_ids(*library.project(), *approach)) {
            if (const model::Audience* audience = library.audience(id, lang)) say(audience->status);
        }
    }
}

}  // namespace

Report Session::check(const CheckOptions& options) {
    Library& library = impl_->library;
    if (!library.project()) return impl_->report({}, options.strict);
    library.check_logo();
    BuildOptions everything;
    everything.audiences = options.audiences;
    everything.kinds =
        options.kinds.empty() ? library.loader().template_kinds(*library.project()) : options.kinds;
    everything.langs = options.langs;
    everything.strand = options.strand;
    everything.edition = options.edition;
    const std::vector<Job> jobs = list_jobs(library, everything);
    std::vector<Job> ready;
    std::copy_if(jobs.begin(), jobs.end(), std::back_inserter(ready),
                 [&](const Job& job) { return library.prepare(job); });
    if (ready.empty()) return impl_->report({}, options.strict);

    Inspector inspector(library, *library.fonts());
    std::map<std::string, std::optional<model::WordList>> words;
    for (const Job& job : ready) {
        auto found = words.find(job.lang);
        if (found == words.end()) {
            report_status(library, job.lang);
            found = words.emplace(job.lang, library.word_list(job.lang)).first;
        }
        library.diagnostics().merge(
            named(inspector.inspect(job, found->second ? &*found->second : nullptr), job));
    }
    return impl_->report({}, options.strict);
}

}  // namespace sayso

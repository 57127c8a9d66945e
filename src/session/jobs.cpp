#include "session/jobs.h"

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "session/report.h"

namespace sayso {
namespace {

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Those of `wanted` that are `known`; the others are errors of the command line.
std::vector<std::string> checked(const std::vector<std::string>& wanted,
                                 const std::vector<std::string>& known, const char* what,
                                 Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const std::string& one : wanted) {
        if (contains(known, one)) {
            if (!contains(out, one)) out.push_back(one);
        } else {
            diagnostics.error(usage_fault, {}, fmt::format("there is no {} \"{}\"", what, one),
                              suggestion(one, known));
        }
    }
    return out;
}

std::vector<std::string> ids(const auto& items) {
    std::vector<std::string> out;
    for (const auto& item : items) out.push_back(item.id.text);
    return out;
}

class JobLister {
  public:
    JobLister(Catalogue& catalogue, const BuildOptions& options, const model::Approach& approach)
        : catalogue_(catalogue), options_(options), approach_(approach) {}

    /// What the options name, as far as it is known.
    struct Names {
        std::vector<std::string> audiences, kinds, langs;
        std::vector<const model::Site*> sites;
    };

    Names names() {
        Diagnostics& faults = catalogue_.diagnostics();
        Names out;
        out.audiences = audiences();
        out.kinds = options_.kinds.empty()
                        ? std::vector<std::string>{"briefing"}
                        : checked(options_.kinds, catalogue_.loader().template_kinds(*catalogue_.project()),
                                  "kind", faults);
        catalogue_.knows_strand(options_.strand);
        out.langs = options_.langs.empty()
                        ? std::vector<std::string>{catalogue_.base_lang()}
                        : checked(options_.langs, catalogue_.languages(), "language", faults);
        out.sites = sites(faults);
        return out;
    }

    std::vector<Job> list() {
        Diagnostics& faults = catalogue_.diagnostics();
        model::Loader& loader = catalogue_.loader();
        const auto [audiences, kinds, langs, sites] = names();
        for (const model::Site* site : sites) {
            for (const std::string& audience : audiences) {
                for (const std::string& kind : kinds) {
                    // Not every kind is for every reader; only what was asked for by name is missed.
                    if (options_.audiences.empty() && !loader.serves(*catalogue_.project(), kind, audience))
                        continue;
                    for (const std::string& lang : langs) add_each(site, audience, kind, lang);
                }
            }
        }
        if (jobs_.empty() && !faults.has_errors()) report_none(kinds);
        return std::move(jobs_);
    }

  private:
    std::vector<std::string> audiences() {
        if (options_.audiences.empty()) return catalogue_.every_audience();
        std::vector<std::string> known = catalogue_.audience_ids();
        known.emplace_back(everyone);
        return checked(options_.audiences, known, "audience", catalogue_.diagnostics());
    }

    /// Nothing made is never a success.
    void report_none(const std::vector<std::string>& kinds) {
        for (const std::string& kind : kinds) {
            if (named_nobody_) {
                catalogue_.diagnostics().error(
                    usage_fault, {}, "the table of recipients names nobody who would get this letter",
                    "add a row for them, or take the table away for a letter without a name");
                continue;
            }
            catalogue_.diagnostics().error(usage_fault, {},
                                           fmt::format("the kind \"{}\" is for none of the readers of \"{}\"",
                                                       kind, approach_.name.text),
                                           "name a reader with --audience to see why");
        }
    }

    std::vector<const model::Site*> sites(Diagnostics& faults) {
        if (options_.sites.empty()) return {nullptr};
        std::vector<const model::Site*> out;
        const auto& service = catalogue_.project()->service;
        const std::vector<model::Site> none;
        const auto& all = service ? service->sites : none;
        const auto& faulty = service ? service->faulty_sites : std::vector<model::FaultySite>{};
        std::vector<std::string> wanted = options_.sites;
        for (const model::FaultySite& one : faulty) {
            if (std::erase(wanted, one.id) > 0) faults.merge(one.faults);
        }
        if (all.empty() && !wanted.empty()) {
            faults.error(usage_fault, {}, "this project has no sites",
                         "leave --site out, or list the sites under `service: sites:` in sayso.yaml");
        }
        for (const std::string& id :
             all.empty() ? std::vector<std::string>{} : checked(wanted, ids(all), "site", faults)) {
            out.push_back(&*std::find_if(all.begin(), all.end(),
                                         [&](const model::Site& s) { return s.id.text == id; }));
        }
        return out;
    }

    /// A letter for each person who is such a reader, from their own site unless sites were asked for; one
    /// without a name for a reader who was asked for and is not in the table of recipients, or where there is
    /// none.
    void add_each(const model::Site* site, const std::string& audience, const std::string& kind,
                  const std::string& lang) {
        if (audience == everyone && !catalogue_.for_everyone(kind, lang)) return;
        if (!catalogue_.loader().is_addressed(*catalogue_.project(), kind))
            return add(site, audience, kind, lang);
        const std::vector<model::Recipient>& all = catalogue_.recipients();
        const std::size_t before = jobs_.size();
        for (const model::Recipient& one : all) {
            const model::Site* from = site_of(*catalogue_.project(), one);
            if (one.audience == audience && (site == nullptr || from == site))
                add(from, audience, kind, lang, &one);
        }
        if (jobs_.size() > before) return;
        named_nobody_ = options_.audiences.empty() && !all.empty();
        if (!named_nobody_) add(site, audience, kind, lang);
    }

    void add(const model::Site* site, const std::string& audience, const std::string& kind,
             const std::string& lang, const model::Recipient* recipient = nullptr) {
        Job job;
        if (audience != everyone) job.audience = audience;
        job.kind = kind;
        job.lang = lang;
        job.draft_language = options_.draft_language;
        job.site = site;
        job.recipient = recipient;
        job.edition =
            options_.edition == "large-print" ? compose::Edition::large_print : compose::Edition::standard;
        job.strand = options_.strand == "both" ? "" : options_.strand;
        job.path = join_path(site ? join_path(options_.out, site->id.text) : options_.out,
                             document_name(job, catalogue_.base_lang()));
        // The name says only what was asked for.
        if (options_.strand.empty()) job.strand = own_strand(*catalogue_.project(), site);
        jobs_.push_back(std::move(job));
    }

    Catalogue& catalogue_;
    const BuildOptions& options_;
    const model::Approach& approach_;
    std::vector<Job> jobs_;
    bool named_nobody_ = false;  // in the table of recipients, as far as was asked for
};

}  // namespace

std::string document_name(const Job& job, const std::string& base_lang) {
    std::string name = (job.audience.empty() ? std::string(everyone) : job.audience) + "-" + job.kind;
    if (!job.strand.empty()) name += "-" + job.strand;
    if (job.edition == compose::Edition::large_print) name += "-large-print";
    if (job.lang != base_lang) name += "-" + job.lang;
    if (job.recipient != nullptr) name += "-" + job.recipient->file;
    return name;
}

const model::Site* site_of(const model::Project& project, const model::Recipient& recipient) {
    if (!recipient.site || !project.service) return nullptr;
    const auto& sites = project.service->sites;
    const auto found = std::find_if(sites.begin(), sites.end(), [&](const model::Site& site) {
        return site.id.text == recipient.site->text;
    });
    return found == sites.end() ? nullptr : &*found;
}

std::string own_strand(const model::Project& project, const model::Site* site) {
    if (site && !site->strands.empty())
        return site->strands.size() == 1 ? site->strands.front().text : std::string();
    const auto& service = project.service;
    return service && service->strands.size() == 1 ? service->strands.front().text : std::string();
}

std::vector<Job> list_jobs(Catalogue& catalogue, const BuildOptions& options) {
    const model::Approach* approach = catalogue.approach(catalogue.base_lang());
    if (approach == nullptr) return {};
    return JobLister(catalogue, options, *approach).list();
}

bool check_names(Catalogue& catalogue, const BuildOptions& options) {
    const model::Approach* approach = catalogue.approach(catalogue.base_lang());
    const std::size_t before = catalogue.diagnostics().errors();
    if (approach != nullptr) JobLister(catalogue, options, *approach).names();
    return approach != nullptr && catalogue.diagnostics().errors() == before;
}

}  // namespace sayso

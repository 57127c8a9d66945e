#include "session/pack_plan.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "session/jobs.h"

namespace sayso {
namespace {

/// A document as the pack file asks for it, before a site is known.
struct Wanted {
    Job job;
    std::string strand;  // "own", "both" or the id of one
    std::vector<std::string> formats;
    const model::Words* pdf;
    bool addressed = false;  // one for each recipient
};

std::vector<std::string> texts(const std::vector<model::Words>& words, std::vector<std::string> otherwise) {
    if (words.empty()) return otherwise;
    std::vector<std::string> out;
    for (const model::Words& one : words) out.push_back(one.text);
    return out;
}

std::vector<compose::Edition> editions_of(const model::PackGroup& group) {
    return group.editions.empty() ? std::vector{compose::Edition::standard} : group.editions;
}

bool has(const std::vector<model::Words>& words, const std::string& id) {
    return std::any_of(words.begin(), words.end(), [&](const model::Words& one) { return one == id; });
}

class Planner {
  public:
    Planner(Catalogue& catalogue, const model::Approach& approach)
        : catalogue_(catalogue), loader_(catalogue.loader()), project_(*catalogue.project()) {
        audiences_ = catalogue.audience_ids();
        kinds_ = loader_.template_kinds(project_);
        strands_ = {"own", "both"};
        for (const model::Strand& strand : approach.strands) strands_.push_back(strand.id.text);
        for (const model::Site& site : sites()) add_names(site.id.text, site.groups);
        if (!project_.service) return;
        // A row that cannot be used fails by itself, not a second time because the pack file names it.
        for (const model::FaultySite& site : project_.service->faulty_sites) add_names(site.id, site.groups);
    }

    std::vector<PackTask> plan(const model::PackFile& file) {
        Groups groups;
        first_group_ = file.documents.data();
        for (const model::PackGroup& group : file.documents) {
            if (file.own) check(group);
            groups.emplace_back(&group, wanted(group));
        }
        const bool has_sites = project_.service && !site_names_.empty();
        for (const auto& [group, documents] : groups) {
            add(*group, nullptr, documents, group->whole_service || !has_sites);
        }
        for (const model::Site& site : sites()) {
            for (const auto& [group, documents] : groups) {
                if (takes(*group, site)) add(*group, &site, documents, !group->whole_service);
            }
        }
        report_what_is_left_over(file, groups);
        return std::move(tasks_);
    }

  private:
    using Groups = std::vector<std::pair<const model::PackGroup*, std::vector<Wanted>>>;

    /// A pack without documents is no success, and what was written for nothing is a slip. Where a row of the
    /// table failed, that may be the reason, and it is told.
    void report_what_is_left_over(const model::PackFile& file, const Groups& groups) {
        Diagnostics& faults = catalogue_.diagnostics();
        if (faults.has_errors()) return;
        const bool lost_sites = project_.service && !project_.service->faulty_sites.empty();
        const bool wants_any = std::any_of(groups.begin(), groups.end(),
                                           [](const auto& group) { return !group.second.empty(); });
        if (lost_sites && wants_any) return;
        if (tasks_.empty()) {
            faults.error("empty-pack", file.place, "the pack has no documents",
                         "name kinds, readers and sites that go together under `documents:` in pack.yaml");
            return;
        }
        if (!file.own) return;
        for (const model::PackGroup& group : file.documents) {
            if (used_.contains(&group)) continue;
            faults.warning("unused-group", group.place, "no site gets a document from this group",
                           "look whether its kinds, readers, strands and sites go together");
        }
        for (const model::Site& site : sites()) {
            if (served_.contains(&site)) continue;
            faults.warning("unserved-site", site.id.span,
                           fmt::format("the site \"{}\" gets no documents", site.id.text),
                           "name it, or a group that it belongs to, under `sites:` in pack.yaml");
        }
    }

    void add_names(const std::string& site, const std::vector<model::Words>& groups) {
        site_names_.push_back(site);
        for (const model::Words& group : groups) site_names_.push_back(group.text);
    }

    const std::vector<model::Site>& sites() const {
        static const std::vector<model::Site> none;
        return project_.service ? project_.service->sites : none;
    }

    void check(const std::vector<model::Words>& names, const std::vector<std::string>& known,
               const char* what) {
        for (const model::Words& name : names) {
            if (std::find(known.begin(), known.end(), name.text) != known.end()) continue;
            if (known.empty()) {
                catalogue_.diagnostics().error("unknown-id", name.span, "this project has no sites",
                                               "list them under `service: sites:` in sayso.yaml");
                return;
            }
            catalogue_.diagnostics().error("unknown-id", name.span,
                                           fmt::format("there is no {} \"{}\"", what, name.text),
                                           suggestion(name.text, known));
        }
    }

    void check(const model::PackGroup& group) {
        std::vector<std::string> readers = audiences_;
        readers.emplace_back(everyone);
        check(group.audiences, readers, "audience");
        check(group.kinds, kinds_, "kind");
        check(group.strands, strands_, "strand");
        check(group.langs, catalogue_.languages(), "language");
        check(group.sites, site_names_, "site or group");
        if (!group.whole_service || group.sites.empty()) return;
        catalogue_.diagnostics().error("needless-key", group.sites.front().span,
                                       "documents of the whole service are for no site",
                                       "remove either \"sites\" or \"whole-service: true\"");
    }

    /// A kind that no audience was named for goes to those it serves.
    std::vector<Wanted> wanted(const model::PackGroup& group) {
        std::vector<Wanted> out;
        std::vector<std::string> readers = audiences_;
        readers.emplace_back(everyone);
        if (group.audiences.empty()) catalogue_.every_audience();
        for (const std::string& audience : texts(group.audiences, audiences_)) {
            if (std::find(readers.begin(), readers.end(), audience) == readers.end()) continue;
            for (const model::Words& kind : group.kinds) {
                const bool known = std::find(kinds_.begin(), kinds_.end(), kind.text) != kinds_.end();
                if (!known || (group.audiences.empty() && !loader_.serves(project_, kind.text, audience)))
                    continue;
                add_editions(group, audience, kind.text, out);
            }
        }
        return out;
    }

    void add_editions(const model::PackGroup& group, const std::string& audience, const std::string& kind,
                      std::vector<Wanted>& out) {
        for (const std::string& lang : texts(group.langs, {catalogue_.base_lang()})) {
            if (audience == everyone && !catalogue_.for_everyone(kind, lang, place_of(group, everyone)))
                continue;
            for (const compose::Edition edition : editions_of(group)) {
                for (const std::string& strand : texts(group.strands, {"own"})) {
                    Job job;
                    if (audience != everyone) job.audience = audience;
                    job.kind = kind;
                    job.lang = lang;
                    job.draft_language = group.draft_language;
                    job.edition = edition;
                    const bool addressed = loader_.is_addressed(project_, kind);
                    out.push_back(
                        {std::move(job), strand, texts(group.formats, {"pdf"}), &group.pdf, addressed});
                }
            }
        }
    }

    static bool takes(const model::PackGroup& group, const model::Site& site) {
        return group.sites.empty() || has(group.sites, site.id.text) ||
               std::any_of(site.groups.begin(), site.groups.end(),
                           [&](const model::Words& name) { return has(group.sites, name.text); });
    }

    bool works_in(const model::Site* site, const std::string& strand) const {
        const auto* strands = site && !site->strands.empty() ? &site->strands
                              : project_.service             ? &project_.service->strands
                                                             : nullptr;
        return strands == nullptr || strands->empty() || has(*strands, strand);
    }

    static Span place_of(const model::PackGroup& group, const std::string& audience) {
        for (const model::Words& name : group.audiences) {
            if (name == audience) return name.span;
        }
        return group.place;
    }

    /// `is_place`: the group's documents stand there; letters stand wherever their recipients' are.
    void add(const model::PackGroup& group, const model::Site* site, const std::vector<Wanted>& documents,
             bool is_place) {
        for (const Wanted& document : documents) {
            if (!document.addressed) {
                if (is_place) add(group, site, document, nullptr);
                continue;
            }
            for (const model::Recipient& one : catalogue_.recipients()) {
                if (one.audience == document.job.audience && site_of(project_, one) == site)
                    add(group, site, document, &one);
            }
        }
    }

    void add(const model::PackGroup& group, const model::Site* site, const Wanted& document,
             const model::Recipient* recipient) {
        const bool named = document.strand != "own" && document.strand != "both";
        if (named && !works_in(site, document.strand)) return;
        used_.insert(&group);
        if (site) served_.insert(site);
        Job job = document.job;
        job.site = site;
        job.recipient = recipient;
        if (named) job.strand = document.strand;
        job.path = join_path(site ? site->id.text : std::string(model::whole_service),
                             document_name(job, catalogue_.base_lang()));
        if (document.strand == "own") job.strand = own_strand(project_, site);
        add(std::move(job), document, static_cast<std::size_t>(&group - first_group_));
    }

    /// Two groups may ask for one document, each in a format.
    void add(Job job, const Wanted& document, std::size_t group) {
        const auto [found, is_new] = places_.emplace(job.path, tasks_.size());
        if (is_new) tasks_.push_back({std::move(job), {}});
        PackTask& task = tasks_[found->second];
        for (const std::string& format : document.formats) {
            if (std::find(task.formats.begin(), task.formats.end(), format) == task.formats.end())
                task.formats.push_back(format);
        }
        if (task.groups.empty() || task.groups.back() != group) task.groups.push_back(group);
        if (document.pdf->empty()) return;
        if (!task.pdf.empty() && task.pdf != document.pdf->text)
            catalogue_.diagnostics().error(
                "two-versions", document.pdf->span,
                fmt::format("\"{}\" is to be PDF {} and PDF {}", task.job.path, task.pdf, document.pdf->text),
                "let one group ask for it, or both for the same version");
        task.pdf = document.pdf->text;
    }

    Catalogue& catalogue_;
    model::Loader& loader_;
    const model::Project& project_;
    std::vector<std::string> audiences_, kinds_, strands_, site_names_;
    const model::PackGroup* first_group_ = nullptr;
    std::vector<PackTask> tasks_;
    std::map<std::string, std::size_t> places_;
    std::set<const model::PackGroup*> used_;
    std::set<const model::Site*> served_;
};

}  // namespace

std::vector<PackTask> plan_pack(Catalogue& catalogue, const model::PackFile& file) {
    const model::Approach* approach = catalogue.approach(catalogue.base_lang());
    if (approach == nullptr) return {};
    return Planner(catalogue, *approach).plan(file);
}

}  // namespace sayso

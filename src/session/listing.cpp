// `sayso list`: one line each, id first, tab-separated, for people and for scripts.

#include <map>

#include <fmt/format.h>

#include "sayso/sayso.h"
#include "session/evidence_lines.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

std::string outcome_line(const model::Approach& approach, const std::string& group,
                         const model::OutcomeUse& use) {
    const model::Outcome* outcome = approach.outcome(use.id.text);
    return fmt::format("{}\t{}\t{}", group, use.id.text,
                       use.name  ? use.name->text
                       : outcome ? outcome->name.text
                                 : "");
}

std::vector<std::string> outcomes(const model::Approach& approach) {
    std::vector<std::string> lines;
    for (const model::OutcomeUse& use : approach.overall)
        lines.push_back(outcome_line(approach, "overall", use));
    for (const model::Stakeholder& stakeholder : approach.stakeholders) {
        for (const model::OutcomeUse& use : stakeholder.outcomes)
            lines.push_back(outcome_line(approach, stakeholder.id.text, use));
    }
    return lines;
}

std::vector<std::string> sites(const model::Project& project) {
    std::vector<std::string> lines;
    if (!project.service) return lines;
    for (const model::Site& site : project.service->sites) {
        lines.push_back(
            fmt::format("{}\t{}\t{}", site.id.text, site.name.text, site.place ? site.place->text : ""));
    }
    return lines;
}

/// Texts that kinds of document want of an audience: name, kinds, audiences, room, purpose.
std::vector<std::string> texts(const std::vector<model::WantedText>& wanted) {
    std::vector<std::string> lines;
    for (const model::WantedText& one : wanted) {
        lines.push_back(
            fmt::format("{}\t{}\t{}\t{}\t{}", one.name, fmt::join(one.kinds, ", "),
                        one.audiences.empty() ? "all" : fmt::format("{}", fmt::join(one.audiences, ", ")),
                        one.text.room > 0 ? std::to_string(one.text.room) : "", one.text.purpose.text));
    }
    return lines;
}

}  // namespace

Report Session::list(const std::string& what, std::vector<std::string>& lines) const {
    Catalogue catalogue = impl_->catalogue();
    const model::Approach* approach =
        catalogue.project() ? catalogue.approach(catalogue.base_lang()) : nullptr;
    if (approach == nullptr) return impl_->report(catalogue, {});
    model::Loader& loader = catalogue.loader();
    if (what == "audiences") {
        for (const std::string& id : catalogue.every_audience()) {
            const model::Stakeholder* stakeholder = approach->stakeholder(id);
            lines.push_back(id + "\t" + (stakeholder ? stakeholder->name.text : ""));
        }
    } else if (what == "outcomes") {
        lines = outcomes(*approach);
    } else if (what == "sites") {
        lines = sites(*catalogue.project());
        if (const auto& service = catalogue.project()->service) {
            for (const model::FaultySite& site : service->faulty_sites)
                catalogue.diagnostics().merge(site.faults);
        }
    } else if (what == "evidence") {
        const ProjectEvidence* evidence = catalogue.evidence();
        if (evidence != nullptr && !catalogue.diagnostics().has_errors())
            lines = evidence_lines(*evidence, *approach);
    } else if (what == "kinds" || what == "templates") {
        lines = loader.template_kinds(*catalogue.project());
    } else if (what == "texts") {
        lines = texts(loader.named_texts(*catalogue.project()));
    } else if (what == "themes") {
        lines = loader.theme_ids(*catalogue.project());
    }
    return impl_->report(catalogue, {});
}

}  // namespace sayso

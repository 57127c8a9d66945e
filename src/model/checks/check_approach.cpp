#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "model/check.h"

namespace sayso::model {
namespace {

/// Means items have one space of ids over all groups, because asks point to them without naming the group.
void check_means(const Approach& approach, Diagnostics& diagnostics) {
    std::map<std::string, Span> seen;
    for (const MeansGroup& group : approach.means) {
        check_strands(group.strands, approach, diagnostics);
        for (const MeansItem& item : group.items) {
            check_strands(item.strands, approach, diagnostics);
            const auto [first, is_new] = seen.emplace(item.id.text, item.id.span);
            if (is_new || first->second == item.id.span) continue;
            diagnostics
                .error("duplicate-id", item.id.span,
                       fmt::format("the id \"{}\" is used twice in \"means\"", item.id.text),
                       "give each item its own id, over all groups")
                .notes.push_back({first->second, "the first is here"});
        }
    }
}

void check_uses(const std::vector<OutcomeUse>& uses, const Approach& approach, Diagnostics& diagnostics) {
    for (const OutcomeUse& use : uses) {
        if (use.id.empty() || approach.outcome(use.id.text) != nullptr) continue;
        diagnostics.error("unknown-id", use.id.span, fmt::format("there is no outcome \"{}\"", use.id.text),
                          suggestion(use.id.text, ids_of(approach.outcomes)));
    }
}

void check_central(const Approach& approach, Diagnostics& diagnostics) {
    const Stakeholder* first = nullptr;
    for (const Stakeholder& one : approach.stakeholders) {
        if (!one.central) continue;
        if (first != nullptr) {
            diagnostics
                .error("two-central", one.id.span,
                       fmt::format("\"{}\" is a second central stakeholder", one.id.text),
                       "keep \"central: true\" with one of them")
                .notes.push_back({first->id.span, "the first is here"});
        } else {
            first = &one;
        }
    }
    if (first == nullptr && !approach.stakeholders.empty()) {
        diagnostics.error("no-central", approach.stakeholders.front().id.span, "no stakeholder is central",
                          "add \"central: true\" to the one at the heart of it all");
    }
}

void check_terms(const Approach& approach, Diagnostics& diagnostics) {
    for (const Term& term : approach.terms) {
        for (const auto& [strand, words] : term.by_strand)
            check_strands({Words{strand, words.span, words.lang}}, approach, diagnostics);
    }
}

/// An outcome that nobody looks for is most often a misspelt id in an overlay.
void check_unused(const Approach& approach, Diagnostics& diagnostics) {
    std::set<std::string> used;
    for (const OutcomeUse& use : approach.overall) used.insert(use.id.text);
    for (const Stakeholder& one : approach.stakeholders) {
        for (const OutcomeUse& use : one.outcomes) used.insert(use.id.text);
    }
    for (const Outcome& outcome : approach.outcomes) {
        if (outcome.id.empty() || used.contains(outcome.id.text)) continue;
        diagnostics.warning("unused-outcome", outcome.id.span,
                            fmt::format("no stakeholder looks for the outcome \"{}\"", outcome.id.text),
                            "add its id to a stakeholder's outcomes or to \"overall\"");
    }
}

const OutcomeWords* words_for(const Audience& audience, const std::string& id) {
    for (const OutcomeWords& one : audience.outcomes) {
        if (one.id.text == id) return &one;
    }
    return nullptr;
}

void check_audience_outcomes(const Audience& audience, const Stakeholder& stakeholder,
                             Diagnostics& diagnostics) {
    const auto known = ids_of(stakeholder.outcomes);
    for (const OutcomeWords& one : audience.outcomes) {
        if (one.id.empty() || std::find(known.begin(), known.end(), one.id.text) != known.end()) continue;
        diagnostics.error("unknown-id", one.id.span,
                          fmt::format("\"{}\" is no outcome of \"{}\"", one.id.text, stakeholder.id.text),
                          suggestion(one.id.text, known));
    }
    for (const OutcomeUse& use : stakeholder.outcomes) {
        if (use.id.empty() || words_for(audience, use.id.text) != nullptr) continue;
        diagnostics
            .error(
                "missing-outcome", audience.id.span,
                fmt::format("the audience \"{}\" has no words for the outcome \"{}\"", audience.id.text,
                            use.id.text),
                fmt::format("add it to \"outcomes\": {{id: {}, claim: \"…\", meaning: \"…\"}}", use.id.text))
            .notes.push_back({use.id.span, "the stakeholder looks for it here"});
    }
}

}  // namespace

std::vector<std::string> means_ids(const Approach& approach) {
    std::vector<std::string> ids;
    for (const MeansGroup& group : approach.means) {
        for (const MeansItem& item : group.items) ids.push_back(item.id.text);
    }
    return ids;
}

void check_strands(const std::vector<Words>& strands, const Approach& approach, Diagnostics& diagnostics) {
    const auto known = ids_of(approach.strands);
    for (const Words& strand : strands) {
        if (std::find(known.begin(), known.end(), strand.text) != known.end()) continue;
        diagnostics.error("unknown-id", strand.span, fmt::format("there is no strand \"{}\"", strand.text),
                          suggestion(strand.text, known));
    }
}

void check_approach(const Approach& approach, Diagnostics& diagnostics) {
    check_means(approach, diagnostics);
    check_terms(approach, diagnostics);
    check_uses(approach.overall, approach, diagnostics);
    for (const Stakeholder& one : approach.stakeholders) {
        check_strands(one.strands, approach, diagnostics);
        check_uses(one.outcomes, approach, diagnostics);
    }
    check_central(approach, diagnostics);
    check_unused(approach, diagnostics);
}

void check_project(const Project& project, const Approach& approach, Diagnostics& diagnostics) {
    if (!project.service) return;
    const Service& service = *project.service;
    check_strands(service.strands, approach, diagnostics);
    for (const Site& site : service.sites) {
        // A row of a table fails alone: see drop_faulty_sites().
        if (!site.row.empty()) continue;
        check_site_id(site.id, diagnostics);
        check_site_names(site, diagnostics);
        check_strands(site.strands, approach, diagnostics);
    }
    check_service_names(service, diagnostics);
}

namespace {

void check_means_id(const Words& id, const Approach& approach, Diagnostics& diagnostics) {
    if (approach.means_item(id.text) != nullptr) return;
    diagnostics.error("unknown-id", id.span, fmt::format("there is no means item \"{}\"", id.text),
                      suggestion(id.text, means_ids(approach)));
}

}  // namespace

void check_audience(const Audience& audience, const Approach& approach, Diagnostics& diagnostics) {
    if (const Stakeholder* stakeholder = approach.stakeholder(audience.id.text)) {
        check_audience_outcomes(audience, *stakeholder, diagnostics);
    }
    for (const OutcomeWords& one : audience.outcomes) check_strands(one.strands, approach, diagnostics);
    for (const MeansWords& one : audience.means) check_means_id(one.id, approach, diagnostics);
    for (const Ask& ask : audience.asks) {
        check_strands(ask.strands, approach, diagnostics);
        for (const Words& id : ask.means) check_means_id(id, approach, diagnostics);
    }
}

}  // namespace sayso::model

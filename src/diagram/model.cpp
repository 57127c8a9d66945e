// From the approach's content to the plain words of the picture.
#include <set>

#include "diagram/diagram.h"

namespace sayso::diagram {
namespace {

std::set<std::string> linked_means(const std::vector<model::Ask>& asks, const std::string& strand) {
    std::set<std::string> ids;
    for (const model::Ask& ask : asks) {
        if (!in_strand(ask.strands, strand)) continue;
        for (const model::Words& id : ask.means) ids.insert(id.text);
    }
    return ids;
}

Model::Group group_words(const model::MeansGroup& group, const std::string& strand,
                         const std::set<std::string>& linked, bool plainly) {
    Model::Group out{group.name.text, {}};
    for (const model::MeansItem& item : group.items)
        if (in_strand(item.strands, strand))
            out.items.push_back({plainly && item.short_name ? item.short_name->text : item.name.text,
                                 linked.contains(item.id.text)});
    return out;
}

std::vector<std::string> outcome_names(const model::Approach& approach,
                                       const std::vector<model::OutcomeUse>& uses) {
    std::vector<std::string> names;
    for (const model::OutcomeUse& use : uses) {
        const model::Outcome* outcome = approach.outcome(use.id.text);
        if (use.name) {
            names.push_back(use.name->text);
        } else if (outcome) {
            names.push_back(outcome->name.text);
        }
    }
    return names;
}

/// The claim of the reader's words for an outcome, unless it holds what only a document can put in.
const std::string* own_claim(const model::Audience& reader, const std::string& outcome,
                             const std::string& strand) {
    for (const model::OutcomeWords& own : reader.outcomes) {
        const bool whole = own.claim.text.find_first_of("{*[") == std::string::npos;
        if (own.id.text == outcome && in_strand(own.strands, strand) && whole) return &own.claim.text;
    }
    return nullptr;
}

void put_own_words(const model::Audience& reader, const std::vector<model::OutcomeUse>& uses,
                   const std::string& strand, std::vector<std::string>& names) {
    for (std::size_t i = 0; i < std::min(uses.size(), names.size()); ++i)
        if (const std::string* own = own_claim(reader, uses[i].id.text, strand)) names[i] = *own;
}

std::vector<std::string> texts(const std::vector<model::Words>& words) {
    std::vector<std::string> out;
    for (const model::Words& w : words) out.push_back(w.text);
    return out;
}

}  // namespace

Model from_approach(const model::Approach& approach, const std::string& strand,
                    const std::vector<model::Ask>& asks, bool rtl, const model::Audience* plain_reader) {
    Model out;
    out.title = approach.name.text;
    const bool plainly = plain_reader != nullptr;
    const auto words = [&](const std::optional<model::Words>& plain, const model::Words& usual) {
        return plainly && plain ? plain->text : usual.text;
    };
    out.means_title = words(approach.plain_means_name, approach.means_name);
    out.ends_title = words(approach.plain_ends_name, approach.ends_name);
    const std::set<std::string> linked = linked_means(asks, strand);
    for (const model::MeansGroup& group : approach.means) {
        if (!in_strand(group.strands, strand)) continue;
        Model::Group items = group_words(group, strand, linked, plainly);
        if (!items.items.empty()) out.means.push_back(std::move(items));
    }
    out.practice = {approach.practice.name.text, texts(approach.practice.qualities)};
    out.overall = {approach.overall_name.text, outcome_names(approach, approach.overall)};
    for (const model::Stakeholder& s : approach.stakeholders) {
        if (!in_strand(s.strands, strand)) continue;
        std::vector<std::string> names = outcome_names(approach, s.outcomes);
        const bool is_reader = plain_reader != nullptr && plain_reader->id.text == s.id.text;
        if (is_reader) put_own_words(*plain_reader, s.outcomes, strand, names);
        const bool addressed = is_reader && s.central && !plain_reader->name.empty();
        out.stakeholders.push_back(
            {s.id.text, addressed ? plain_reader->name.text : s.name.text, s.central, std::move(names)});
    }
    out.loop = {words(approach.loop.plain_name, approach.loop.name), approach.loop.summary.text,
                texts(approach.loop.steps)};
    out.lang = approach.lang;
    out.rtl = rtl;
    return out;
}

}  // namespace sayso::diagram

#include "session/evidence_lines.h"

#include <set>

#include <fmt/format.h>

namespace sayso {
namespace {

using evidence::PublishedIndicator;

std::string many(std::size_t count, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string state_of(const PublishedIndicator& indicator) {
    evidence::Period first = indicator.series.front().points.front().period, last = first;
    std::size_t sites = 0;
    for (const evidence::Series& series : indicator.series) {
        sites += !series.site.empty();
        first = std::min(first, series.points.front().period);
        last = std::max(last, series.points.back().period);
    }
    std::string out = fmt::format("{} to {}", to_string(first), to_string(last));
    if (sites > 0) out += ", " + many(sites, "site", "sites");
    if (indicator.about.expires) out += ", until " + indicator.about.expires->text;
    return out;
}

template <class T>
std::string consent_state(const T& item) {
    if (!item.consent) return "no consent needed";
    return item.consent->until ? "consent until " + item.consent->until->text
                               : "consent until it is withdrawn";
}

std::set<std::string> outcomes_with_evidence(const evidence::Published& published) {
    std::set<std::string> out;
    const auto add = [&](const std::vector<model::Words>& outcomes) {
        for (const model::Words& each : outcomes) out.insert(each.text);
    };
    for (const PublishedIndicator& each : published.indicators) add(each.about.outcomes);
    for (const evidence::Voice& each : published.voices) add(each.outcomes);
    for (const evidence::Photo& each : published.photos) add(each.outcomes);
    return out;
}

}  // namespace

std::vector<std::string> summary_of(const ProjectEvidence& evidence) {
    const evidence::Evidence& all = evidence.all;
    const evidence::Published& published = evidence.published;
    std::vector<std::string> lines;
    lines.push_back(fmt::format(
        "{}, {}, {}, {}, {}, {}", many(all.indicators.size(), "indicator", "indicators"),
        many(all.values.size(), "value", "values"), many(all.voices.size(), "voice", "voices"),
        many(all.photos.size(), "photo", "photos"), many(all.references.size(), "reference", "references"),
        many(all.costs.size(), "cost", "costs")));
    if (published.proof.people > 0)
        lines.push_back(fmt::format(
            "{} about people: {} hidden because small, {} to protect them; proven in whole numbers",
            many(published.proof.people, "number", "numbers"), published.proof.small,
            published.proof.others));
    for (const evidence::LeftOut& each : published.left_out)
        lines.push_back(fmt::format("left out: {} \"{}\": {}", each.what, each.id, each.why));
    return lines;
}

std::vector<std::string> evidence_lines(const ProjectEvidence& evidence, const model::Approach& approach) {
    const evidence::Published& published = evidence.published;
    std::vector<std::string> lines;
    for (const PublishedIndicator& each : published.indicators)
        lines.push_back(
            fmt::format("indicator\t{}\t{}\t{}", each.about.id.text, each.about.label.text, state_of(each)));
    for (const evidence::Voice& each : published.voices)
        lines.push_back(fmt::format("voice\t{}\t{}\t{}", each.id.text, each.by.text, consent_state(each)));
    for (const evidence::Photo& each : published.photos)
        lines.push_back(fmt::format("photo\t{}\t{}\t{}", each.id.text, each.file.text, consent_state(each)));
    for (const model::Reference& each : published.references)
        lines.push_back(fmt::format("reference\t{}\t{}\t", each.id.text, each.citation.text));
    for (const evidence::Cost& each : published.costs)
        lines.push_back(fmt::format("cost\t{}\t{}\t{}", each.id.text, each.label.text,
                                    each.expires ? "until " + each.expires->text : ""));
    for (const evidence::LeftOut& each : published.left_out)
        lines.push_back(fmt::format("left-out\t{}\t{}\t{}", each.id, each.what, each.why));
    for (const evidence::Expiring& each : published.expiring)
        lines.push_back(fmt::format("expires\t{}\t{}\t{}", each.id, each.what, each.on));
    const std::set<std::string> with = outcomes_with_evidence(published);
    for (const model::Outcome& each : approach.outcomes)
        if (!with.contains(each.id.text))
            lines.push_back(fmt::format("no-evidence\t{}\t{}\toutcome without evidence yet", each.id.text,
                                        each.name.text));
    return lines;
}

}  // namespace sayso

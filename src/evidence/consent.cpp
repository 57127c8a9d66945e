#include <algorithm>

#include <fmt/format.h>

#include "evidence/published.h"

namespace sayso::evidence {
namespace {

bool allows(const std::vector<Words>& list, const std::string& wanted) {
    return wanted.empty() || std::any_of(list.begin(), list.end(),
                                         [&](const Words& each) { return each == wanted || each == "all"; });
}

}  // namespace

std::string refusal(const std::optional<Consent>& consent, int today, const std::string& audience,
                    const std::string& kind) {
    if (!consent) return "there is no consent";
    const auto day = [](const std::optional<Words>& words) {
        return words ? parse_day(words->text) : std::optional<int>();
    };
    if (const auto on = parse_day(consent->on.text); !on || *on > today)
        return fmt::format("the consent begins on {}", consent->on.text);
    if (consent->withdrawn && day(consent->withdrawn).value_or(today) <= today)
        return fmt::format("the consent was withdrawn on {}", consent->withdrawn->text);
    if (consent->until && day(consent->until).value_or(today - 1) < today)
        return fmt::format("the consent ended on {}", consent->until->text);
    if (!allows(consent->audiences, audience))
        return fmt::format("the consent is not for the audience \"{}\"", audience);
    if (!allows(consent->uses, kind))
        return fmt::format("the consent is not for documents of the kind \"{}\"", kind);
    return {};
}

}  // namespace sayso::evidence

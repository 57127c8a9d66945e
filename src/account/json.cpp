#include "account/json.h"

#include <algorithm>

#include "disclosure/problem.h"

namespace sayso::account {
namespace {

Json json_of(const Source& source) {
    Json out{{"what", source.what}, {"id", source.id}, {"label", source.label}};
    const std::pair<const char*, const std::string*> parts[] = {
        {"source", &source.source},     {"method", &source.method},     {"by", &source.by},
        {"strength", &source.strength}, {"measured", &source.measured}, {"until", &source.until},
        {"where", &source.where}};
    for (const auto& [name, text] : parts)
        if (!text->empty()) out[name] = *text;
    return out;
}

Source source_from(const Json& json) {
    const auto text = [&](const char* name) { return json.value(name, std::string()); };
    return {text("what"), text("id"),       text("label"),    text("source"), text("method"),
            text("by"),   text("strength"), text("measured"), text("until"),  text("where")};
}

Json json_of(const LeftOut& one) {
    return {{"what", one.what}, {"id", one.id}, {"why", one.why}, {"where", one.where}};
}

Json json_of(const Expiring& one) {
    return {{"what", one.what}, {"id", one.id}, {"on", one.on}};
}

Json json_of(const HiddenCount& one) {
    return {{"id", one.id}, {"site", one.site}, {"period", one.period}};
}

template <class T>
Json list_of(const std::vector<T>& all) {
    Json out = Json::array();
    for (const T& each : all) out.push_back(json_of(each));
    return out;
}

/// Documents of the report that printed something of a source, or its chart.
Json documents_with(const Source& source, const std::vector<DocumentAccount>& documents) {
    Json out = Json::array();
    for (const DocumentAccount& document : documents) {
        const auto& printed = document.account.printed;
        if (std::any_of(printed.begin(), printed.end(),
                        [&](const evidence::Printed& each) { return is_of(each, source); }))
            out.push_back(document.path);
    }
    return out;
}

Json documents_without(const std::vector<DocumentAccount>& documents) {
    Json out = Json::array();
    for (const DocumentAccount& document : documents)
        for (const evidence::Refused& each : document.account.refused)
            out.push_back(
                {{"what", each.what}, {"id", each.id}, {"why", each.why}, {"document", document.path}});
    return out;
}

}  // namespace

Json json_of(const State& state) {
    const disclosure::Effort bound;
    return {{"sources", list_of(state.sources)},
            {"left-out", list_of(state.left_out)},
            {"expires-soon", list_of(state.expiring)},
            {"counts-of-people",
             {{"numbers", state.numbers},
              {"hidden", list_of(state.hidden)},
              {"could-be", {1, state.hide_up_to}},
              {"rounded-to", state.round_to},
              {"proven", state.proven},
              {"bound",
               {{"rounds", bound.rounds}, {"branches", bound.branches}, {"questions", bound.questions}}}}}};
}

State state_from(const Json& json) {
    State out;
    for (const Json& each : json.at("sources")) out.sources.push_back(source_from(each));
    for (const Json& each : json.at("left-out"))
        out.left_out.push_back({each.at("what"), each.at("id"), each.at("why"), each.at("where")});
    for (const Json& each : json.at("expires-soon"))
        out.expiring.push_back({each.at("what"), each.at("id"), each.at("on")});
    const Json& people = json.at("counts-of-people");
    for (const Json& each : people.at("hidden"))
        out.hidden.push_back({each.at("id"), each.at("site"), each.at("period")});
    out.numbers = people.at("numbers");
    out.hide_up_to = people.at("could-be").at(1);
    out.round_to = people.at("rounded-to");
    out.proven = people.at("proven");
    return out;
}

Json json_of(const evidence::Account& account) {
    Json said = Json::array();
    for (const evidence::Printed& each : account.printed) {
        const bool same =
            !said.empty() && said.back().at("what") == each.what && said.back().at("id") == each.id;
        if (!same) said.push_back({{"what", each.what}, {"id", each.id}, {"said", Json::object()}});
        said.back()["said"][each.key].push_back(each.text);
    }
    Json refused = Json::array();
    for (const evidence::Refused& each : account.refused)
        refused.push_back({{"what", each.what}, {"id", each.id}, {"why", each.why}});
    return {{"evidence", said}, {"left-out", refused}};
}

evidence::Account account_from(const Json& json) {
    evidence::Account out;
    for (const Json& each : json.at("evidence"))
        for (const auto& [key, texts] : each.at("said").items())
            for (const Json& text : texts)
                out.printed.push_back({{each.at("what"), each.at("id"), key}, text});
    for (const Json& each : json.at("left-out"))
        out.refused.push_back({each.at("what"), each.at("id"), each.at("why")});
    return out;
}

std::string to_json(const BuildReport& report) {
    Json out{{"made-by", report.made_by}, {"title", report.title}};
    if (report.fictional) out["fictional"] = true;
    Json state = json_of(report.state);
    for (std::size_t i = 0; i < report.state.sources.size(); ++i)
        state["sources"][i]["documents"] = documents_with(report.state.sources[i], report.documents);
    state["left-out-by-consent"] = documents_without(report.documents);
    out.update(state);
    out["documents"] = Json::array();
    for (const DocumentAccount& document : report.documents) {
        Json one{{"path", document.path}, {"title", document.title}};
        one.update(json_of(document.account));
        out["documents"].push_back(std::move(one));
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sayso::account

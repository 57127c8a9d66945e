#include "diagram/words.h"

namespace sayso::diagram {
namespace {

/// Adds a full stop unless the text ends in a mark of its own.
std::string sentence(std::string text) {
    if (text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?') return text;
    return text + ".";
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string listed(const std::string& name, const std::vector<std::string>& items) {
    const std::string list = joined(items, "; ");
    return sentence(list.empty() ? name : name.empty() ? list : name + ": " + list);
}

std::vector<std::string> names(const std::vector<Model::Item>& items) {
    std::vector<std::string> out;
    for (const Model::Item& item : items) out.push_back(item.name);
    return out;
}

std::string practice_words(const Model::Practice& practice) {
    std::vector<std::string> words = practice.qualities;
    words.push_back(practice.name);
    return joined(words, ", ");
}

const Model::Stakeholder* highlighted(const Model& model, const Options& options) {
    for (const Model::Stakeholder& s : model.stakeholders)
        if (s.id == options.highlight) return &s;
    return nullptr;
}

/// The highlighted audience, its outcomes and the means it can put in place, before all others.
std::string highlight_words(const Model& model, const Options& options) {
    const Model::Stakeholder* you = highlighted(model, options);
    if (!you) return {};
    const std::string name = options.flag.empty() ? you->name : options.flag + ", " + you->name;
    std::vector<std::string> linked;
    for (const Model::Group& group : model.means)
        for (const Model::Item& item : group.items)
            if (item.linked) linked.push_back(item.name);
    std::string out = listed(name, you->outcomes);
    if (!linked.empty()) out += " " + listed(joined({model.loop.name, model.means_title}, ", "), linked);
    return out;
}

}  // namespace

std::string alternative_text(const Model& model, const Options& options) {
    const std::string flow =
        joined({model.means_title, practice_words(model.practice), model.ends_title, model.loop.name}, "; ");
    std::string out = sentence(joined({model.title, flow}, ": "));
    if (!model.loop.summary.empty()) out += " " + sentence(model.loop.summary);
    if (const Model::Stakeholder* you = highlighted(model, options))
        out += " " + sentence(joined({options.flag, you->name}, ": "));
    return out;
}

std::string description_of(const Model& model, const Options& options) {
    std::vector<std::string> lines;
    lines.push_back(highlight_words(model, options));
    lines.push_back(sentence(model.means_title));
    for (const Model::Group& group : model.means) lines.push_back(listed(group.name, names(group.items)));
    lines.push_back(sentence(practice_words(model.practice)));
    lines.push_back(sentence(model.ends_title));
    for (const Model::Stakeholder& s : model.stakeholders)
        if (s.central) lines.push_back(listed(s.name, s.outcomes));
    for (const Model::Stakeholder& s : model.stakeholders)
        if (!s.central) lines.push_back(listed(s.name, s.outcomes));
    if (!model.overall.items.empty()) lines.push_back(listed(model.overall.title, model.overall.items));
    lines.push_back(sentence(joined({model.loop.name, model.loop.summary}, ": ")));
    for (const std::string& step : model.loop.steps) lines.push_back(sentence(step));
    return joined(lines, "\n");
}

}  // namespace sayso::diagram

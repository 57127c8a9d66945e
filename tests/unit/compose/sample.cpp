#include "sample.h"

#include "load/value.h"
#include "model/fields.h"

namespace sayso::compose {

model::Words words(std::string text) {
    return {std::move(text), {1, 1, 1, 1}, "en-GB"};
}

Composing::Composing() {
    approach.id = words("small");
    approach.name = words("Small");
    approach.strands = {{words("adults"), words("Adults")}, {words("children"), words("Children")}};
    approach.outcomes = {{words("calm"), words("Calm"), words("People are calm."), {}},
                         {words("joy"), words("Joy"), words("People are glad."), {}}};
    model::Stakeholder person;
    person.id = words("person");
    person.name = words("The Person");
    person.central = true;
    person.outcomes = {{words("calm"), {}}, {words("joy"), {}}};
    approach.stakeholders = {person};
    theme.id = words("plain");
    theme.family = words("F");
    theme.colors["ink"] = {Color{1, 2, 3}, {}};
    audience.id = words("person");
    audience.title = words("For you");
    audience.outcomes = {{words("calm"), words("Calm days"), words("You are calm."), {}},
                         {words("joy"), words("Glad days"), words("You are glad."), {}}};
    service.name = words("Willow House");
    request.audience = &audience;
    request.lang = "en-GB";
    request.date = "1 May 2026";
}

void Composing::flow(const std::string& blocks, const std::string& more) {
    const std::string text = "id: note\nname: Note\nkind: note\npage: {size: a4, margin: 20mm}\n" + more +
                             (more.empty() || more.back() == '\n' ? "" : "\n") + "flow: " + blocks + "\n";
    const auto value = load::parse_yaml(1, text, "en-GB", diagnostics);
    ASSERT_TRUE(value) << messages();
    layout = {};
    load::Reader<model::Template>::read(*value, layout, {diagnostics, "the file"});
    layout.first_page = layout.page;
}

Composed Composing::made() {
    Cache cache;
    return compose(request, cache, diagnostics);
}

std::string Composing::tree() {
    return "\n" + doc::dump(made().document);
}

std::string Composing::messages() const {
    std::string out;
    for (const Diagnostic& one : diagnostics.items())
        out += one.message + (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
    return out;
}

NodeId Composing::with_role(const doc::Document& document, const std::string& role) const {
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (document[NodeId{i}].role == role) return NodeId{i};
    ADD_FAILURE() << "nothing is a " << role;
    return {};
}

}  // namespace sayso::compose

#include "check/passage.h"

namespace sayso::check {
namespace {

template <class... Kinds>
bool is_any(const doc::Node& node) {
    return (std::holds_alternative<Kinds>(node.kind) || ...);
}

void collect_words(const doc::Document& document, NodeId id, Passage& passage) {
    if (const auto* text = document.get<doc::Text>(id)) {
        passage.leaves.push_back({passage.text.size(), id});
        passage.text += text->text;
    }
    for (const NodeId child : document[id].children) collect_words(document, child, passage);
}

Passage passage_of(const doc::Document& document, NodeId id) {
    Passage passage;
    passage.node = id;
    passage.heading = document.get<doc::Heading>(id) != nullptr;
    passage.english = is_english(document.lang_of(id));
    collect_words(document, id, passage);
    for (const Passage::Leaf& leaf : passage.leaves)
        passage.english = passage.english && is_english(document.lang_of(leaf.node));
    passage.tokens = tokens(passage.text);
    return passage;
}

void collect(const doc::Document& document, NodeId id, std::vector<Passage>& out) {
    if (is_any<doc::Heading, doc::Paragraph, doc::Caption>(document[id])) {
        Passage passage = passage_of(document, id);
        if (!passage.text.empty()) out.push_back(std::move(passage));
        return;
    }
    for (const NodeId child : document[id].children) collect(document, child, out);
}

}  // namespace

Span Passage::written_at(const doc::Document& document, std::size_t byte) const {
    Span place = document[node].source;
    for (const Leaf& leaf : leaves) {
        if (leaf.begin > byte) break;
        if (document[leaf.node].source) place = document[leaf.node].source;
    }
    return place;
}

std::vector<Passage> passages(const doc::Document& document) {
    std::vector<Passage> out;
    collect(document, doc::Document::root, out);
    return out;
}

std::vector<Passage> running_passages(const doc::Document& document) {
    std::vector<Passage> out;
    for (std::uint32_t at = 1; at < document.size(); ++at) {
        if (document[NodeId{at}].parent == NodeId{at}) collect(document, NodeId{at}, out);
    }
    return out;
}

bool is_english(const std::string& lang) {
    return lang == "en" || lang.starts_with("en-");
}

}  // namespace sayso::check

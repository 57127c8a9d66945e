#include "check/passage.h"

namespace sayso::check {
namespace {

template <class... Kinds>
bool is_any(const doc::Node& node) {
    return (std::holds_alternative<Kinds>(node.kind) || ...);
}

/// Adds the words below a node to `text`, and where each began to `leaves`.
void collect_words(const doc::Document& document, NodeId id, std::string& text,
                   std::vector<Passage::Leaf>& leaves) {
    if (const auto* words = document.get<doc::Text>(id)) {
        leaves.push_back({text.size(), id});
        text += words->text;
    }
    for (const NodeId child : document[id].children) collect_words(document, child, text, leaves);
}

Passage passage_of(const doc::Document& document, NodeId id, Reader& reader) {
    Passage passage;
    passage.node = id;
    passage.heading = document.get<doc::Heading>(id) != nullptr;
    passage.english = is_english(document.lang_of(id));
    std::string text;
    collect_words(document, id, text, passage.leaves);
    for (const Passage::Leaf& leaf : passage.leaves)
        passage.english = passage.english && is_english(document.lang_of(leaf.node));
    passage.reading = reader.read(text);
    return passage;
}

/// The blocks below a node that hold words of their own, with or without any in them.
void collect(const doc::Document& document, NodeId id, std::vector<NodeId>& out) {
    if (is_any<doc::Heading, doc::Paragraph, doc::Caption>(document[id])) return out.push_back(id);
    // The words in a drawing are the model's own, and set by its rules.
    const auto* figure = document.get<doc::Figure>(id);
    for (const NodeId child : document[id].children)
        if (figure == nullptr || document.get<doc::Caption>(child)) collect(document, child, out);
}

std::vector<Passage> read(const doc::Document& document, const std::vector<NodeId>& blocks, Reader& reader) {
    std::vector<Passage> out;
    for (const NodeId block : blocks) {
        Passage passage = passage_of(document, block, reader);
        if (!passage.text().empty()) out.push_back(std::move(passage));
    }
    return out;
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

std::vector<Passage> passages(const doc::Document& document, Reader& reader) {
    std::vector<NodeId> blocks;
    collect(document, doc::Document::root, blocks);
    return read(document, blocks, reader);
}

std::vector<NodeId> running_blocks(const doc::Document& document) {
    std::vector<NodeId> blocks;
    for (std::uint32_t at = 1; at < document.size(); ++at) {
        if (document[NodeId{at}].parent == NodeId{at}) collect(document, NodeId{at}, blocks);
    }
    std::erase_if(blocks, [&](NodeId block) { return document.text_of(block).empty(); });
    return blocks;
}

std::vector<Passage> running_passages(const doc::Document& document, Reader& reader) {
    return read(document, running_blocks(document), reader);
}

bool is_english(const std::string& lang) {
    return lang == "en" || lang.starts_with("en-");
}

}  // namespace sayso::check

#include "doc/document.h"

#include <algorithm>
#include <array>

namespace sayso::doc {
namespace {

bool is_inline(const Kind& kind) {
    return std::holds_alternative<Text>(kind) || std::holds_alternative<Link>(kind);
}

void collect_text(const Document& document, NodeId id, std::string& out) {
    if (const Text* text = document.get<Text>(id)) {
        out += text->text;
        return;
    }
    for (const NodeId child : document[id].children) {
        if (!is_inline(document[child].kind) && !out.empty() && out.back() != '\n') out += '\n';
        collect_text(document, child, out);
    }
}

}  // namespace

Document::Document() {
    nodes_.push_back(Node{.kind = Root{}, .parent = root});
}

bool Document::rtl() const {
    return is_rtl_language(lang);
}

NodeId Document::add(NodeId parent, Kind kind, Span source) {
    const NodeId id{static_cast<std::uint32_t>(nodes_.size())};
    nodes_.push_back(Node{.kind = std::move(kind), .parent = parent, .source = source});
    nodes_[parent.value].children.push_back(id);
    return id;
}

void Document::remove(NodeId id) {
    const std::vector<NodeId> children = std::move(nodes_[id.value].children);
    for (const NodeId child : children) remove(child);
    std::erase(nodes_[nodes_[id.value].parent.value].children, id);
    nodes_[id.value].kind = Group{};
    nodes_[id.value].children.clear();
}

void Document::take_back(NodeId id) {
    std::erase_if(nodes_[nodes_[id.value].parent.value].children, [&](NodeId child) { return child >= id; });
    nodes_.resize(id.value);
}

NodeId Document::add_detached(Kind kind, Span source) {
    const NodeId id{static_cast<std::uint32_t>(nodes_.size())};
    nodes_.push_back(Node{.kind = std::move(kind), .parent = id, .source = source});
    return id;
}

const std::string& Document::lang_of(NodeId id) const {
    while (nodes_[id.value].lang.empty() && nodes_[id.value].parent != id) id = nodes_[id.value].parent;
    return nodes_[id.value].lang.empty() ? lang : nodes_[id.value].lang;
}

std::string Document::text_of(NodeId id) const {
    std::string out;
    collect_text(*this, id, out);
    return out;
}

}  // namespace sayso::doc

// From nodes of the semantic tree to structure elements.
#include <algorithm>
#include <utility>

#include "pdf/structure/structure_tree.h"

namespace sayso::pdf {

/// Walks the tree once. Nodes beside the root (running headers and footers) are never reached and stay
/// artifacts.
class StructureBuilder {
  public:
    StructureBuilder(StructureTree& tree, const StandardInfo& standard)
        : tree_(tree), document_(tree.document_), standard_(standard) {}

    void build() {
        if (has(StructureType::fe_note)) find_notes();
        const ElementIndex root = add(std::nullopt, doc::Document::root);
        add_children(root, doc::Document::root);
        for (const auto& [link, note] : citations_) tie(link, note);
    }

  private:
    bool has(StructureType type) const {
        return standard_.has_namespaces || info(type).namespaces != Namespaces::pdf_2_0;
    }
    StructureType type_of(NodeId id) const {
        if (is_note(id)) return StructureType::fe_note;
        const StructureType type = structure_type(document_[id].kind);
        if (has(type)) return type;
        return type == StructureType::aside ? StructureType::div : StructureType::span;
    }

    /// A note is a paragraph that links lead to: the register of sources. Links and notes name each other.
    void find_notes() {
        for (std::uint32_t i = 0; i < document_.size(); ++i) {
            const auto* const link = document_.get<doc::Link>(NodeId{i});
            const auto* const target = link ? std::get_if<NodeId>(&link->target) : nullptr;
            if (target && target->value < document_.size() && document_.get<doc::Paragraph>(*target))
                citations_.emplace_back(NodeId{i}, *target);
        }
    }
    bool is_note(NodeId id) const {
        return std::ranges::find(citations_, id, &Citation::second) != citations_.end();
    }
    void tie(NodeId link, NodeId note) {
        const std::uint32_t from = tree_.element_of_[link.value], to = tree_.element_of_[note.value];
        if (from == StructureTree::none || to == StructureTree::none) return;  // running matter
        tree_.elements_[from].mentions.push_back(to);
        tree_.elements_[to].mentions.push_back(from);
    }

    ElementIndex add(std::optional<ElementIndex> parent, NodeId id) {
        return add_as(parent, type_of(id), id);
    }
    ElementIndex add_as(std::optional<ElementIndex> parent, StructureType type, NodeId id) {
        const ElementIndex element = tree_.add_element(parent, type, id);
        tree_.element_of_[id.value] = element;
        tree_.elements_[element].lang = own_lang(id);
        return element;
    }
    /// The language to be said on the element: none where it is the parent's. The Document element always
    /// says it.
    std::string_view own_lang(NodeId id) const {
        const doc::Node& node = document_[id];
        if (id == doc::Document::root || node.lang.empty()) return {};
        return node.lang == document_.lang_of(node.parent) ? std::string_view{} : std::string_view{node.lang};
    }

    void add_children(ElementIndex parent, NodeId id) {
        SlotIndex words = StructureTree::none;  // the slot that neighbouring Text nodes share
        for (const NodeId child : document_[id].children) {
            if (document_.get<doc::Text>(child)) {
                add_text(parent, child, words);
                continue;
            }
            words = StructureTree::none;
            add_node(parent, child);
        }
    }

    void add_text(ElementIndex parent, NodeId id, SlotIndex& words) {
        const bool strong = document_.get<doc::Text>(id)->strong && has(StructureType::strong);
        if (strong || !own_lang(id).empty()) {
            const ElementIndex own = add(parent, id);
            fill(tree_.add_slot(own), id);
            words = StructureTree::none;
            return;
        }
        tree_.element_of_[id.value] = parent;
        if (words == StructureTree::none) words = tree_.add_slot(parent);
        fill(words, id);
    }
    void fill(SlotIndex slot, NodeId id) {
        tree_.slots_[slot].texts.push_back(id);
        tree_.slot_of_[id.value] = slot;
    }

    void add_node(ElementIndex parent, NodeId id) {
        if (document_.get<doc::Figure>(id)) return add_figure(parent, id);
        if (document_.get<doc::ListItem>(id)) return add_list_item(parent, id);
        if (document_.get<doc::TableCell>(id)) return add_body(add_as(parent, cell_type(id), id), id);
        add_children(add(parent, id), id);
    }

    /// A figure's Caption follows the Figure: within it, its words would be hidden behind the alternative
    /// text, at which screen readers stop. Under a figure that is decoration there is nothing to be a Caption
    /// of.
    void add_figure(ElementIndex parent, NodeId id) {
        // One that is read in parts is a group of them.
        if (document_.get<doc::Figure>(id)->in_parts)
            return add_children(add_as(parent, StructureType::div, id), id);
        const bool decorative = document_.get<doc::Figure>(id)->decorative;
        if (!decorative && standard_.groups_captions && !document_[id].children.empty())
            parent = tree_.add_element(parent, StructureType::div, id);
        if (!decorative) add(parent, id);
        if (decorative && has(StructureType::artifact)) add_as(parent, StructureType::artifact, id);
        for (const NodeId caption : document_[id].children) {
            const ElementIndex element =
                add_as(parent, decorative ? StructureType::p : StructureType::caption, caption);
            if (const std::string& lang = document_.lang_of(caption);
                lang != document_.lang_of(document_[id].parent))
                tree_.elements_[element].lang = lang;
            add_children(element, caption);
        }
    }

    /// LI holds Lbl and LBody. What the item itself owns is its label; its children make up the body.
    void add_list_item(ElementIndex list, NodeId id) {
        const ElementIndex item = add(list, id);
        const ElementIndex label = tree_.add_element(item, StructureType::lbl, id);
        tree_.slot_of_[id.value] = tree_.add_slot(label);
        add_body(tree_.add_element(item, StructureType::l_body, id), id);
    }
    /// A body of one paragraph is that paragraph: no P inside.
    void add_body(ElementIndex body, NodeId id) {
        const std::vector<NodeId>& children = document_[id].children;
        if (children.size() != 1 || !document_.get<doc::Paragraph>(children.front()) ||
            is_note(children.front()))
            return add_children(body, id);
        const NodeId paragraph = children.front();
        tree_.element_of_[paragraph.value] = body;
        if (const std::string_view lang = own_lang(paragraph); !lang.empty())
            tree_.elements_[body].lang = lang;
        add_children(body, paragraph);
    }
    /// The header rows of a table are headers whatever their cells say.
    StructureType cell_type(NodeId id) const {
        const NodeId row = document_[id].parent, table = document_[row].parent;
        const auto* const kind = document_.get<doc::Table>(table);
        int above = 0;  // rows above this one
        for (const NodeId child : document_[table].children) {
            if (child == row) break;
            if (document_.get<doc::TableRow>(child)) ++above;
        }
        if (kind && above < kind->header_rows) return StructureType::th;
        return type_of(id);
    }

    using Citation = std::pair<NodeId, NodeId>;  // link, note

    StructureTree& tree_;
    const doc::Document& document_;
    const StandardInfo& standard_;
    std::vector<Citation> citations_;
};

StructureTree::StructureTree(const doc::Document& document, const StandardInfo& standard)
    : document_(document), element_of_(document.size(), none), slot_of_(document.size(), none) {
    elements_.reserve(document.size() + document.size() / 4);
    slots_.reserve(document.size());
    StructureBuilder{*this, standard}.build();
}

}  // namespace sayso::pdf

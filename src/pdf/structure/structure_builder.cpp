// From nodes of the semantic tree to structure elements.
#include <span>

#include "pdf/structure/structure_tree.h"

namespace sayso::pdf {

/// Walks the tree once. Nodes beside the root (running headers and footers) are never reached and stay
/// artifacts.
class StructureBuilder {
  public:
    explicit StructureBuilder(StructureTree& tree) : tree_(tree), document_(tree.document_) {}

    void build() {
        const ElementIndex root = add(std::nullopt, doc::Document::root);
        add_children(root, doc::Document::root);
    }

  private:
    ElementIndex add(std::optional<ElementIndex> parent, NodeId id) {
        return add_as(parent, structure_type(document_[id].kind), id);
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
        const std::span<const NodeId> children = document_[id].children;
        SlotIndex words = StructureTree::none;  // the slot that neighbouring Text nodes share
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (document_.get<doc::Text>(children[i])) {
                add_text(parent, children[i], words);
                continue;
            }
            words = StructureTree::none;
            i += add_block(parent, children.subspan(i));
        }
    }

    void add_text(ElementIndex parent, NodeId id, SlotIndex& words) {
        const bool foreign = !own_lang(id).empty();
        if (foreign) {
            const ElementIndex span = add(parent, id);
            fill(tree_.add_slot(span), id);
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

    /// Adds the first node of `rest` and returns how many more it took: a table takes its caption in, because
    /// a Caption stands as the first or last child of the Table (ISO 32000-1, table 337). The caption of a
    /// figure is a P beside it: inside the Figure its words would be hidden behind the alternative text.
    std::size_t add_block(ElementIndex parent, std::span<const NodeId> rest) {
        const NodeId id = rest.front();
        const bool more = rest.size() > 1;
        if (document_.get<doc::Caption>(id) && more && document_.get<doc::Table>(rest[1])) {
            const ElementIndex table = add(parent, rest[1]);
            add_caption(table, id);
            add_children(table, rest[1]);
            return 1;
        }
        if (document_.get<doc::Table>(id)) {
            const bool captioned = more && document_.get<doc::Caption>(rest[1]) &&
                                   !(rest.size() > 2 && document_.get<doc::Table>(rest[2]));
            const ElementIndex table = add(parent, id);
            add_children(table, id);
            if (captioned) add_caption(table, rest[1]);
            return captioned ? 1 : 0;
        }
        add_node(parent, id);
        return 0;
    }
    void add_caption(ElementIndex table, NodeId id) {
        const ElementIndex caption = add_as(table, StructureType::caption, id);
        const std::string& lang = document_.lang_of(id);  // its parent in the file is now the table
        if (lang != document_.lang_of(tree_.elements_[table].node)) tree_.elements_[caption].lang = lang;
        add_children(caption, id);
    }

    void add_node(ElementIndex parent, NodeId id) {
        const auto* const figure = document_.get<doc::Figure>(id);
        if (figure && figure->decorative) return;
        if (document_.get<doc::ListItem>(id)) return add_list_item(parent, id);
        if (document_.get<doc::TableCell>(id)) return add_body(add_as(parent, cell_type(id), id), id);
        add_children(add(parent, id), id);
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
        if (children.size() != 1 || !document_.get<doc::Paragraph>(children.front()))
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
        const std::vector<NodeId>& rows = document_[table].children;
        for (std::size_t i = 0; kind && i < rows.size() && static_cast<int>(i) < kind->header_rows; ++i)
            if (rows[i] == row) return StructureType::th;
        return structure_type(document_[id].kind);
    }

    StructureTree& tree_;
    const doc::Document& document_;
};

StructureTree::StructureTree(const doc::Document& document)
    : document_(document), element_of_(document.size(), none), slot_of_(document.size(), none) {
    elements_.reserve(document.size() + document.size() / 4);
    slots_.reserve(document.size());
    StructureBuilder{*this}.build();
}

}  // namespace sayso::pdf

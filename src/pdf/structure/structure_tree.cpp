#include "pdf/structure/structure_tree.h"

#include <algorithm>

namespace sayso::pdf {

using Child = Element::Child;

ElementIndex StructureTree::add_element(std::optional<ElementIndex> parent, StructureType type, NodeId node) {
    const auto index = static_cast<ElementIndex>(elements_.size());
    Element& element = elements_.emplace_back();
    element.type = type;
    element.node = node;
    element.parent = parent;
    if (parent) elements_[*parent].children.push_back({Child::Kind::element, index});
    return index;
}

SlotIndex StructureTree::add_slot(ElementIndex element) {
    const auto index = static_cast<SlotIndex>(slots_.size());
    slots_.emplace_back().element = element;
    elements_[element].children.push_back({Child::Kind::slot, index});
    return index;
}

Destination StructureTree::destination(NodeId owner) {
    std::uint32_t& slot = slot_of_[owner.value];
    if (slot == none) {
        const std::uint32_t element = element_of_[owner.value];
        if (element == none) return {Destination::Kind::artifact, 0};
        if (!info(elements_[element].type).holds_content) return {Destination::Kind::nowhere, 0};
        slot = add_slot(element);
        auto& children = elements_[element].children;  // before what the node holds besides
        std::ranges::rotate(children, children.end() - 1);
    }
    return {Destination::Kind::slot, slot};
}

void StructureTree::cover(SlotIndex slot, std::uint32_t page, const Rect& box) {
    Element& figure = elements_[slots_[slot].element];
    if (!figure.box) {
        figure.box = box;
        figure.box_page = page;
    } else if (figure.box_page == page) {
        figure.box = unite(*figure.box, box);
    }
}

std::optional<ElementIndex> StructureTree::link_element(NodeId owner) {
    const std::uint32_t element = element_of_[owner.value];
    if (element == none) return std::nullopt;
    if (elements_[element].type == StructureType::link) return element;
    if (!info(elements_[element].type).holds_content) return std::nullopt;
    return add_element(element, StructureType::link, owner);
}

void StructureTree::add_annotation(ElementIndex element, std::uint32_t page, Ref annotation) {
    elements_[element].annotations.push_back({page, annotation});
}

std::string StructureTree::words(const Slot& slot) const {
    if (slot.texts.empty()) return slot.drawn;
    std::string text;
    for (const NodeId id : slot.texts) text += document_.get<doc::Text>(id)->text;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

bool StructureTree::spells_out(ElementIndex element) const {
    const StructureType type = elements_[element].type;
    if (type == StructureType::figure) return false;  // its Alt speaks for it
    if (type == StructureType::artifact) return false;
    return std::ranges::any_of(elements_[element].children, [&](const Child& child) {
        return child.kind == Child::Kind::slot && slots_[child.index].spell_out;
    });
}

/// ActualText stands for the whole of an element. So an element of words alone carries it; where there are
/// elements among the words (a link), each stretch of words becomes a Span that carries its own.
void StructureTree::spell_out(ElementIndex element) {
    std::vector<Child>& children = elements_[element].children;
    const bool words_alone =
        std::ranges::all_of(children, [](const Child& child) { return child.kind == Child::Kind::slot; });
    if (words_alone) {
        std::string text;
        for (const Child& child : children) text += words(slots_[child.index]);
        elements_[element].actual_text = std::move(text);
        return;
    }
    for (std::size_t i = 0; i < elements_[element].children.size(); ++i) {
        const Child child = elements_[element].children[i];
        if (child.kind != Child::Kind::slot || !slots_[child.index].spell_out) continue;
        const ElementIndex span = add_element(element, StructureType::span, elements_[element].node);
        elements_[element].children.pop_back();
        elements_[element].children[i] = {Child::Kind::element, span};
        elements_[span].children.push_back(child);
        elements_[span].actual_text = words(slots_[child.index]);
        slots_[child.index].element = span;
    }
}

Ref StructureTree::ref_of_node(NodeId node) const {
    for (;;) {
        const std::uint32_t element = element_of_[node.value];
        if (element != none && elements_[element].ref) return elements_[element].ref;
        if (document_[node].parent == node) return elements_.front().ref;
        node = document_[node].parent;
    }
}

bool StructureTree::has_old_types() const {
    return std::ranges::any_of(elements_, [](const Element& element) {
        return element.ref && info(element.type).namespaces == Namespaces::pdf_1_7;
    });
}

bool StructureTree::has_content(ElementIndex index) const {
    const Element& element = elements_[index];
    if (!element.annotations.empty()) return true;
    return std::ranges::any_of(element.children, [&](const Child& child) {
        return child.kind == Child::Kind::slot ? !slots_[child.index].marks.empty()
                                               : has_content(child.index);
    });
}

void StructureTree::number(ElementIndex index, Sink& sink) {
    elements_[index].ref = sink.reserve();
    for (const Child& child : elements_[index].children) {
        if (child.kind != Child::Kind::element) continue;
        const bool kept = info(elements_[child.index].type).kept_when_empty;
        if (kept || has_content(child.index)) number(child.index, sink);
    }
}

void StructureTree::settle(Sink& sink) {
    const auto made_from_nodes = static_cast<ElementIndex>(elements_.size());
    for (ElementIndex i = 0; i < made_from_nodes; ++i)
        if (spells_out(i)) spell_out(i);
    number(0, sink);
}

}  // namespace sayso::pdf

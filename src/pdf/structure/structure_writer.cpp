// The objects of the structure tree. ISO 32000-1, 14.7.2 (elements), 14.7.4 (contents), 14.8.5 (attributes);
// ISO 32000-2, 14.7.4 (namespaces).
#include <utility>

#include "base/number.h"
#include "pdf/structure/structure_tree.h"

namespace sayso::pdf {
namespace {

using Child = Element::Child;

std::string_view numbering(doc::List::Marker marker) {
    switch (marker) {
        case doc::List::Marker::bullet:
            return "Disc";
        case doc::List::Marker::number:
            return "Decimal";
        case doc::List::Marker::none:
            break;
    }
    return "None";
}

void append_namespace(std::string& out, StructureType type, const StructureRefs& refs) {
    const Ref named = info(type).namespaces == Namespaces::pdf_1_7 ? refs.pdf_1_7 : refs.pdf_2_0;
    if (!named) return;
    out += "/NS ";
    append_ref(out, named);
}

}  // namespace

void StructureTree::append_attributes(std::string& out, const Element& element,
                                      const StructureRefs& refs) const {
    const auto* const cell = document_.get<doc::TableCell>(element.node);
    switch (info(element.type).attributes) {
        case Attributes::none:
            return;
        case Attributes::list:
            out += "/A<</O/List/ListNumbering/";
            out += numbering(document_.get<doc::List>(element.node)->marker);
            break;
        case Attributes::header:
            out += "/A<</O/Table/Scope/";
            out += cell && cell->scope == doc::TableCell::Scope::row ? "Row" : "Column";
            break;
        case Attributes::note:
            out += "/A<</O/FENote/NoteType/Endnote";
            break;
        case Attributes::figure:
            out += "/Alt";
            append_text(out, document_.get<doc::Figure>(element.node)->alt);
            out += "/A<</O/Layout/Placement/Block/BBox";
            append_rect(out, element.box.value_or(Rect{}), refs.page_heights[element.box_page]);
            break;
    }
    out += ">>";
}

std::optional<std::uint32_t> StructureTree::page_of(const Element& element) const {
    for (const Child& child : element.children)
        if (child.kind == Child::Kind::slot && !slots_[child.index].marks.empty())
            return slots_[child.index].marks.front().page;
    if (!element.annotations.empty()) return element.annotations.front().page;
    return std::nullopt;
}

void StructureTree::append_children(std::string& out, const Element& element,
                                    const StructureRefs& refs) const {
    const std::optional<std::uint32_t> page = page_of(element);
    if (page) {
        out += "/Pg ";
        append_ref(out, refs.pages[*page]);
    }
    out += "/K[";
    const std::size_t start = out.size();
    const auto separate = [&] {
        if (out.size() > start) out += ' ';
    };
    const auto append_page = [&](std::uint32_t other) {
        if (page && other == *page) return;
        out += "/Pg ";
        append_ref(out, refs.pages[other]);
    };
    for (const Child& child : element.children) {
        if (child.kind == Child::Kind::element) {
            if (!elements_[child.index].ref) continue;
            separate();
            append_ref(out, elements_[child.index].ref);
            continue;
        }
        for (const Mark& mark : slots_[child.index].marks) {
            separate();
            const bool here = page && mark.page == *page;
            if (!here) out += "<</Type/MCR";
            append_page(mark.page);
            if (!here) out += "/MCID ";
            append_integer(out, mark.id);
            if (!here) out += ">>";
        }
    }
    for (const Element::Annotation& annotation : element.annotations) {
        separate();
        out += "<</Type/OBJR/Obj ";
        append_ref(out, annotation.object);
        append_page(annotation.page);
        out += ">>";
    }
    out += ']';
}

void StructureTree::append_mentions(std::string& out, const Element& element) const {
    const char* before = "/Ref[";
    for (const ElementIndex other : element.mentions) {
        if (!elements_[other].ref) continue;
        out += std::exchange(before, " ");
        append_ref(out, elements_[other].ref);
    }
    if (*before == ' ') out += ']';
}

std::string StructureTree::entries(const Element& element, const StructureRefs& refs) const {
    std::string out = "/S/";
    out += info(element.type).name;
    append_namespace(out, element.type, refs);
    out += "/P ";
    append_ref(out, element.parent ? elements_[*element.parent].ref : refs.root);
    append_children(out, element, refs);
    append_attributes(out, element, refs);
    append_mentions(out, element);
    if (!element.lang.empty()) {
        out += "/Lang";
        append_text(out, element.lang);
    }
    // Words too long for one string of PDF/A stay as the glyphs' own text: a cut ActualText would hide the
    // rest.
    if (!element.actual_text.empty() && fits_string(element.actual_text)) {
        out += "/ActualText";
        append_text(out, element.actual_text);
    }
    return out;
}

Ref StructureTree::write(Sink& sink, const StructureRefs& refs) const {
    for (const Element& element : elements_)
        if (element.ref) sink.object(element.ref, entries(element, refs));
    return elements_.front().ref;
}

}  // namespace sayso::pdf

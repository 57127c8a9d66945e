#include <array>

#include <fmt/format.h>

#include "doc/document.h"

namespace sayso::doc {
namespace {

struct KindName {
    std::string operator()(const Root&) const { return "root"; }
    std::string operator()(const Section&) const { return "section"; }
    std::string operator()(const Slide& slide) const { return "slide " + slide.layout; }
    std::string operator()(const Group& group) const { return group.aside ? "aside" : "group"; }
    std::string operator()(const Heading& h) const { return fmt::format("h{}", h.level); }
    std::string operator()(const Paragraph&) const { return "p"; }
    std::string operator()(const List& list) const {
        return list.marker == List::Marker::number ? "list numbered" : "list";
    }
    std::string operator()(const ListItem&) const { return "item"; }
    std::string operator()(const Table& table) const {
        return fmt::format("table columns={}", table.widths.size());
    }
    std::string operator()(const TableRow&) const { return "row"; }
    std::string operator()(const TableCell& cell) const { return cell.header ? "th" : "td"; }
    std::string operator()(const Figure& figure) const {
        return figure.decorative ? "figure decorative" : fmt::format("figure alt=\"{}\"", figure.alt);
    }
    std::string operator()(const Caption&) const { return "caption"; }
    std::string operator()(const Quote&) const { return "quote"; }
    std::string operator()(const Text& text) const {
        constexpr std::array<std::string_view, 3> isolates{"", "left-to-right ", "first-strong "};
        return fmt::format("{}{}\"{}\"", text.strong ? "strong " : "",
                           isolates[static_cast<std::size_t>(text.isolate)], text.text);
    }
    std::string operator()(const Link& link) const {
        const auto* node = std::get_if<NodeId>(&link.target);
        return "link " + (node ? fmt::format("#{}", node->value) : std::get<std::string>(link.target));
    }
};

void dump_node(const Document& document, NodeId id, std::size_t depth, std::string& out) {
    const Node& node = document[id];
    out += std::string(depth * 2, ' ') + std::visit(KindName{}, node.kind);
    if (!node.role.empty()) out += " (" + node.role + ")";
    if (!node.lang.empty()) out += " lang=" + node.lang;
    out += '\n';
    for (const NodeId child : node.children) dump_node(document, child, depth + 1, out);
}

}  // namespace

std::string dump(const Document& document) {
    std::string out;
    dump_node(document, Document::root, 0, out);
    return out;
}

}  // namespace sayso::doc

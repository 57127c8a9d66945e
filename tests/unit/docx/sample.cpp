#include "sample.h"

#include <pugixml.hpp>

#include <gtest/gtest.h>

#include "support/ooxml_rules.h"

namespace sayso::test {

using namespace doc;

NodeId add_words(Document& document, NodeId parent, Kind kind, const std::string& role,
                 const std::string& words) {
    const NodeId id = document.add(parent, std::move(kind));
    document[id].role = role;
    document.add(id, Text{words, false});
    return id;
}

namespace {

void add_list(Document& document, NodeId parent, List::Marker marker, const std::vector<std::string>& items) {
    const NodeId list = document.add(parent, List{marker});
    for (const std::string& item : items)
        add_words(document, document.add(list, ListItem{}), Paragraph{}, "list-text", item);
}

void add_table(Document& document, NodeId parent) {
    const NodeId table = document.add(parent, Table{{1, 2}, 1});
    for (const auto& [left, right] : {std::pair{"What", "How often"}, {"Time together", "Every day"}}) {
        const NodeId row = document.add(table, TableRow{});
        const bool header = std::string(left) == "What";
        for (const char* words : {left, right})
            add_words(document, document.add(row, TableCell{header}), Paragraph{}, "table-text", words);
    }
}

void add_figure(Document& document, NodeId parent) {
    auto drawing = std::make_shared<frame::Frame>();
    drawing->size = {mm(300), mm(100)};
    drawing->items.push_back(
        frame::fill(frame::Artifact::layout, frame::rectangle({{}, {}, mm(300), mm(100)}), black));
    const NodeId figure =
        document.add(parent, Figure{std::move(drawing), {mm(300), mm(100)}, "A black band."});
    add_words(document, figure, Caption{}, "caption", "A band");
    document.add(parent, Figure{std::make_shared<frame::Frame>(), {mm(10), mm(10)}, "", true});
}

void add_link(Document& document, NodeId parent) {
    const NodeId paragraph = document.add(parent, Paragraph{});
    document[paragraph].role = "text";
    document.add(paragraph, Text{"More at ", false});
    const NodeId link =
        document.add(paragraph, Link{std::string("https://example.org/?a=1&b=2"), "the page"});
    document.add(link, Text{"the page", true});
}

}  // namespace

Document sample_document(const std::string& lang) {
    Document document;
    document.lang = lang;
    document.title = "Wording for plans";
    document.author = "Willow House";
    const NodeId root = Document::root;
    add_words(document, root, Heading{1}, "heading-1", "Wording for plans");
    const NodeId text = add_words(document, root, Paragraph{}, "text", "Copy what fits.\nChange the rest.");
    document.add(text, doc::Text{" It is yours.", true});
    add_words(document, root, Heading{2}, "heading-2", "For a care plan");
    const NodeId box = document.add(root, Group{});
    document[box].role = "wording";
    document[box].box.border_start = Border{pt(4), document.palette.you};
    document[box].box.padding.left = pt(18);
    add_words(document, box, Paragraph{}, "wording-text",
              "[Name] says \u201cmore\u201d by [signals], each [day or week].");
    add_list(document, root, List::Marker::bullet, {"one", "two"});
    add_list(document, root, List::Marker::number, {"first", "second"});
    add_list(document, root, List::Marker::number, {"again"});
    add_table(document, root);
    add_figure(document, root);
    add_link(document, root);
    const NodeId quote = document.add(root, Quote{});
    add_words(document, quote, Paragraph{}, "quote-text", "It is calmer here.");
    return document;
}

PageSpec a4() {
    PageMaster paper;
    paper.size = {mm(210), mm(297)};
    paper.regions = {{"main", {mm(20), mm(24), mm(170), mm(249)}}};
    PageSpec pages;
    pages.masters = {paper};
    return pages;
}

std::string docx_of(const Document& document) {
    docx::Cache cache;
    Diagnostics diagnostics;
    docx::Options options;
    options.png = [](const frame::Frame&, Diagnostics&) { return std::string("\x89PNG\r\n"); };
    std::string bytes = docx::write(document, a4(), options, cache, diagnostics);
    for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message;
    return bytes;
}

std::string outline_of(const OfficeFile& file, const std::string& part) {
    pugi::xml_document xml;
    xml.load_string(file.parts.at(part).c_str());
    std::string out;
    for (const pugi::xml_node paragraph : all_of(xml, "w:p")) {
        const std::string style = paragraph.child("w:pPr").child("w:pStyle").attribute("w:val").value();
        out += (style.empty() ? "Normal" : style) + ": ";
        for (const pugi::xml_node run : all_of(paragraph, "w:r")) {
            out += run.child("w:t").text().get();
            if (run.child("w:br")) out += " / ";
        }
        out += "\n";
    }
    return out;
}

}  // namespace sayso::test

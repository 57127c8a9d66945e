#include "sample.h"

#include <memory>

#include <gtest/gtest.h>

namespace sayso::check {

NodeId Sample::block(doc::Kind kind, NodeId parent) {
    const NodeId id = document.add(parent, std::move(kind), next_line());
    document[id].text.size = pt(18);
    return id;
}

void Sample::words(NodeId block, const std::string& text) {
    document.add(block, doc::Text{text, false}, next_line());
}

NodeId Sample::heading(int level, const std::string& text) {
    const NodeId id = block(doc::Heading{level});
    words(id, text);
    return id;
}

NodeId Sample::paragraph(const std::string& text, NodeId parent) {
    const NodeId id = block(doc::Paragraph{}, parent);
    words(id, text);
    return id;
}

NodeId Sample::link(NodeId paragraph, const std::string& text) {
    const NodeId id = document.add(paragraph, doc::Link{"https://example.org", text}, next_line());
    words(id, text);
    return id;
}

void Sample::figure(const std::string& alt, NodeId parent, bool decorative) {
    doc::Figure figure;
    figure.content = std::make_shared<const frame::Frame>();
    figure.alt = alt;
    figure.decorative = decorative;
    block(std::move(figure), parent);
}

NodeId Sample::row(const std::vector<std::string>& lines) {
    const NodeId row = block(doc::Group{});
    document[row].box.display = doc::Display::grid;
    figure("", block(doc::Group{}, row), true);
    const NodeId cell = block(doc::Group{}, row);
    for (const std::string& line : lines) paragraph(line, cell);
    return row;
}

void Sample::footer(const std::string& text) {
    const NodeId root = document.add_detached(doc::Group{}, next_line());
    paragraph(text, root);
}

Diagnostics Sample::check() const {
    Diagnostics diagnostics;
    static const Lexicon lexicon(english());
    Reader reader;
    check_document(document, profile, pages, has_words ? &lexicon : nullptr, reader, diagnostics);
    return diagnostics;
}

std::vector<std::string> described(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics.sorted()) {
        const char* severity = one.severity == Severity::error ? "E " : "W ";
        out.push_back(severity + one.code + " " + std::to_string(one.span.line) + ": " + one.message);
    }
    return out;
}

std::vector<std::string> Sample::faults() const {
    return described(check());
}

std::vector<std::string> Sample::codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : check().sorted())
        out.push_back((one.severity == Severity::error ? "E " : "W ") + one.code);
    return out;
}

std::vector<std::string> Sample::hints() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : check().sorted()) out.push_back(one.hint);
    return out;
}

const model::WordList& english() {
    static const model::WordList list = [] {
        const DiskEnv disk;
        SourceMap sources;
        Diagnostics diagnostics;
        auto loaded = model::load_word_list(disk, SAYSO_SOURCE_DIR, "", "en-GB", sources, diagnostics);
        EXPECT_TRUE(loaded && diagnostics.empty());
        return loaded.value_or(model::WordList{});
    }();
    return list;
}

}  // namespace sayso::check

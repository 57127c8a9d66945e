#include "pages.h"

namespace sayso::test {
namespace {

constexpr Length margin = pt(20), indent = pt(18);

text::FontLibrary load() {
    static const DiskEnv env;
    Diagnostics faults;
    auto library = text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, faults);
    return std::move(library.value());
}

}  // namespace

const text::FontLibrary& fonts() {
    static const text::FontLibrary library = load();
    return library;
}

Pages::Pages() {
    document.title = "Time together";
    options.created = 1'767'225'600;  // 2026-01-01
    options.producer = "sayso test";
    new_page();
}

NodeId Pages::words(NodeId block, const std::string& text, bool strong) {
    return add(block, doc::Text{text, strong});
}

NodeId Pages::heading(NodeId parent, const std::string& text, int level) {
    const NodeId id = add(parent, doc::Heading{level});
    words(id, text, true);
    return id;
}

NodeId Pages::paragraph(NodeId parent, const std::string& text) {
    const NodeId id = add(parent, doc::Paragraph{});
    words(id, text);
    return id;
}

NodeId Pages::item(NodeId list, const std::string& text) {
    const NodeId id = add(list, doc::ListItem{});
    paragraph(id, text);
    return id;
}

NodeId Pages::cell(NodeId row, const std::string& text, bool header) {
    const NodeId id = add(row, doc::TableCell{header, doc::TableCell::Scope::column});
    if (!text.empty()) paragraph(id, text);
    return id;
}

NodeId Pages::link(NodeId block, const std::string& text, std::variant<std::string, NodeId> target) {
    const NodeId id = add(block, doc::Link{std::move(target), "Go to " + text});
    words(id, text);
    return id;
}

NodeId Pages::figure(NodeId parent, const std::string& alt) {
    auto drawing = std::make_shared<frame::Frame>();
    drawing->size = {pt(60), pt(30)};
    drawing->keeps_owners = false;
    drawing->items.push_back(
        frame::fill(root, frame::rectangle({pt(0), pt(0), pt(40), pt(30)}), {11, 79, 92}));
    drawing->items.push_back(frame::fill(root, frame::circle({pt(50), pt(15)}, pt(8)), {178, 58, 30}));
    doc::Figure kind;
    kind.content = std::shared_ptr<const frame::Frame>(drawing);
    kind.size = drawing->size;
    kind.alt = alt;
    return add(parent, kind);
}

void Pages::new_page() {
    pages.emplace_back().size = paper;
    y_ = margin;
}

void Pages::set_line(const text::Line& line) {
    if (y_ + line_height > paper.height - margin) new_page();
    for (auto [owner, run] : line.runs) {
        run.origin.x += margin + indent;
        run.origin.y += y_ + pt(11);
        const NodeId parent = document[owner].parent;
        if (const auto* const target = document.get<doc::Link>(parent)) {
            const Rect box{run.origin.x, y_, run.width(), line_height};
            page().items.push_back({parent, frame::LinkArea{box, target->target, target->description}});
        }
        page().items.push_back(frame::text(owner, std::move(run)));
    }
    y_ += line_height;
}

void Pages::set_inline(NodeId block) {
    std::vector<text::Span> spans;
    const auto collect = [&](const auto& self, NodeId id) -> void {
        if (const auto* const leaf = document.get<doc::Text>(id)) {
            text::Span span;
            span.text = leaf->text;
            span.family = "AtkinsonHyperlegibleNext";
            span.weight = leaf->strong ? 800 : 400;
            span.size = pt(10);
            span.lang = document.lang_of(id);
            span.owner = id;
            spans.push_back(span);
        }
        for (const NodeId child : document[id].children) self(self, child);
    };
    collect(collect, block);
    text::ParagraphOptions style;
    style.width = paper.width - margin * 2 - indent;
    style.leading = line_height;
    style.rtl = doc::is_rtl_language(document.lang_of(block));
    const text::Paragraph laid = shaper.lay_out(spans, style, diagnostics);
    for (const text::Line& line : laid.lines) set_line(line);
}

void Pages::set_label(NodeId item) {
    const auto* const list = document.get<doc::List>(document[item].parent);
    if (!list || list->marker == doc::List::Marker::none) return;
    if (y_ + line_height > paper.height - margin) new_page();
    const bool bullet = list->marker == doc::List::Marker::bullet;
    const std::string label = bullet ? "•" : std::to_string(++item_number_) + ".";
    text::Span span;
    span.text = label;
    span.family = "AtkinsonHyperlegibleNext";
    span.size = pt(10);
    span.lang = "en-GB";
    span.owner = item;
    text::ParagraphOptions style;
    style.width = pt(200);
    style.leading = line_height;
    const text::Paragraph laid = shaper.lay_out({span}, style, diagnostics);
    for (auto [owner, run] : laid.lines.at(0).runs) {
        run.origin = {margin, y_ + pt(11)};
        page().items.push_back(frame::text(owner, std::move(run)));
    }
}

void Pages::set_figure(NodeId id) {
    const auto& figure = *document.get<doc::Figure>(id);
    if (y_ + figure.size.height > paper.height - margin) new_page();
    if (const auto* const drawing = std::get_if<std::shared_ptr<const frame::Frame>>(&figure.content)) {
        page().items.push_back(frame::group(id, *drawing, Transform::translate(margin, y_)));
    } else {
        const auto& image = std::get<std::shared_ptr<const frame::Image>>(figure.content);
        page().items.push_back(
            {id, frame::ImageItem{image, {margin, y_, figure.size.width, figure.size.height}}});
    }
    y_ += figure.size.height;
}

void Pages::set(NodeId block) {
    const doc::Kind& kind = document[block].kind;
    const bool holds_words = std::holds_alternative<doc::Heading>(kind) ||
                             std::holds_alternative<doc::Paragraph>(kind) ||
                             std::holds_alternative<doc::Caption>(kind);
    if (holds_words) return set_inline(block);
    if (std::holds_alternative<doc::Figure>(kind)) set_figure(block);
    if (std::holds_alternative<doc::ListItem>(kind)) set_label(block);
    for (const NodeId child : document[block].children) set(child);
}

std::string Pages::write(pdf::Cache& with) {
    return pdf::write(document, pages, options, with, diagnostics);
}

std::vector<std::string> Pages::codes() const {
    std::vector<std::string> found;
    for (const Diagnostic& each : diagnostics.sorted()) found.push_back(each.code);
    return found;
}

}  // namespace sayso::test

#include "pdf/check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "pdf/objects/syntax.h"

namespace sayso::pdf {
namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The shape of BCP 47: parts of one to eight letters or digits, the first of letters.
bool is_language_tag(std::string_view tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        if (c == '-') {
            if (length == 0) return false;
            length = 0;
            first = false;
            continue;
        }
        if (!is_letter_or_digit(c) || (first && c >= '0' && c <= '9') || ++length > 8) return false;
    }
    return length > 0;
}

bool is_file_name(std::string_view text) {
    constexpr std::array<std::string_view, 11> endings{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp",
                                                       ".bmp", ".tif", ".tiff", ".pdf", ".eps"};
    std::string lower{text};
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower.find(' ') == std::string::npos &&
           std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// What a kind of node may stand in, and what may stand in it.
enum class Role : std::uint8_t { block, list_item, row, cell, caption, inline_, words, nothing };

struct StandsAs {
    Role operator()(const doc::Root&) const { return Role::nothing; }
    Role operator()(const doc::ListItem&) const { return Role::list_item; }
    Role operator()(const doc::TableRow&) const { return Role::row; }
    Role operator()(const doc::TableCell&) const { return Role::cell; }
    Role operator()(const doc::Text&) const { return Role::words; }
    Role operator()(const doc::Link&) const { return Role::inline_; }
    Role operator()(const doc::Section&) const { return Role::block; }
    Role operator()(const doc::Group&) const { return Role::block; }
    Role operator()(const doc::Heading&) const { return Role::block; }
    Role operator()(const doc::Paragraph&) const { return Role::block; }
    Role operator()(const doc::List&) const { return Role::block; }
    Role operator()(const doc::Table&) const { return Role::block; }
    Role operator()(const doc::Figure&) const { return Role::block; }
    Role operator()(const doc::Caption&) const { return Role::caption; }
    Role operator()(const doc::Quote&) const { return Role::block; }
    Role operator()(const doc::Slide&) const { return Role::block; }
};

struct Holds {
    Role operator()(const doc::Root&) const { return Role::block; }
    Role operator()(const doc::Section&) const { return Role::block; }
    Role operator()(const doc::Group&) const { return Role::block; }
    Role operator()(const doc::ListItem&) const { return Role::block; }
    Role operator()(const doc::TableCell&) const { return Role::block; }
    Role operator()(const doc::Quote&) const { return Role::block; }
    Role operator()(const doc::Slide&) const { return Role::block; }
    Role operator()(const doc::Heading&) const { return Role::inline_; }
    Role operator()(const doc::Paragraph&) const { return Role::inline_; }
    Role operator()(const doc::Caption&) const { return Role::inline_; }
    Role operator()(const doc::List&) const { return Role::list_item; }
    Role operator()(const doc::Table&) const { return Role::row; }
    Role operator()(const doc::TableRow&) const { return Role::cell; }
    Role operator()(const doc::Link&) const { return Role::words; }
    Role operator()(const doc::Text&) const { return Role::nothing; }
    Role operator()(const doc::Figure& figure) const { return figure.in_parts ? Role::block : Role::nothing; }
};

bool may_hold(const doc::Kind& parent, const doc::Kind& child) {
    if (std::holds_alternative<doc::Caption>(child))
        return std::holds_alternative<doc::Table>(parent) || std::holds_alternative<doc::Figure>(parent);
    const Role holds = std::visit(Holds{}, parent), role = std::visit(StandsAs{}, child);
    return role == holds || (holds == Role::inline_ && role == Role::words);
}

class Checker {
  public:
    Checker(const doc::Document& document, Diagnostics& diagnostics)
        : document_(document), diagnostics_(diagnostics) {}

    void check() {
        const Span source = document_[doc::Document::root].source;
        if (is_blank(document_.title))
            diagnostics_.error("document-title", source, "the document has no title",
                               "give it a title: what it is about");
        check_lang(document_.lang, source);
        visit(doc::Document::root);
    }

  private:
    void visit(NodeId id) {
        const doc::Node& node = document_[id];
        if (!node.lang.empty()) check_lang(node.lang, node.source);
        std::visit([&](const auto& kind) { look_at(id, node, kind); }, node.kind);
        for (const NodeId child : node.children) {
            if (!may_hold(node.kind, document_[child].kind))
                diagnostics_.error("nesting", document_[child].source,
                                   "this part cannot stand inside the part around it",
                                   "this is a fault of sayso: please report it");
            visit(child);
        }
    }

    void check_lang(std::string_view lang, const Span& source) {
        if (is_language_tag(lang)) return;
        diagnostics_.error(
            "document-lang", source,
            lang.empty() ? "the language is not given" : fmt::format("\"{}\" is no language tag", lang),
            "write a language tag such as \"en-GB\", \"cy\" or \"ur\"");
    }

    void look_at(NodeId id, const doc::Node& node, const doc::Heading& heading) {
        if (heading.level > last_level_ + 1) {
            const std::string message =
                last_level_ == 0 ? fmt::format("the first heading, \"{}\", has level {}, not 1",
                                               document_.text_of(id), heading.level)
                                 : fmt::format("the heading \"{}\" has level {} after a heading of level {}",
                                               document_.text_of(id), heading.level, last_level_);
            diagnostics_.error("heading-level", node.source, message,
                               fmt::format("write level: {}", last_level_ + 1));
        }
        last_level_ = heading.level;
    }

    void look_at(NodeId, const doc::Node& node, const doc::Figure& figure) {
        if (figure.decorative) return;
        if (is_blank(figure.alt)) {
            diagnostics_.error(
                "figure-without-alt", node.source, "a figure has no alternative text",
                "add alt: what the picture tells, in a sentence; or say that it is decorative");
        } else if (is_file_name(figure.alt)) {
            diagnostics_.error("alt-is-file-name", node.source,
                               fmt::format("the alternative text \"{}\" is a file name", figure.alt),
                               "write what the picture tells, in a sentence");
        } else if (!fits_string(figure.alt)) {
            diagnostics_.error("alt-too-long", node.source,
                               "the alternative text is longer than a PDF can hold (about 16,000 characters)",
                               "say it in a paragraph beside the figure, and in short in alt");
        }
    }

    void look_at(NodeId, const doc::Node& node, const doc::Link& link) {
        if (is_blank(link.description))
            diagnostics_.error("link-description", node.source, "a link has no description",
                               "say where the link leads, in words");
        const auto* const target = std::get_if<NodeId>(&link.target);
        if (target && target->value >= document_.size())
            diagnostics_.error("link-target", node.source,
                               "a link leads to a part that the document does not have",
                               "this is a fault of sayso: please report it");
    }

    void look_at(NodeId, const doc::Node& node, const doc::Table& table) {
        std::optional<std::size_t> columns;
        for (const NodeId row : node.children) {
            if (document_.get<doc::Caption>(row)) continue;
            const std::size_t width = document_[row].children.size();
            if (!columns) columns = width;
            if (width == *columns) continue;
            diagnostics_.error(
                "table-row-length", document_[row].source,
                fmt::format("the first row of this table has {} cells, this one {}", *columns, width),
                "give every row the same number of cells");
        }
        if (!columns) return;
        if (table.header_rows <= 0 && !has_header(node))
            diagnostics_.warning("table-without-headers", node.source, "a table has no header cells",
                                 "mark the first row or the first column as header");
    }
    bool has_header(const doc::Node& table) const {
        return std::ranges::any_of(table.children, [&](NodeId row) {
            return std::ranges::any_of(document_[row].children, [&](NodeId id) {
                const auto* const cell = document_.get<doc::TableCell>(id);
                return cell && cell->header;
            });
        });
    }

    template <class Kind>
    void look_at(NodeId, const doc::Node&, const Kind&) {}

    const doc::Document& document_;
    Diagnostics& diagnostics_;
    int last_level_ = 0;  // of the heading before, in reading order
};

}  // namespace

void check(const doc::Document& document, Diagnostics& diagnostics) {
    Checker{document, diagnostics}.check();
}

}  // namespace sayso::pdf

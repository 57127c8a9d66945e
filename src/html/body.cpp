#include "html/body.h"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/overload.h"
#include "svg/xml.h"
#include "text/paragraph.h"

namespace sayso::html {
namespace {

using svg::escape;

/// Where running matter has its numbers of pages, which a web page has not.
bool counts_pages(const std::string& text) {
    return text.find("{page}") != std::string::npos || text.find("{pages}") != std::string::npos;
}

class BodyWriter {
  public:
    BodyWriter(const doc::Document& document, const svg::UsedFonts& fonts, StyleRules& styles,
               bool headings_named)
        : document_(document), fonts_(fonts), styles_(styles), headings_named_(headings_named) {}

    std::string write(std::optional<Color> cover) {
        const std::vector<NodeId>& all = document_[doc::Document::root].children;
        std::size_t begins = 0;
        if (cover) {
            while (begins < all.size() && (begins == 0 || !document_[all[begins]].box.page_break_before))
                ++begins;
            ground_ = *cover;
            out_ += fmt::format("<div class=\"cover {}\">\n", styles_.fill_class(*cover));
            for (std::size_t i = 0; i < begins; ++i) node(all[i]);
            close("div");
            ground_ = white;
        }
        for (std::size_t i = begins; i < all.size(); ++i) node(all[i]);
        return std::move(out_);
    }

  private:
    void node(NodeId id) {
        std::visit(
            Overload{
                [](const doc::Root&) {}, [&](const doc::Section&) { element("section", id); },
                [&](const doc::Slide&) { element("section", id); },
                [&](const doc::Group& group) { element("div", id, group.aside ? " role=\"note\"" : ""); },
                [&](const doc::Heading& heading) {
                    heading_ = flat(document_.text_of(id));
                    words(heading_name(heading.level), id);
                },
                [&](const doc::Paragraph&) { words("p", id); }, [&](const doc::Caption&) { words("p", id); },
                [&](const doc::List& list) { this->list(list, id); }, [&](const doc::ListItem&) { item(id); },
                [&](const doc::Table& table) { this->table(table, id); }, [](const doc::TableRow&) {},
                [](const doc::TableCell&) {}, [&](const doc::Figure& figure) { this->figure(figure, id); },
                [&](const doc::Quote&) { element("blockquote", id); },
                [&](const doc::Text& text) { this->text(text, id); },
                [&](const doc::Link& link) { this->link(link, id); }},
            document_[id].kind);
    }

    void children(NodeId id) {
        for (const NodeId child : document_[id].children) node(child);
    }

    static const char* heading_name(int level) {
        constexpr const char* names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
        return names[std::clamp(level, 1, 6) - 1];
    }

    // Tags and their attributes
    // --------------------------------------------------------------------------------------------
    void open(std::string_view name, NodeId id, std::string classes, std::string_view more = {}) {
        out_ += fmt::format("<{}", name);
        if (!classes.empty()) out_ += fmt::format(" class=\"{}\"", classes);
        if (leads_here(id)) out_ += fmt::format(" id=\"{}\"", element_id(id));
        out_ += language(id);
        out_ += more;
        out_ += '>';
    }
    void close(std::string_view name) { out_ += fmt::format("</{}>\n", name); }

    /// lang and dir, each where it changes.
    std::string language(NodeId id) const {
        const doc::Node& node = document_[id];
        const bool outermost = node.parent == id;
        const std::string& around = outermost ? document_.lang : document_.lang_of(node.parent);
        std::string out;
        if (!node.lang.empty() && node.lang != around) out = fmt::format(" lang=\"{}\"", escape(node.lang));
        const bool rtl = runs_from_right(id);
        if (rtl != (outermost ? document_.rtl() : runs_from_right(node.parent)))
            out += rtl ? " dir=\"rtl\"" : " dir=\"ltr\"";
        return out;
    }

    /// As layout sets it: a block of words runs as all its letters do, anything else as its language.
    bool runs_from_right(NodeId id) const {
        const bool rtl_language = doc::is_rtl_language(document_.lang_of(id));
        if (document_.get<doc::Text>(id) || document_.get<doc::Link>(id))
            return document_[id].lang.empty() ? runs_from_right(document_[id].parent) : rtl_language;
        std::vector<text::Span> spans;
        for (const NodeId child : document_[id].children) add_span(child, spans);
        return text::runs_from_right(spans, rtl_language);
    }
    void add_span(NodeId id, std::vector<text::Span>& spans) const {
        if (document_.get<doc::Link>(id))
            for (const NodeId child : document_[id].children) add_span(child, spans);
        const auto* words = document_.get<doc::Text>(id);
        if (words == nullptr) return;
        spans.emplace_back();
        spans.back().text = words->text;
        spans.back().isolate = words->isolate;
    }

    bool leads_here(NodeId id) {
        if (headings_named_ && document_.get<doc::Heading>(id)) return true;
        if (!targets_known_) {
            for (std::uint32_t i = 0; i < document_.size(); ++i) {
                const auto* link = document_.get<doc::Link>(NodeId{i});
                if (link == nullptr) continue;
                if (const auto* target = std::get_if<NodeId>(&link->target)) targets_.push_back(*target);
            }
            targets_known_ = true;
        }
        return std::find(targets_.begin(), targets_.end(), id) != targets_.end();
    }

    std::string box(NodeId id) {
        const doc::Node& node = document_[id];
        std::string classes = styles_.box_class(node, ground_);
        const auto add = [&](const std::string& one) {
            classes += (classes.empty() || one.empty() ? "" : " ") + one;
        };
        if (node.box.display == doc::Display::grid) add(holds_picture(id) ? "grid beside" : "grid");
        const bool in_grid = node.parent != id && document_[node.parent].box.display == doc::Display::grid;
        if (in_grid && node.box.span < 12) add(fmt::format("g{}", std::clamp(node.box.span, 1, 12)));
        return classes;
    }

    /// A picture beside its words stays beside them on the narrowest screen.
    bool holds_picture(NodeId grid) const {
        const auto& cells = document_[grid].children;
        if (cells.size() != 2) return false;
        const auto& first = document_[cells.front()].children;
        return first.size() == 1 && document_.get<doc::Figure>(first.front());
    }

    // Blocks
    // --------------------------------------------------------------------------------------------
    void element(std::string_view name, NodeId id, std::string_view more = {}) {
        const Color around = ground_;
        open(name, id, box(id), more);
        if (document_[id].box.fill) ground_ = *document_[id].box.fill;
        out_ += '\n';
        children(id);
        ground_ = around;
        close(name);
    }

    void words(std::string_view name, NodeId id) {
        std::string classes = box(id);
        // What the box is filled with is what its words stand on.
        const Color ground = document_[id].box.fill.value_or(ground_);
        classes += (classes.empty() ? "" : " ") + styles_.text_class(document_[id].text, ground);
        open(name, id, std::move(classes));
        children(id);
        close(name);
    }

    void list(const doc::List& list, NodeId id) {
        const bool numbered = list.marker == doc::List::Marker::number;
        std::string classes = box(id);
        if (list.marker == doc::List::Marker::none) classes += classes.empty() ? "plain" : " plain";
        // Without its marks a list would no longer be told as one (by VoiceOver).
        const bool bare = list.marker == doc::List::Marker::none;
        const std::string_view name = numbered ? "ol" : "ul";
        open(name, id, std::move(classes), bare ? " role=\"list\"" : "");
        out_ += '\n';
        children(id);
        close(name);
    }

    /// A grid would lose the item's mark, so it stands inside the item.
    void item(NodeId id) {
        const Color around = ground_;
        const doc::Node& node = document_[id];
        const bool is_grid = node.box.display == doc::Display::grid;
        const std::string boxed = box(id);
        if (node.box.fill) ground_ = *node.box.fill;
        const std::string worded = styles_.text_class(node.text, ground_);
        open("li", id, is_grid ? worded : boxed + (boxed.empty() ? "" : " ") + worded);
        if (is_grid) out_ += fmt::format("<div class=\"{}\">\n", boxed);
        children(id);
        if (is_grid) out_ += "</div>";
        ground_ = around;
        close("li");
    }

    void table(const doc::Table& table, NodeId id) {
        out_ +=
            fmt::format("<section class=\"wide\" tabindex=\"0\" aria-label=\"{}\">", escape(table_name(id)));
        open("table", id, box(id));
        out_ += '\n';
        int row = 0;
        bool in_head = false;
        for (const NodeId child : document_[id].children) {
            if (document_.get<doc::Caption>(child)) {
                words("caption", child);
                continue;
            }
            const bool head = row++ < table.header_rows;
            if (head != in_head || row == 1) {
                if (row > 1) close(in_head ? "thead" : "tbody");
                out_ += head ? "<thead>\n" : "<tbody>\n";
            }
            in_head = head;
            table_row(child, head);
        }
        if (row > 0) close(in_head ? "thead" : "tbody");
        close("table");
        close("section");
    }

    /// What a table that is wider than the screen is called as something to scroll: the heading above it, and
    /// its caption or first row; numbered where one has been called so before.
    std::string table_name(NodeId id) {
        const auto& rows = document_[id].children;
        std::string name = rows.empty() ? std::string() : flat(document_.text_of(rows.front()));
        if (!heading_.empty()) name = name.empty() ? heading_ : heading_ + ": " + name;
        const int before = tables_[name]++;
        return before == 0 ? name : fmt::format("{} ({})", name, before + 1);
    }
    static std::string flat(std::string text) {
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    void table_row(NodeId row, bool head) {
        open("tr", row, styles_.box_class(document_[row], ground_));
        for (const NodeId cell : document_[row].children) {
            const auto* kind = document_.get<doc::TableCell>(cell);
            if (kind == nullptr) continue;
            const bool header = head || kind->header;
            const bool over_column = head || kind->scope == doc::TableCell::Scope::column;
            const std::string more = header ? over_column ? " scope=\"col\"" : " scope=\"row\"" : "";
            const char* name = header ? "th" : "td";
            open(name, cell, styles_.box_class(document_[cell], ground_), more);
            children(cell);
            close(name);
        }
        close("tr");
    }

    void figure(const doc::Figure& figure, NodeId id) {
        const std::vector<NodeId>& inside = document_[id].children;
        open("figure", id, box(id));
        const std::string style = fmt::format("width:{};max-width:100%;height:auto", rem(figure.size.width));
        const std::size_t line = figure.alt.find('\n');
        const std::string alt = figure.alt.substr(0, line);
        std::visit(
            Overload{[&](const std::shared_ptr<const frame::Frame>& drawing) {
                         const bool silent =
                             figure.decorative || figure.in_parts;  // its parts are read instead
                         svg::InlineOptions words{fmt::format("f{}", id.value), alt, {}, style, silent};
                         if (line != std::string::npos) words.description = figure.alt.substr(line + 1);
                         out_ += svg::inline_figure(*drawing, fonts_, words);
                     },
                     [&](const std::shared_ptr<const frame::Image>& image) {
                         out_ += fmt::format(
                             "<img src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\" style=\"{}\"/>",
                             svg::image_url(*image), figure.decorative ? "" : escape(figure.alt),
                             image->width, image->height, style);
                     }},
            figure.content);
        if (figure.in_parts) parts(inside);
        for (const NodeId child : inside)
            if (document_.get<doc::Caption>(child)) words("figcaption", child);
        close("figure");
    }

    /// The words that the drawing shows, as headings and lists for those who do not see it.
    void parts(const std::vector<NodeId>& inside) {
        out_ += "<div class=\"told\">\n";
        for (const NodeId child : inside)
            if (!document_.get<doc::Caption>(child)) node(child);
        close("div");
    }

    // Words
    // --------------------------------------------------------------------------------------------
    void text(const doc::Text& text, NodeId id) {
        const std::string lang = language(id);
        const char* name = text.strong ? "strong" : "span";
        const bool wrapped = text.strong || !lang.empty();
        const bool isolated = text.isolate != Isolate::none;
        if (wrapped) out_ += fmt::format("<{}{}>", name, lang);
        if (isolated) out_ += text.isolate == Isolate::left_to_right ? "<bdi dir=\"ltr\">" : "<bdi>";
        for (const char c : escape(text.text)) {
            if (c == '\n')
                out_ += "<br/>";
            else
                out_ += c;
        }
        if (isolated) out_ += "</bdi>";
        if (wrapped) out_ += fmt::format("</{}>", name);
    }

    void link(const doc::Link& link, NodeId id) {
        const auto* url = std::get_if<std::string>(&link.target);
        const std::string target = url ? *url : "#" + element_id(std::get<NodeId>(link.target));
        out_ += fmt::format("<a href=\"{}\"{}>", escape(target), language(id));
        children(id);
        out_ += "</a>";
    }

    const doc::Document& document_;
    const svg::UsedFonts& fonts_;
    StyleRules& styles_;
    bool headings_named_;
    Color ground_ = white;
    std::string heading_;                // the last one above
    std::map<std::string, int> tables_;  // how often each name of a table was given
    std::vector<NodeId> targets_;
    bool targets_known_ = false;
    std::string out_;
};

void collect_lines(const doc::Document& document, NodeId id, std::vector<NodeId>& lines) {
    if (document.get<doc::Paragraph>(id)) {
        if (!counts_pages(document.text_of(id))) lines.push_back(id);
        return;
    }
    for (const NodeId child : document[id].children) collect_lines(document, child, lines);
}

}  // namespace

std::string body(const doc::Document& document, const svg::UsedFonts& fonts, std::optional<Color> cover,
                 StyleRules& styles, bool headings_named) {
    return BodyWriter(document, fonts, styles, headings_named).write(cover);
}

std::string element_id(NodeId id) {
    return fmt::format("n{}", id.value);
}

std::string foot(const doc::Document& document, NodeId footer, StyleRules& styles) {
    std::vector<NodeId> lines;
    collect_lines(document, footer, lines);
    std::string out;
    for (const NodeId line : lines) {
        out += fmt::format("<p class=\"{}\">{}</p>\n", styles.text_class(document[line].text, white),
                           escape(document.text_of(line)));
    }
    return out;
}

}  // namespace sayso::html

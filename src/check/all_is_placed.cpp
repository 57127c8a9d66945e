// Words and pictures of the tree, held against those on the pages.
#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "check/check.h"
#include "check/subject.h"
#include "text/letters.h"

namespace sayso::check {
namespace {

/// How much of each node is on the pages.
class Census {
  public:
    explicit Census(std::size_t nodes) : letters_(nodes), drawn_(nodes) {}

    void page(const frame::Frame& page) {
        paper_ = {{}, {}, page.size.width, page.size.height};
        items(page, {});
    }
    std::size_t letters(std::uint32_t node) const { return letters_[node]; }
    bool is_drawn(std::uint32_t node) const { return drawn_[node]; }

  private:
    void items(const frame::Frame& frame, const Transform& to_page) {
        for (const frame::Item& item : frame.items) {
            const auto* group = std::get_if<frame::Group>(&item.content);
            if (group != nullptr && group->child->keeps_owners) {
                mark(item.owner);  // a drawing that is read in parts
                items(*group->child, to_page * group->transform);
                continue;
            }
            const NodeId* owner = mark(item.owner);
            const auto* run = std::get_if<frame::TextRun>(&item.content);
            if (owner != nullptr && run != nullptr && is_on_paper(*run, to_page))
                letters_[owner->value] += text::count_letters(run->text);
        }
    }

    /// The node, which is drawn; none for what is no part of the document.
    const NodeId* mark(const frame::Owner& owner) {
        const NodeId* node = std::get_if<NodeId>(&owner);
        if (node == nullptr || node->value >= letters_.size()) return nullptr;
        drawn_[node->value] = true;
        return node;
    }

    bool is_on_paper(const frame::TextRun& run, const Transform& to_page) const {
        const Point begin = to_page(run.origin), end = to_page(run.origin + Point{run.width(), {}});
        const Rect line = unite({begin.x, begin.y, {}, {}}, {end.x, end.y, {}, {}});
        return paper_.contains(line, pt(1));
    }

    Rect paper_;
    std::vector<std::size_t> letters_;
    std::vector<bool> drawn_;
};

bool is_beneath_root(const doc::Document& document, NodeId node) {
    while (document[node].parent != node) node = document[node].parent;
    return node == doc::Document::root;
}

/// What of the document was lost: the first of it, and how much more.
struct Lost {
    NodeId first;
    std::size_t letters = 0, pictures = 0;
    bool any() const { return letters + pictures > 0; }
    void add(NodeId node) {
        if (!any()) first = node;
    }
};

Lost lost(const doc::Document& document, const Census& census) {
    Lost out;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        const NodeId node{i};
        if (const auto* text = document.get<doc::Text>(node)) {
            const std::size_t composed = text::count_letters(text->text);
            if (census.letters(i) >= composed || !is_beneath_root(document, node)) continue;
            out.add(node);
            out.letters += composed - census.letters(i);
        } else if (const auto* figure = document.get<doc::Figure>(node)) {
            if (figure->decorative || census.is_drawn(i) || !is_beneath_root(document, node)) continue;
            out.add(node);
            ++out.pictures;
        }
    }
    return out;
}

void report(const doc::Document& document, const Lost& lost, Diagnostics& diagnostics) {
    const auto* figure = document.get<doc::Figure>(lost.first);
    const std::string& words = figure ? figure->alt : document.get<doc::Text>(lost.first)->text;
    const Span own = document[lost.first].source;
    const auto counted = [](std::size_t count, const char* what) {
        return count == 0 ? "" : fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
    };
    const std::string letters = counted(lost.letters, "letter"), pictures = counted(lost.pictures, "picture");
    diagnostics.error(
        not_placed, own ? own : document[document[lost.first].parent].source,
        fmt::format("{}{}{} of the document found no page, beginning with \"{}\"", letters,
                    letters.empty() || pictures.empty() ? "" : " and ", pictures, clipped(words)),
        "shorten the texts, or give them more room");
}

}  // namespace

// Running matter is drawn on every page as an artifact: layout itself reports where that finds no room.
void check_all_is_placed(const doc::Document& document, const std::vector<frame::Frame>& pages,
                         Diagnostics& diagnostics) {
    Census census(document.size());
    for (const frame::Frame& page : pages) census.page(page);
    if (const Lost all = lost(document, census); all.any()) report(document, all, diagnostics);
}

}  // namespace sayso::check

#include "pdf/structure/outline.h"

#include <algorithm>
#include <charconv>

#include "base/number.h"
#include "pdf/objects/decimals.h"

namespace sayso::pdf {
namespace {

constexpr Length air = pt(6);  // shown above a place that was jumped to

struct Bookmark {
    NodeId heading;
    std::string title;
    int level = 1;
    Place place;
    std::optional<std::size_t> parent = std::nullopt;
    std::vector<std::size_t> children = {};
    std::size_t position = 0;  // among its siblings
    Ref ref = {};
};

std::string title_of(const doc::Document& document, NodeId heading) {
    const doc::Node& node = document[heading];
    std::string title = node.bookmark.empty() ? document.text_of(heading) : node.bookmark;
    std::ranges::replace(title, '\n', ' ');
    return title;
}

void collect(const doc::Document& document, const Landmarks& landmarks, NodeId node,
             std::vector<Bookmark>& found) {
    if (const auto* const heading = document.get<doc::Heading>(node)) {
        std::string title = title_of(document, node);
        const std::optional<Place> place = landmarks.find(node);
        if (place && !title.empty()) found.push_back({node, std::move(title), heading->level, *place});
        return;
    }
    for (const NodeId child : document[node].children) collect(document, landmarks, child, found);
}

/// The parent of a bookmark is the nearest one before it with a lower level. Returns those without one.
std::vector<std::size_t> nest(std::vector<Bookmark>& bookmarks) {
    std::vector<std::size_t> top, open;
    for (std::size_t i = 0; i < bookmarks.size(); ++i) {
        while (!open.empty() && bookmarks[open.back()].level >= bookmarks[i].level) open.pop_back();
        if (!open.empty()) bookmarks[i].parent = open.back();
        std::vector<std::size_t>& siblings = open.empty() ? top : bookmarks[open.back()].children;
        bookmarks[i].position = siblings.size();
        siblings.push_back(i);
        open.push_back(i);
    }
    return top;
}

void append_first_and_last(std::string& out, const std::vector<Bookmark>& bookmarks,
                           const std::vector<std::size_t>& children) {
    if (children.empty()) return;
    out += "/First ";
    append_ref(out, bookmarks[children.front()].ref);
    out += "/Last ";
    append_ref(out, bookmarks[children.back()].ref);
}

void append_neighbours(std::string& out, const std::vector<Bookmark>& bookmarks,
                       const std::vector<std::size_t>& siblings, std::size_t position) {
    if (position > 0) {
        out += "/Prev ";
        append_ref(out, bookmarks[siblings[position - 1]].ref);
    }
    if (position + 1 < siblings.size()) {
        out += "/Next ";
        append_ref(out, bookmarks[siblings[position + 1]].ref);
    }
}

/// How many bookmarks an opened one shows: all beneath it, since all are open. ISO 32000-1, 12.3.3.
std::int64_t count_beneath(const std::vector<Bookmark>& bookmarks, const std::vector<std::size_t>& children) {
    std::int64_t count = 0;
    for (const std::size_t child : children) count += 1 + count_beneath(bookmarks, bookmarks[child].children);
    return count;
}

/// Everything but the way.
std::string bookmark_entries(const Bookmark& bookmark, const std::vector<Bookmark>& bookmarks,
                             const std::vector<std::size_t>& top, Ref root) {
    std::string out = "/Title";
    append_text(out, bookmark.title);
    out += "/Parent ";
    append_ref(out, bookmark.parent ? bookmarks[*bookmark.parent].ref : root);
    append_neighbours(out, bookmarks, bookmark.parent ? bookmarks[*bookmark.parent].children : top,
                      bookmark.position);
    append_first_and_last(out, bookmarks, bookmark.children);
    if (!bookmark.children.empty()) {
        out += "/Count ";
        append_integer(out, count_beneath(bookmarks, bookmark.children));
    }
    return out;
}

/// "12" as 12; none for anything else, such as "ii" or "007".
std::optional<int> plain_number(const std::string& label) {
    int value = 0;
    const char* const end = label.data() + label.size();
    const auto [stop, fault] = std::from_chars(label.data(), end, value);
    if (fault != std::errc{} || stop != end || label.front() == '0' || value < 1) return std::nullopt;
    return value;
}

void append_destination(std::string& out, Ref page_or_element, const Place& place, Length height) {
    out += '[';
    append_ref(out, page_or_element);
    out += "/XYZ null ";
    append_number(out, min(height - place.top + air, height).pt(), coordinate_decimals);
    out += " null]";
}

}  // namespace

void append_way(std::string& out, NodeId node, const Place& place, const Ways& ways) {
    const Ref page = ways.refs.pages[place.page];
    const Length height = ways.refs.page_heights[place.page];
    out += ways.to_elements ? "/A<</S/GoTo/D" : "/Dest";
    append_destination(out, page, place, height);
    if (!ways.to_elements) return;
    out += "/SD";
    append_destination(out, ways.structure.ref_of_node(node), place, height);
    out += ">>";
}

std::optional<Ref> write_outline(Sink& sink, const doc::Document& document, const Ways& ways) {
    std::vector<Bookmark> bookmarks;
    collect(document, ways.landmarks, doc::Document::root, bookmarks);
    if (bookmarks.empty()) return std::nullopt;
    const std::vector<std::size_t> top = nest(bookmarks);
    const Ref root = sink.reserve();
    for (Bookmark& bookmark : bookmarks) bookmark.ref = sink.reserve();

    std::string out = "/Type/Outlines";
    append_first_and_last(out, bookmarks, top);
    out += "/Count ";
    append_integer(out, static_cast<std::int64_t>(bookmarks.size()));
    sink.object(root, std::move(out));

    for (const Bookmark& bookmark : bookmarks) {
        std::string entries = bookmark_entries(bookmark, bookmarks, top, root);
        append_way(entries, bookmark.heading, bookmark.place, ways);
        sink.object(bookmark.ref, std::move(entries));
    }
    return root;
}

std::string page_labels(const std::vector<std::string>& labels) {
    std::string out = "<</Nums[";
    int next = 0;  // the number that would go on counting
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::optional<int> number = plain_number(labels[i]);
        if (number && *number == next) {
            ++next;
            continue;
        }
        append_integer(out, static_cast<std::int64_t>(i));
        if (number) {
            out += "<</S/D/St ";
            append_integer(out, *number);
        } else {
            out += "<</P";
            append_text(out, labels[i]);
        }
        out += ">>";
        next = number ? *number + 1 : 0;
    }
    return out + "]>>";
}

}  // namespace sayso::pdf

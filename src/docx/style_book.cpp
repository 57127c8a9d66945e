#include "docx/style_book.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sayso::docx {
namespace {

struct Known {
    const char* id;
    const char* name;
    int outline;
    double size, weight_from;  // beside running text, until a paragraph shows its own
    std::string_view standard_role;
};

// In the order of BuiltIn. Names are Word's own: in another language Word shows its own words for them.
constexpr std::array<Known, 10> known{{
    {"Normal", "Normal", -1, 1, 0, "text"},
    {"Title", "Title", -1, 2.5, 1, "heading-1"},
    {"Heading1", "heading 1", 0, 1.6, 1, "heading-2"},
    {"Heading2", "heading 2", 1, 1.25, 1, "heading-3"},
    {"Heading3", "heading 3", 2, 1, 1, "heading-4"},
    {"ListBullet", "List Bullet", -1, 1, 0, "list-text"},
    {"ListNumber", "List Number", -1, 1, 0, "list-text"},
    {"Quote", "Quote", -1, 1, 0, "quote-text"},
    {"Caption", "caption", -1, 1, 0, "caption"},
    {"TableText", "Table text", -1, 1, 0, "table-text"},
}};

Look default_look(const Look& body, const Known& style) {
    Look look = body;
    look.size = body.size * style.size;
    look.leading = body.leading * style.size;
    look.bold = style.weight_from > 0;
    look.keep_with_next = style.weight_from > 0;
    return look;
}

}  // namespace

std::string style_name(std::string_view role) {
    std::string out(role);
    std::ranges::replace(out, '-', ' ');
    if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
}

std::string style_id(std::string_view name) {
    std::string out;
    bool upper = true;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) == 0) {
            upper = true;
            continue;
        }
        out += upper ? static_cast<char>(std::toupper(byte)) : c;
        upper = false;
    }
    return out;
}

StyleBook::StyleBook(const Look& body) : shown_(known.size(), false) {
    for (const Known& style : known) {
        const bool own = std::string_view(style.id) == "TableText";
        styles_.push_back({style.id, style.name, std::string_view(style.id) == "Normal" ? "" : "Normal",
                           default_look(body, style), style.outline, !own});
    }
    shown_[0] = true;
}

std::string StyleBook::style_for(BuiltIn kind, const std::string& role, const Look& look) {
    const auto index = static_cast<std::size_t>(kind);
    const bool standard = role.empty() || role == known[index].standard_role;
    if (standard && !shown_[index]) {
        shown_[index] = true;
        of(kind).look = look;
    }
    if (of(kind).look == look && (standard || shown_[index])) return of(kind).id;
    const std::string name = style_name(standard ? std::string(known[index].id) + " in a box" : role);
    for (int number = 1;; ++number) {
        const std::string full = number == 1 ? name : name + " " + std::to_string(number);
        const std::string id = style_id(full);
        const auto found = std::ranges::find(styles_, id, &Style::id);
        if (found != styles_.end()) {
            if (found->look == look && found->base == of(kind).id) return id;
            continue;
        }
        styles_.push_back({id, full, of(kind).id, look, of(kind).outline, false});
        return id;
    }
}

}  // namespace sayso::docx

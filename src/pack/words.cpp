#include "pack/words.h"

#include <algorithm>

namespace sayso::pack {
namespace {

void add_line(std::string text, std::string& out) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (!text.empty()) out += text + '\n';
}

void add(const doc::Document& document, NodeId id, std::string& out) {
    if (const auto* figure = document.get<doc::Figure>(id);
        figure && !figure->decorative && !figure->in_parts)
        add_line("[" + figure->alt + "]", out);
    if (document.get<doc::Heading>(id) || document.get<doc::Paragraph>(id) ||
        document.get<doc::Caption>(id)) {
        add_line(document.text_of(id), out);
    } else {
        for (const NodeId child : document[id].children) add(document, child, out);
    }
}

}  // namespace

std::string words_of(const doc::Document& document) {
    std::string out;
    add_line(document.title, out);
    add(document, doc::Document::root, out);
    return out;
}

}  // namespace sayso::pack

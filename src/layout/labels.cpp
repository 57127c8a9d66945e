#include "layout/labels.h"

namespace sayso::layout {
namespace {

std::string marker(doc::List::Marker marker, std::size_t number) {
    switch (marker) {
        case doc::List::Marker::bullet:
            return "•";
        case doc::List::Marker::number:
            return std::to_string(number) + ".";
        case doc::List::Marker::none:
            return {};
    }
    return {};
}

}  // namespace

std::map<NodeId, std::string> label_words(const doc::Document& document, NodeId list) {
    std::map<NodeId, std::string> words;
    const doc::List* kind = document.get<doc::List>(list);
    std::size_t number = 0;
    for (const NodeId item : document[list].children) {
        ++number;
        const std::string& own = document[item].text.marker_text;
        std::string label =
            !own.empty() ? own : marker(kind ? kind->marker : doc::List::Marker::none, number);
        if (!label.empty()) words.emplace(item, std::move(label));
    }
    return words;
}

}  // namespace sayso::layout

#include "compose/figure_parts.h"

#include <algorithm>

namespace sayso::compose {
namespace {

constexpr int deepest_level = 6;

class Parts {
  public:
    Parts(doc::Document& document, NodeId figure, int level)
        : document_(document), figure_(figure), level_(level) {}

    /// The leaf that holds the words.
    NodeId add(const frame::Told& told) {
        const bool continues = told.kind == frame::Told::Kind::item && in_list_;
        in_list_ = told.kind == frame::Told::Kind::item;
        if (in_list_ && !continues) list_ = node(figure_, doc::List{doc::List::Marker::none});
        return node(block(told), doc::Text{told.words});
    }

  private:
    NodeId block(const frame::Told& told) {
        switch (told.kind) {
            case frame::Told::Kind::heading:
                return node(figure_, doc::Heading{std::min(level_ + told.depth, deepest_level)});
            case frame::Told::Kind::item:
                return node(node(list_, doc::ListItem{}), doc::Paragraph{});
            case frame::Told::Kind::line:
                break;
        }
        return node(figure_, doc::Paragraph{});
    }
    NodeId node(NodeId parent, doc::Kind kind) {
        return document_.add(parent, std::move(kind), document_[figure_].source);
    }

    doc::Document& document_;
    NodeId figure_;
    int level_;
    NodeId list_{};
    bool in_list_ = false;
};

}  // namespace

void read_in_parts(doc::Document& document, NodeId figure, const Drawing& drawing, int level) {
    if (drawing.told.empty()) return;
    auto owned = std::make_shared<frame::Frame>(*drawing.frame);
    owned->keeps_owners = true;
    Parts parts(document, figure, level);
    for (const frame::Told& told : drawing.told) {
        const NodeId leaf = parts.add(told);
        for (std::size_t i = told.first; i < told.last; ++i) owned->items[i].owner = leaf;
    }
    auto& kind = std::get<doc::Figure>(document[figure].kind);
    kind.content = std::shared_ptr<const frame::Frame>(std::move(owned));
    kind.in_parts = true;
}

int level_beneath(const doc::Document& document) {
    int level = 1;
    for (std::uint32_t i = 0; i < document.size(); ++i)
        if (const auto* heading = document.get<doc::Heading>(NodeId{i})) level = heading->level + 1;
    return level;
}

}  // namespace sayso::compose

#include "pdf/structure/structure_types.h"

#include <algorithm>
#include <variant>

namespace sayso::pdf {
namespace {

constexpr bool in_order() {
    for (std::size_t i = 0; i < structure_types.size(); ++i)
        if (static_cast<std::size_t>(structure_types[i].type) != i) return false;
    return true;
}
static_assert(in_order(), "info() looks a type up by its number");

struct TypeOf {
    using S = StructureType;
    S operator()(const doc::Root&) const { return S::document; }
    S operator()(const doc::Section&) const { return S::sect; }
    S operator()(const doc::Slide&) const { return S::sect; }
    S operator()(const doc::Group& group) const { return group.aside ? S::aside : S::div; }
    S operator()(const doc::Heading& heading) const {
        const int level = std::clamp(heading.level, 1, 6);
        return static_cast<S>(static_cast<int>(S::h1) + level - 1);
    }
    S operator()(const doc::Paragraph&) const { return S::p; }
    S operator()(const doc::List&) const { return S::l; }
    S operator()(const doc::ListItem&) const { return S::li; }
    S operator()(const doc::Table&) const { return S::table; }
    S operator()(const doc::TableRow&) const { return S::tr; }
    S operator()(const doc::TableCell& cell) const { return cell.header ? S::th : S::td; }
    S operator()(const doc::Figure&) const { return S::figure; }
    S operator()(const doc::Caption&) const { return S::caption; }
    S operator()(const doc::Quote&) const { return S::block_quote; }
    S operator()(const doc::Text& text) const { return text.strong ? S::strong : S::span; }
    S operator()(const doc::Link&) const { return S::link; }
};

}  // namespace

StructureType structure_type(const doc::Kind& kind) {
    return std::visit(TypeOf{}, kind);
}

}  // namespace sayso::pdf

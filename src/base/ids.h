// Small strongly typed indices into tables.
#pragma once

#include <compare>
#include <cstdint>

namespace sayso {

template <class Tag>
struct Index {
    std::uint32_t value = 0;
    auto operator<=>(const Index&) const = default;
};

/// A node of the semantic tree (doc::Document).
using NodeId = Index<struct NodeTag>;
/// A font face of the library (text::FontLibrary).
using FontId = Index<struct FontTag>;

}  // namespace sayso

// Visits a std::variant with one lambda for each kind. Inside src/layout only.
#pragma once

namespace sayso::layout {

template <class... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};

}  // namespace sayso::layout

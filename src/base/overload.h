// Visits a std::variant with one lambda for each kind: std::visit(Overload{…}, variant).
#pragma once

namespace sayso {

template <class... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};

}  // namespace sayso

// Papers that go by a name.
#pragma once

#include <array>
#include <string_view>

#include "base/geometry.h"

namespace sayso {

struct Paper {
    std::string_view name;
    Length short_side, long_side;

    constexpr Size portrait() const { return {short_side, long_side}; }
    constexpr Size landscape() const { return {long_side, short_side}; }
};

inline constexpr Paper a3{"a3", mm(297), mm(420)}, a4{"a4", mm(210), mm(297)}, a5{"a5", mm(148), mm(210)};
/// The 16:9 page that presentation programs use.
inline constexpr Paper slide{"slide", pt(540), pt(960)};
/// ISO 216 papers and the slide, by name.
inline constexpr std::array papers{a3, a4, a5, slide};

}  // namespace sayso

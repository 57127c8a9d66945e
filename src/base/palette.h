// The colours of one document, by what each stands for. Themes give them, figures and emitters use them: a
// deck or a web page names the slot, so that whoever restyles it changes one place.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "base/color.h"

namespace sayso {

struct Palette {
    Color ink{0x1E, 0x2A, 0x32};
    Color primary{0x0B, 0x4F, 0x5C};    // ours
    Color you{0xB2, 0x3A, 0x1E};        // the reader, and nothing else
    Color quiet{0x55, 0x65, 0x6F};      // notes and labels
    Color ground{0xFB, 0xF6, 0xEE};     // behind boxes
    Color tint{0xDC, 0xEB, 0xEC};       // behind what is ours
    Color highlight{0xF2, 0xB1, 0x38};  // the loop
    Color white{0xFF, 0xFF, 0xFF};
    Color rule{0xD9, 0xD3, 0xC7};
    bool operator==(const Palette&) const = default;
};

/// Every slot with the name that themes give it.
inline constexpr std::array<std::pair<std::string_view, Color Palette::*>, 9> palette_slots{{
    {"ink", &Palette::ink},
    {"primary", &Palette::primary},
    {"you", &Palette::you},
    {"quiet", &Palette::quiet},
    {"ground", &Palette::ground},
    {"tint", &Palette::tint},
    {"highlight", &Palette::highlight},
    {"white", &Palette::white},
    {"rule", &Palette::rule},
}};

}  // namespace sayso

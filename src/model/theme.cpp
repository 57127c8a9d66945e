#include "model/theme.h"

namespace sayso::model {

Palette palette_of(const Theme& theme) {
    Palette palette;
    for (const auto& [name, slot] : palette_slots) {
        if (const auto found = theme.colors.find(std::string(name)); found != theme.colors.end())
            palette.*slot = found->second.color;
    }
    return palette;
}

}  // namespace sayso::model

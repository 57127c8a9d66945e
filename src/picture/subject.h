// The file being decoded, as its faults name it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "diag/diagnostic.h"

namespace sayso::picture {

struct Subject {
    std::string_view name;
    Span place;
    Diagnostics& diagnostics;

    /// "the picture "logo.png" …": `what` goes on from there.
    void refuse(std::string code, std::string_view what, std::string hint) const {
        diagnostics.error(std::move(code), place, fmt::format("the picture \"{}\" {}", name, what),
                          std::move(hint));
    }
    /// The same of what can be used, though not quite as it is.
    void warn(std::string code, std::string_view what, std::string hint) const {
        diagnostics.warning(std::move(code), place, fmt::format("the picture \"{}\" {}", name, what),
                            std::move(hint));
    }
};

/// Refuses sides and areas above env/limits.h, before any pixel is decoded.
bool within_limits(std::size_t width, std::size_t height, const Subject& subject);

}  // namespace sayso::picture

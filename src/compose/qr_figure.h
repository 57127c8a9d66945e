// An address as a QR code: a figure that fits its place. Stage: compose.
#pragma once

#include <optional>
#include <string>

#include "doc/document.h"
#include "model/template.h"

namespace sayso::compose {

/// The code as wide as asked for (`block.width`, else 25 mm, without its quiet zone), or wider where that
/// would make its modules too small for a telephone; without words. Nothing, and an error, where `room` is
/// too narrow for it.
std::optional<doc::Figure> qr_figure(const std::string& address, const model::block::QrCode& block,
                                     Length room, Diagnostics& diagnostics);

/// "QR code for willow-house.example", in the template's words.
std::string qr_alt(const model::Template& layout, const std::string& shown);

}  // namespace sayso::compose

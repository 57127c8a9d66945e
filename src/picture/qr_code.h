// QR codes (ISO/IEC 18004) for addresses that telephones read off paper: the square of modules, and its
// drawing. Stage: compose asks for both.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frame/frame.h"

namespace sayso::picture {

/// The modules without the quiet zone, row by row.
struct QrCode {
    int side = 0;  // modules
    std::vector<bool> dark;

    bool is_dark(int column, int row) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(column)];
    }
};

/// Empty modules that the standard wants on every side (6.3.8).
inline constexpr int qr_quiet_zone = 4;

/// With error correction M: up to 15% of it may be dirty or worn. Nothing for more than 2331 bytes, or none.
std::optional<QrCode> qr_code(std::string_view text);

/// Black on white whatever the page's colours are. `side` is of the code; the frame is larger by its quiet
/// zone.
frame::Frame qr_frame(const QrCode& code, Length side);

}  // namespace sayso::picture

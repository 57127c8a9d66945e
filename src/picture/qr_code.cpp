#include "picture/qr_code.h"

#include <memory>

#include <qrencode.h>

namespace sayso::picture {

std::optional<QrCode> qr_code(std::string_view text) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> made{
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                          0, QR_ECLEVEL_M),
        &QRcode_free};
    if (!made) return std::nullopt;
    QrCode out{made->width, {}};
    const auto count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    for (std::size_t i = 0; i < count; ++i) out.dark.push_back((made->data[i] & 1) != 0);  // its lowest bit
    return out;
}

// One path of all dark modules, each row's neighbours as one rectangle: separate fills would show hairlines
// between them on a screen.
frame::Frame qr_frame(const QrCode& code, Length side) {
    const Length module = side / code.side;
    const Length whole = module * (code.side + 2 * qr_quiet_zone);
    frame::Path dark;
    for (int row = 0; row < code.side; ++row) {
        for (int column = 0; column < code.side;) {
            const int first = column;
            while (column < code.side && code.is_dark(column, row)) ++column;
            if (column > first) {
                const frame::Path run =
                    frame::rectangle({module * (first + qr_quiet_zone), module * (row + qr_quiet_zone),
                                      module * (column - first), module});
                dark.insert(dark.end(), run.begin(), run.end());
            } else {
                ++column;
            }
        }
    }
    frame::Frame out{{whole, whole}, {}, false};
    out.items.push_back(
        frame::fill(frame::Artifact::layout, frame::rectangle({{}, {}, whole, whole}), white));
    out.items.push_back(frame::fill(frame::Artifact::layout, std::move(dark), black));
    return out;
}

}  // namespace sayso::picture

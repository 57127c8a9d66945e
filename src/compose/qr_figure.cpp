#include "compose/qr_figure.h"

#include <fmt/format.h>

#include "picture/qr_code.h"

namespace sayso::compose {
namespace {

constexpr Length usual_width = mm(25);
/// Printed smaller, modules run together on office printers.
constexpr Length least_module = mm(0.6);

}  // namespace

std::optional<doc::Figure> qr_figure(const std::string& address, const model::block::QrCode& block,
                                     Length room, Diagnostics& diagnostics) {
    const auto code = picture::qr_code(address);
    if (!code) {
        diagnostics.error("qr-too-long", block.address.span,
                          fmt::format("an address of {} letters is too long for a QR code", address.size()),
                          "give a shorter one");
        return std::nullopt;
    }
    const Length width = max(block.width.value_or(usual_width), least_module * code->side);
    const auto frame = std::make_shared<const frame::Frame>(picture::qr_frame(*code, width));
    if (frame->size.width > room) {
        diagnostics.error(
            "qr-too-wide", block.address.span,
            fmt::format("this QR code needs {:.0f} mm with its white edge, and its place has {:.0f}",
                        frame->size.width.mm(), room.mm()),
            "give it more room, or a shorter address");
        return std::nullopt;
    }
    doc::Figure figure;
    figure.content = frame;
    figure.size = frame->size;
    return figure;
}

std::string qr_alt(const model::Template& layout, const std::string& shown) {
    constexpr std::string_view place = "{address}";
    const auto found = layout.strings.find("qr-code");
    std::string out = found == layout.strings.end() ? "QR code for {address}" : found->second.text;
    if (const std::size_t at = out.find(place); at != std::string::npos) out.replace(at, place.size(), shown);
    return out;
}

}  // namespace sayso::compose

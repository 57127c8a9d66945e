#include "compose/link.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sayso::compose {
namespace {

constexpr std::array<std::string_view, 4> schemes{"https://", "http://", "mailto:", "tel:"};

bool is_plain(std::string_view address) {
    return std::none_of(address.begin(), address.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

}  // namespace

std::optional<std::string> checked_link(std::string_view address, Span place, Diagnostics& diagnostics) {
    const bool known = std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
        return address.starts_with(scheme) && address.size() > scheme.size();
    });
    if (known && is_plain(address)) return std::string(address);
    diagnostics.error("link", place, fmt::format("\"{}\" is no address that a link can lead to", address),
                      "begin it with https://, mailto: or tel:");
    return std::nullopt;
}

std::optional<std::string> mail_link(const model::Words& address, Diagnostics& diagnostics) {
    const std::size_t at = address.text.find('@');
    const bool whole =
        at != std::string::npos && at > 0 && at + 1 < address.text.size() && is_plain(address.text);
    if (whole) return "mailto:" + address.text;
    diagnostics.error("email", address.span, fmt::format("\"{}\" is no e-mail address", address.text),
                      "write it like sam@example.org");
    return std::nullopt;
}

std::optional<std::string> web_link(const model::Words& address, Diagnostics& diagnostics) {
    const bool bare =
        address.text.find(':') == std::string::npos && address.text.find('.') != std::string::npos;
    return checked_link(bare ? "https://" + address.text : address.text, address.span, diagnostics);
}

std::string shown_address(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
    if (address.ends_with('/')) address.remove_suffix(1);
    return std::string(address);
}

}  // namespace sayso::compose

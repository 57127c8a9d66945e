// Where links may lead: web pages, mail and telephones. Anything else is a fault of the content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "model/words.h"

namespace sayso::compose {

/// The address if it may be linked to; else an error at `place`.
std::optional<std::string> checked_link(std::string_view address, Span place, Diagnostics& diagnostics);
/// "mailto:" for an address with a name and a domain, "https://" before a web address that names no scheme.
std::optional<std::string> mail_link(const model::Words& address, Diagnostics& diagnostics);
std::optional<std::string> web_link(const model::Words& address, Diagnostics& diagnostics);

/// A web address as print shows it: without its scheme and a last slash.
std::string shown_address(std::string_view address);

}  // namespace sayso::compose

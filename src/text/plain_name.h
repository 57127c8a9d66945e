// Names of people and places as parts of file names that every machine, archive and web server takes (ICU).
#pragma once

#include <string>
#include <vector>

namespace sayso::text {

/// Each text in a to z, digits and single hyphens, at most 48 of them: "Zoë O’Łuczak" becomes "zoe-o-luczak",
/// and a name in another script is spelt in Latin letters. Empty where nothing of it can be.
std::vector<std::string> plain_names(const std::vector<std::string>& texts);

}  // namespace sayso::text

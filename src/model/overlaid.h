// What becomes of the words of a project's overlays in another language than the one they are written in.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "load/shape.h"
#include "load/value.h"

namespace sayso::model {

/// "en-GB" and "en" are one tongue.
bool same_tongue(const std::string& a, const std::string& b);

/// Layers of one file in the order in which they are laid, without the base.
struct Layers {
    std::vector<load::Value> overlays;       // of the project, in whatever language
    std::vector<load::Value> shipped_words;  // in the language asked for, beside the approach
    std::vector<load::Value> own_words;      // in that language, the project's own
};

/// The base with the layers laid upon it. An overlay that is written in the language asked for is nearer to
/// the reader than a translation of the shipped content.
load::Value laid(load::Value base, const Layers& layers, const std::string& lang, Diagnostics& diagnostics);

/// Warns of each text that an overlay changed and that has no words of the project's in the language asked
/// for: a reader of that language would be given something else. `file` is where the words would go, beneath
/// lang/LANG/.
void report_untranslated(const load::RecordShape& shape, const Layers& layers, const std::string& lang,
                         const std::string& file, Diagnostics& diagnostics);

}  // namespace sayso::model

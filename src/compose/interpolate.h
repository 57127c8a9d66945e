// {{path}} in texts: the Mustache variable tag, and no more of Mustache than that. Our own few lines rather
// than a library, because every piece must keep its language and place: fonts, Lang tags and error messages
// need them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compose/data.h"
#include "compose/scope.h"

namespace sayso::compose {

/// A stretch of a text that came from one place.
struct Piece {
    std::string text;
    std::string lang;
    Span span;
    Markup markup = Markup::markdown;
    Isolate isolate = Isolate::none;
    std::shared_ptr<const evidence::Cited> cited{};
};

/// The text with every tag replaced; words that hold tags themselves are resolved too (a few levels deep, so
/// that a text that names itself is an error). A tag whose data is missing or empty is an error with both
/// places. Words of the evidence are noted in the scope.
std::vector<Piece> interpolate(const model::Words& text, const Scope& scope, Diagnostics& diagnostics);
/// The pieces' characters in one string, Markdown marks included.
std::string joined(const std::vector<Piece>& pieces);

}  // namespace sayso::compose

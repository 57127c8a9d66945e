// A text of the content with the place and the language it was written in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace sayso::model {

/// How a text begins that nobody has written yet: `sayso init --approach` makes such.
inline constexpr std::string_view to_be_written = "To write:";

struct Words {
    std::string text;
    Span span;
    std::string lang;  // BCP 47; empty means the project's base language
    bool empty() const { return text.empty(); }
    bool operator==(const std::string& other) const { return text == other; }
};

/// Whether what names these strands is for `strand`: it names none, or that one, or no strand was asked for.
bool in_strand(const std::vector<Words>& strands, const std::string& strand);

}  // namespace sayso::model

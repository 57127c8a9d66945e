// Numbers as people type them into sheets.
#pragma once

#include <optional>
#include <string_view>

namespace sayso::evidence {

struct TypedNumber {
    double number = 0;
    bool percent = false;  // a "%" stood behind it
};

/// "1,234", "1 234" with any kind of space, "1.234,5", "12,5", "£1,200.50", "40 %", "−3". A comma or point in
/// front of exactly three digits parts thousands when it is a comma; otherwise the last of them begins the
/// decimals.
std::optional<TypedNumber> parse_typed(std::string_view text);

}  // namespace sayso::evidence

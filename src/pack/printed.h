// What a pack has printed of numbers of people, kept with it, so that a later run cannot give away what it
// hid. File: .sayso/published.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/published.h"

namespace sayso::pack {

struct PrintedRecord {
    std::vector<evidence::PrintedNumber> numbers;  // of this pack and of all before it
    int holds_until = 0;                           // see evidence::Published
    bool operator==(const PrintedRecord&) const = default;
};

inline constexpr const char* printed_path = ".sayso/published.json";

std::string to_json(const PrintedRecord& record);
/// Nothing for anything but such a record.
std::optional<PrintedRecord> printed_from_json(std::string_view text);

/// Both, each number once.
std::vector<evidence::PrintedNumber> joined_numbers(std::vector<evidence::PrintedNumber> a,
                                                    const std::vector<evidence::PrintedNumber>& b);

}  // namespace sayso::pack

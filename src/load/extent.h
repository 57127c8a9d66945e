// From where to where a value stands in its file. A Value knows where it begins; this finds where it ends.
#pragma once

#include <cstddef>
#include <string_view>

#include "load/value.h"

namespace sayso::load {

struct Extent {
    std::size_t begin = 0,
                end = 0;  // bytes; the end of a block is that of its last line, without the line end
    std::size_t size() const { return end - begin; }
};

/// The byte that a span begins at.
std::size_t byte_at(std::string_view text, const Span& span);
std::size_t line_start(std::string_view text, std::size_t byte);
std::size_t line_end(std::string_view text, std::size_t byte);
/// Bytes between the line's start and this one.
std::size_t column_of(std::string_view text, std::size_t byte);

/// Behind the colon of a key.
std::size_t behind_key(std::string_view text, const Span& key);

/// What a value is the value of: lines of it are indented more than `indent`, or stand in brackets.
struct Setting {
    std::size_t begin = 0;  // behind the colon or the dash: where a value that is not written would be
    std::ptrdiff_t indent = -1;
    bool in_brackets = false;
};

bool opens_bracket(std::string_view text, std::size_t byte);
Extent extent_of(std::string_view text, const Value& value, const Setting& setting);

}  // namespace sayso::load

// Writing into a YAML file that people wrote: one value becomes another where it stands, and all else (its
// comments, order, quotes, line ends) stays as it is, byte for byte.
//
// The result is read again before it is given out, and must say what was asked for and nothing else. So a
// file that is written in a way that is not understood here is refused, never damaged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "load/shape.h"
#include "load/value.h"

namespace sayso::load {

/// The step of a path that stands for a new item behind all others of a list.
inline constexpr std::string_view new_item = "+";
/// How a step begins that stands for the item of an id, "#mill-lane", which is made when it is not there.
inline constexpr char item_mark = '#';

/// One value of a file becomes another.
struct Change {
    std::vector<std::string> path;  // keys; of items of lists, their ids or numbers from 0
    std::optional<Value> value;  // none: it is taken away, and what becomes empty with it. Texts are `quoted`
};

/// Why a file cannot be changed so.
struct CannotRewrite {
    enum class Why : unsigned char { not_yaml, not_there, too_entangled } why = Why::too_entangled;
};

/// The file's new text. Keys that are missing are put where `shape`, the description of the file, has them.
std::variant<std::string, CannotRewrite> rewritten(std::string_view text, const Change& change,
                                                   const RecordShape* shape);

/// The value at a path; null when there is none. Items may be told by number.
const Value* value_along(const Value& root, const std::vector<std::string>& path);
/// The same texts, lists and maps, wherever they stand. A line end behind a text counts for nothing.
bool says_the_same(const Value& a, const Value& b);

}  // namespace sayso::load

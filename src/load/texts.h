// The texts of a file that somebody would translate, found by the description of its type. Ids, addresses,
// names of files and words out of a fixed list are none.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "load/shape.h"
#include "load/value.h"

namespace sayso::load {

/// One text, or one list of texts, which is translated whole.
struct TextAt {
    std::vector<std::string> path;  // keys, and ids of items
    const Value& value;
    const FieldShape& field;
};

/// In the order written. Items of lists are told apart by their ids; those without one are passed over, as no
/// overlay could reach them.
void for_each_text(const RecordShape& shape, const Value& value,
                   const std::function<void(const TextAt&)>& visit);

/// The value at a path; null when there is none.
const Value* value_at(const Value& root, const std::vector<std::string>& path);

}  // namespace sayso::load

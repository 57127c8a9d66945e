// Untyped data as it was written, every piece with its place and language. The YAML library is seen only in
// load/yaml.cpp; everything later reads Values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"

namespace sayso::load {

struct Value;
struct Entry;

struct Value {
    enum class Kind : unsigned char { null, scalar, sequence, map } kind = Kind::null;
    std::string scalar;
    bool quoted = false;  // "12" is never a number
    std::vector<Value> items;
    std::vector<Entry> entries;  // in the order written
    Span span;
    std::string lang;                   // language of the file it came from; empty: the approach's own
    std::vector<std::string> left_out;  // of a sequence: ids that an overlay took away

    const Value* find(std::string_view key) const;
    Value* find(std::string_view key);
};

struct Entry {
    std::string key;
    Span span;  // of the key
    Value value;
};

/// Parses one YAML document. Duplicate keys, unknown tags, bad UTF-8, too deep or too large (limits.h), alias
/// bombs and syntax faults are errors; what could be read before a syntax fault is not returned.
std::optional<Value> parse_yaml(std::uint32_t source, std::string_view text, const std::string& lang,
                                Diagnostics& diagnostics);

/// Lays `over` upon `base`. Maps merge by key; sequences of maps with an "id" merge by id (new ids are
/// appended, an entry with `leave-out: true` removes its twin); sequences of plain ids take `{add: [...],
/// leave-out: [...]}` or are replaced; anything else is replaced. `leave-out` of an unknown id is an error
/// with a suggestion. What one overlay leaves out stays out: a later one, such as a translation of the
/// shipped content, passes over it.
void overlay(Value& base, const Value& over, Diagnostics& diagnostics);

/// Says of a value and everything in it that it is written in `lang`.
void set_language(Value& value, const std::string& lang);

/// The id of an item of a list: its `id` key, or the item itself when that is a plain word. Null when it has
/// none.
const Value* id_of(const Value& item);

}  // namespace sayso::load

// What a type looks like in YAML, as data: from these descriptions come the checks of a file, the JSON Schema
// and the reference page, so that they cannot drift apart.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sayso::load {

struct RecordShape;

struct Shape {
    enum class Kind : unsigned char {
        text,
        integer,
        number,
        boolean,
        length,
        edges,
        color,
        list,
        map,
        record
    };
    Kind kind = Kind::text;
    std::shared_ptr<const Shape> of;           // list: each item; map: each value
    const RecordShape& (*record)() = nullptr;  // a function, because records may hold themselves
};

/// What a value must be besides its type. Rules are combined with `|`.
struct Rule {
    bool required = false;
    bool kebab = false;                           // lower-case words joined by hyphens; of a list: every item
    bool not_empty = false;                       // of a list: at least one item
    bool verbatim = false;                        // the same in every language: an address, a file
    std::vector<std::string> allowed = {};        // the words that may stand here; empty: any
    std::string by_default = {};                  // what holds when the key is absent, for the reference page
    std::optional<double> least = {}, most = {};  // numbers; lengths in points
    int room = 0;                                 // characters that the tightest page has for it; 0: enough
};

Rule operator|(Rule a, const Rule& b);

inline const Rule required{.required = true};
inline const Rule kebab{.kebab = true};
inline const Rule not_empty{.not_empty = true};
inline const Rule verbatim{.verbatim = true};
Rule one_of(std::vector<std::string> allowed);
Rule by_default(std::string text);
Rule room_for(int characters);
Rule between(double least, double most);
Rule at_least(double least);

struct FieldShape {
    std::string key;
    std::string doc;  // one sentence
    Shape shape;
    Rule rule;
};

struct RecordShape {
    std::string name;  // "outcome"
    std::string doc;
    std::vector<FieldShape> fields;
    std::string shorthand;                  // the key that a plain text stands for; empty: none
    std::vector<const RecordShape*> kinds;  // a record of one of several kinds, told by which key it has
};

/// The field that a plain text stands for; null when none.
const FieldShape* shorthand_of(const RecordShape& shape);
/// Some fields' keys, for suggestions.
std::vector<std::string> keys_of(const RecordShape& shape);

}  // namespace sayso::load

// What a `when:` asks: a small grammar, read once with the template. docs/templates.md explains it.
//
//   any  = all { "or" all }        all  = one { "and" one }
//   one  = "not" one | "(" any ")" | PATH [ "=" VALUE ]
//   PATH = names joined by dots    VALUE = a word, or anything within quotes
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/words.h"

namespace sayso::model {

struct Condition {
    /// What stands at `path` is `value`; without one, it is there and not empty.
    struct Test {
        Words path;
        std::optional<Words> value;
    };
    struct Not {
        std::vector<Condition> of;  // one
    };
    struct All {
        std::vector<Condition> of;
    };
    struct Any {
        std::vector<Condition> of;
    };
    std::variant<Test, Not, All, Any> what;
};

/// The condition that `text` writes; nothing, and an error with its place, where it is none.
std::optional<Condition> parse_condition(const Words& text, Diagnostics& diagnostics);

}  // namespace sayso::model

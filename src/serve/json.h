// JSON between the windows and the workbench.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "load/value.h"
#include "serve/call.h"

namespace sayso::serve {

using Json = nlohmann::ordered_json;

/// One object; nothing for anything else, or for more levels than a form has.
std::optional<Json> parse_object(std::string_view text);

/// A value as YAML would hold it: texts are marked as quoted, numbers and truths are not. Nothing for null.
std::optional<load::Value> value_of(const Json& json);
/// The same way back, texts as they stand.
Json json_of(const load::Value& value);

/// The text under a key; empty when there is none.
std::string text_at(const Json& json, const char* key);

Answer answer_of(const Json& json, int status = 200);
/// A sentence for people under "sentence".
Answer answer_of(const Refusal& refusal);

}  // namespace sayso::serve

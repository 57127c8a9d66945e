// What is kept of evidence in JSON: in the manifest of a pack, and in the report of a build. Readers throw
// nlohmann's exceptions for what is no such thing.
#pragma once

#include <nlohmann/json.hpp>

#include "account/build_report.h"

namespace sayso::account {

using Json = nlohmann::ordered_json;

Json json_of(const State& state);
State state_from(const Json& json);

/// {"evidence": [{"what", "id", "said": {key: [texts]}}], "left-out": [{"what", "id", "why"}]}
Json json_of(const evidence::Account& account);
evidence::Account account_from(const Json& json);

}  // namespace sayso::account

// Made-up models for the tests: plain, and drawn at random from a seed.
#pragma once

#include <cstdint>
#include <string>

#include "diagram/diagram.h"

namespace sayso::test {

enum class Words : std::uint8_t { english, german, arabic };

/// How much a generated model holds.
struct Amount {
    int stakeholders = 10, outcomes = 6, groups = 3, items = 5, overall = 8, words = 3;
};

diagram::Model made_up(const Amount& amount, Words words, std::uint64_t seed);
/// The amounts too are drawn from the seed: 3–20 stakeholders, 1–15 outcomes, 1–6 groups of 1–15 items.
diagram::Model random_model(std::uint64_t seed);

/// Counts and language, for messages of failing tests.
std::string summary(const diagram::Model& model);

}  // namespace sayso::test

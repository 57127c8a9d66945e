// What is wrong with the arguments themselves, found before the parser sees them: every fault at once, in the
// program's own words.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sayso/sayso.h"

namespace CLI {
class App;
class Validator;
}  // namespace CLI

namespace sayso::cli {

/// Reads the arguments as the parser will. Unknown commands and options, missing and unfit values, words too
/// many or too few.
std::vector<CommandFault> usage_faults(CLI::App& app, const std::vector<std::string>& arguments);

/// Whether the arguments ask for faults as JSON, however wrong they are otherwise.
bool wants_json(const std::vector<std::string>& arguments);

/// For options whose value is one of some words, or a number; their complaint is the hint of the fault.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator number_from_to(double least, double most);
CLI::Validator whole_number_from_to(std::size_t least, std::size_t most);

}  // namespace sayso::cli

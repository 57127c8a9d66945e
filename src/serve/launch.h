// Starting a program of the user's: a browser, an editor.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace sayso::serve {

/// Starts it without waiting; its input and output are nobody's. False when there is no such program.
bool launch(const std::vector<std::string>& arguments);

/// The words of a command, with {file} and {line} filled in.
std::vector<std::string> editor_words(const std::string& command, const std::string& file, unsigned line);

}  // namespace sayso::serve

// A fault of YAML's grammar in the words of somebody who only wants to write a text. Input: what the YAML
// library said and where; output: what to tell the user, and the place that most likely needs the change.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::load {

struct YamlFault {
    std::string message;
    std::string hint;
    std::size_t at = 0;      // byte in the text
    std::size_t length = 1;  // bytes from there
};

/// `said` is the library's own message for byte `at`. `opened` is where the bracket stands that is still
/// open, if one is.
YamlFault explain_yaml_fault(std::string_view said, std::string_view text, std::size_t at,
                             std::optional<std::size_t> opened);

/// The byte after a quoted text that begins at `at`; none when its closing quote is missing.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at);

/// The rest of the line from `at`, without its line end.
std::string_view rest_of_line(std::string_view text, std::size_t at);

}  // namespace sayso::load

// One case of the diagnostics suite: a few files, and the faults that they should be told of.
//
// A case is a text file under cases/. A line "#--- PATH" begins a file; what is not given comes from base/.
// Comments of these forms say what is expected, and anything else that is reported fails the case:
//   key: value  # error: message         on this line
//   # error: message                     alone on its line: on the next line that is no such comment
//   # error@7: message                   and at this column
//   # warning: message                   likewise
//   # error (no place): message          a fault that no line can be blamed for
//   # hint: text                         the hint of the expectation before it
// "# lang: cy" on the first line asks for the content in that language.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace sayso::suite {

struct Expected {
    Severity severity = Severity::error;
    std::string path;  // empty: no place
    std::uint32_t line = 0;
    std::uint32_t column = 0;  // 0: any
    std::string message;
    std::string hint;  // empty: any
};

struct Case {
    std::map<std::string, std::string> files;  // by path; the expectations are comments in them still
    std::vector<Expected> expected;
    std::string lang = "en-GB";
};

Case parse_case(const std::string& text);

/// What was reported but not expected, and what was expected but not reported, one a line; empty if all is
/// well.
std::string differences(const Case& one, const Diagnostics& found, const SourceMap& sources);

}  // namespace sayso::suite

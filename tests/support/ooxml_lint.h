// What makes Office offer to repair a file, or a reader lose its way in it, over a written package: rules of
// our own beside the schemas, most of which the Open XML SDK's validator does not see. For every suite that
// makes a presentation or a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::test {

/// One sentence a fault; empty when the file keeps to every rule that this linter knows.
std::vector<std::string> office_faults(std::string_view bytes);

}  // namespace sayso::test

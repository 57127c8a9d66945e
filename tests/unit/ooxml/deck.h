// The smallest presentation that has everything the linter looks at: two slides with a table, shapes joined
// by a connector, a chart with its workbook, notes, sections. Made by hand, so that it can be broken by hand.
#pragma once

#include <string>

namespace sayso::test {

std::string small_deck();

}  // namespace sayso::test

// Words that nobody can guess.
#pragma once

#include <string>
#include <string_view>

namespace sayso::serve {

/// 128 bits from the system, as 32 hexadecimal digits.
std::string random_word();

/// Compares without telling by the time it takes how much of it is right.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace sayso::serve

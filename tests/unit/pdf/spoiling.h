// How the tests of the checkers spoil a sound file: one thing in it, without a byte changing its place.
#pragma once

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace sayso::test {

struct Spoiling {
    const char* name;
    const char* from;
    const char* to;
    const char* fault;  // part of one of the faults
};

inline void PrintTo(const Spoiling& each, std::ostream* out) {
    *out << each.from << " by " << each.to;
}

/// The file with every `from`, of which it has one or more, overwritten by `to`, blanks added to keep the
/// length.
inline std::string overwritten(std::string bytes, const std::string& from, std::string to) {
    to.resize(from.size(), ' ');
    std::size_t found = 0;
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1), ++found)
        bytes.replace(at, from.size(), to);
    EXPECT_GT(found, 0u) << from;
    return bytes;
}

}  // namespace sayso::test

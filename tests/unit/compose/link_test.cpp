#include "compose/link.h"

#include <gtest/gtest.h>

namespace sayso::compose {
namespace {

TEST(Link, PrintShowsAnAddressWithoutItsScheme) {
    EXPECT_EQ(shown_address("https://www.example.org/"), "www.example.org");
    EXPECT_EQ(shown_address("http://example.org/a/b"), "example.org/a/b");
    EXPECT_EQ(shown_address("example.org"), "example.org");
}

}  // namespace
}  // namespace sayso::compose

// docs/reference.md and the schemas come from the tables that the parser reads by; they cannot drift apart.
#include <gtest/gtest.h>

#include "env/env.h"
#include "sayso/sayso.h"

namespace sayso::test {
namespace {

TEST(Reference, ThePageInDocsIsTheTablesPage) {
    const auto page = DiskEnv{}.read(std::string(SAYSO_SOURCE_DIR) + "/docs/reference.md", 1u << 20);
    ASSERT_TRUE(std::holds_alternative<std::string>(page));
    EXPECT_TRUE(std::get<std::string>(page) == reference_page())
        << "write it anew: sayso schema reference > docs/reference.md";
}

TEST(Reference, EveryTypeHasASchema) {
    for (const std::string& type : schema_types())
        EXPECT_NE(json_schema(type).find("\"$schema\""), std::string::npos) << type;
    EXPECT_EQ(json_schema("nonsense"), "");
}

}  // namespace
}  // namespace sayso::test

// Runs every case under cases/ through the loader, in memory.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "case.h"
#include "env/limits.h"
#include "model/check.h"
#include "model/framework.h"
#include "model/loader.h"

namespace sayso::suite {
namespace {

namespace fs = std::filesystem;

const fs::path here = fs::path(SAYSO_SOURCE_DIR) / "tests/suite/diagnostics";

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(here / "cases"))
        names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

MemoryEnv machine(const Case& one) {
    MemoryEnv env;
    for (const auto& entry : fs::recursive_directory_iterator(here / "base")) {
        if (entry.is_regular_file())
            env.files[fs::relative(entry.path(), here / "base").string()] = bytes_of(entry.path());
    }
    for (const auto& [path, text] : one.files) env.files[path] = text;
    return env;
}

/// What the program does before it composes a note for each audience.
void load_everything(const Env& env, const std::string& lang, SourceMap& sources, Diagnostics& diagnostics) {
    model::Loader loader(env, "data", sources, diagnostics);
    const auto project = loader.project("project");
    if (!project) return;
    if (project->service && project->service->logo)
        loader.project_file(*project, project->service->logo->file, limits::picture_file_bytes);
    const auto approach = loader.approach(*project, lang);
    if (approach) {
        loader.frameworks(*project, *approach);
        for (const std::string& id : loader.audience_ids(*project, *approach))
            loader.audience(*project, *approach, id, lang);
    }
    const auto theme = loader.theme(*project, project->theme.text);
    const auto note = loader.document_template(*project, "note", "funders", lang);
    if (theme && note) model::check_template_against_theme(*note, *theme, diagnostics);
}

class Suite : public testing::TestWithParam<std::string> {};

TEST_P(Suite, ReportsWhatIsExpected) {
    const Case one = parse_case(bytes_of(here / "cases" / (GetParam() + ".yaml")));
    ASSERT_FALSE(one.files.empty());
    const MemoryEnv env = machine(one);
    SourceMap sources;
    Diagnostics diagnostics;
    load_everything(env, one.lang, sources, diagnostics);
    EXPECT_EQ(differences(one, diagnostics, sources), "");
    for (const Diagnostic& each : diagnostics.items()) {
        EXPECT_FALSE(each.hint.empty()) << each.message << ": a hint should say what to type";
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, Suite, testing::ValuesIn(case_names()), [](const auto& tested) {
    std::string name = tested.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(SuiteItself, TellsAMissingExpectationAndAnUnexpectedFault) {
    const Case one = parse_case("#--- a.yaml\nkey: 1  # error: some fault\n");
    ASSERT_EQ(one.expected.size(), 1u);
    EXPECT_EQ(one.expected[0].line, 1u);
    SourceMap sources;
    Diagnostics found;
    EXPECT_NE(differences(one, found, sources), "");
    found.error("code", {sources.add("a.yaml", "key: 1\n"), 1, 1, 1}, "some fault", "a hint");
    EXPECT_EQ(differences(one, found, sources), "");
    found.error("code", {}, "another fault");
    EXPECT_NE(differences(one, found, sources), "");
}

}  // namespace
}  // namespace sayso::suite

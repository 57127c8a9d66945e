// Replays a fuzz target's seeds and everything that ever crashed it, in the normal tests. Compiled once for
// each target.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "target.h"

namespace {
namespace fs = std::filesystem;

constexpr double longest =
    10;  // seconds of the processor, as a busy machine is no fault; sanitizers are slow

std::vector<fs::path> inputs(const std::string& kind) {
    const auto folder = fs::path(SAYSO_SOURCE_DIR) / "tests/fuzz" / kind / FUZZ_TARGET;
    std::vector<fs::path> paths;
    if (!fs::is_directory(folder)) return paths;
    for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

void replay(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::cout << "replaying " << path.filename().string()
              << std::endl;  // the last one named is the one that crashed
    const auto began = std::clock();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    EXPECT_LT(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC, longest) << path;
}

TEST(Replay, Corpus) {
    const auto paths = inputs("corpus");
    EXPECT_FALSE(paths.empty()) << "a fuzzer needs seeds";
    for (const auto& path : paths) replay(path);
}

TEST(Replay, Crashes) {
    for (const auto& path : inputs("crashes")) replay(path);
}

}  // namespace

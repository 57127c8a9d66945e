// The pictograms that sayso ships, held against templates/pictures/README.md.
#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "env/env.h"
#include "samples.h"

namespace sayso::test {
namespace {

constexpr Color accent{0x9A, 0xCD, 0x00};  // of a theme that nobody ships
const std::string pictures = SAYSO_SOURCE_DIR "/templates/pictures";

std::string read(const std::string& path) {
    const DiskEnv env;
    const auto text = env.read(path, 1 << 20);
    const auto* bytes = std::get_if<std::string>(&text);
    EXPECT_TRUE(bytes) << path;
    return bytes ? *bytes : "";
}

std::vector<std::string> shipped() {
    std::vector<std::string> ids;
    for (const std::string& name : DiskEnv().list(pictures))
        if (name.ends_with(".svg")) ids.push_back(name.substr(0, name.size() - 4));
    return ids;
}

void expect_in_style(const frame::Frame& drawing) {
    for (const frame::Item& item : drawing.items) {
        const auto* shape = std::get_if<frame::Shape>(&item.content);
        ASSERT_TRUE(shape) << "only plain shapes, nothing beyond the edge";
        if (shape->fill) {
            EXPECT_TRUE(*shape->fill == accent || *shape->fill == test_ink);
        }
        if (shape->stroke) {
            EXPECT_EQ(shape->stroke->color, test_ink);
            EXPECT_EQ(shape->stroke->cap, frame::Cap::round);
        }
        const double reach = shape->stroke ? shape->stroke->width.pt() / 2 : 0;
        const Rect box = frame::bounds(shape->path).inset(Edges::all(pt(-reach)));
        const Rect page{{}, {}, drawing.size.width, drawing.size.height};
        EXPECT_TRUE(page.contains(box));
    }
}

class Shipped : public ::testing::TestWithParam<std::string> {};

TEST_P(Shipped, IsDrawnInTheOneStyle) {
    const std::string bytes = read(pictures + "/" + GetParam() + ".svg");
    picture::Wanted wanted;
    wanted.palette.highlight = accent;
    const Decoded result = decode(bytes, wanted);
    ASSERT_TRUE(result.drawing()) << result.error();
    EXPECT_EQ(result.drawing()->size, (Size{pt(72), pt(72)}));
    EXPECT_FALSE(result.drawing()->items.empty());
    EXPECT_THAT(bytes, ::testing::ContainsRegex("<title>[A-Z][^<]+[^.]</title>"));
    expect_in_style(*result.drawing());
}

INSTANTIATE_TEST_SUITE_P(All, Shipped, ::testing::ValuesIn(shipped()), [](const auto& test) {
    std::string name = test.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

/// The words that follow `key` up to a comma, brace or space, wherever `key` stands in a file.
std::set<std::string> words_after(const std::string& text, std::string_view key) {
    std::set<std::string> out;
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
        const std::size_t start = at + key.size();
        out.insert(text.substr(start, text.find_first_of(",} \n", start) - start));
    }
    return out;
}

TEST(ShippedPictures, EveryOutcomeAndMeansHasOne) {
    const std::string approach =
        read(SAYSO_SOURCE_DIR "/templates/approaches/intensive-interaction/approach.yaml");
    const std::size_t means = approach.find("\nmeans:"), practice = approach.find("\npractice:");
    const std::size_t outcomes = approach.find("\noutcomes:"), overall = approach.find("\noverall-name:");
    const std::string items =
        approach.substr(means, practice - means) + approach.substr(outcomes, overall - outcomes);
    std::set<std::string> wanted = words_after(items, "- {id: ");
    ASSERT_GT(wanted.size(), 60u);
    const std::string person =
        read(SAYSO_SOURCE_DIR "/templates/approaches/intensive-interaction/audiences/person.yaml");
    wanted.merge(words_after(person, "picture: "));
    const std::vector<std::string> there = shipped();
    std::vector<std::string> missing;
    for (const std::string& id : wanted)
        if (std::ranges::find(there, id) == there.end()) missing.push_back(id);
    EXPECT_THAT(missing, ::testing::IsEmpty());
}

}  // namespace
}  // namespace sayso::test

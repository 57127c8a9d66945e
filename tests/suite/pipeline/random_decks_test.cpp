// Decks that nobody would write, the same for the same seed: each is a sound PowerPoint file with the slides
// of its PDF, or is refused with a reason. SAYSO_DECKS says how many; a few unless it does.
// SAYSO_DECKS_TO names a folder that keeps them, for judges from outside (.ci/judges).
#include <cstdlib>
#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/ooxml_lint.h"

namespace sayso::test {
namespace {

class DeckMaker {
  public:
    explicit DeckMaker(unsigned seed) : random_(seed) {}

    std::string write() {
        std::string out = "id: talk\nname: Talk\nkind: talk\nextends: slides\nmax-pages: 60\nflow:\n";
        const int slides = between(1, 9);
        for (int i = 0; i < slides; ++i) out += slide(i);
        return out;
    }

  private:
    int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

    std::string words(int most) {
        static const char* const all[] = {
            "time",   "a",    "person", "Zeit", "\u0648\u0642\u062A", "\u0394\u03AD\u03BB\u03C4\u03B1",
            "answer", "100%", "<b>",    "&",    "we\u2019ll",         "**strong**"};
        std::string out;
        for (int i = between(1, most); i > 0; --i)
            out += (out.empty() ? "" : " ") + std::string(all[between(0, 11)]);
        return out;
    }

    std::string slide(int number) {
        static const char* const layouts[] = {"title", "section", "idea", "words",
                                              "quote", "chart",   "asks", "cards"};
        std::string out = "  - slide: \"" + words(5) + " " + std::to_string(number) +
                          "\"\n    layout: " + layouts[between(0, 7)] + "\n    section: \"" + words(2) +
                          "\"\n    notes: \"" + words(40) + "\"\n    flow:\n";
        for (int i = between(1, 4); i > 0; --i) out += block();
        return out;
    }

    std::string block() {
        switch (between(0, 6)) {
            case 0:
                return "      - {quote: \"" + words(12) + "\", by: \"" + words(3) + "\"}\n";
            case 1:
                return "      - {key-figure: \"" + std::to_string(between(0, 999)) + "\", label: \"" +
                       words(6) + "\"}\n";
            case 2:
                return "      - {list: audience.asks, as: numbers, item: \"{{item.text}}\", most: 3}\n";
            case 3:
                return "      - {outcomes: audience.outcomes, as: claims, across: 3, most: 4}\n";
            case 4:
                return "      - {chart: staff-turnover, width: 250mm, height: 90mm}\n";
            case 5:
                return "      - {figure: two-people, width: 40mm, height: 40mm}\n";
            default:
                return "      - {text: \"" + words(25) + "\"}\n";
        }
    }

    std::mt19937 random_;
};

TEST(RandomDecks, AreSoundOrRefused) {
    const char* const wanted = std::getenv("SAYSO_DECKS");
    const unsigned count = wanted != nullptr ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : 16;
    unsigned made = 0;
    for (unsigned seed = 0; seed < count; ++seed) {
        MemoryEnv env = shipped_machine();
        env.files[std::string(example_project) + "/templates/talk.yaml"] = DeckMaker(seed).write();
        BuildOptions options = one("funders", "talk");
        options.formats = {"pptx"};
        const Report report = build(env, example_project, options);
        if (report.files.empty()) {
            EXPECT_NE(faults(report), "") << "seed " << seed;
            continue;
        }
        ++made;
        const std::string& bytes = env.files.at(report.files.front());
        EXPECT_THAT(office_faults(bytes), testing::IsEmpty()) << "seed " << seed;
        if (const char* const folder = std::getenv("SAYSO_DECKS_TO"))
            std::ofstream(std::string(folder) + "/" + std::to_string(seed) + ".pptx", std::ios::binary)
                << bytes;
    }
    EXPECT_GT(made, count / 8);
}

}  // namespace
}  // namespace sayso::test

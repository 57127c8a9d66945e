// Some shipped documents as text: the tree with its roles, and the frames of one page. What changes here
// changes for readers: look at the difference before you rewrite it with SAYSO_UPDATE_GOLDENS=1.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "session/catalogue.h"
#include "session/workshop.h"
#include "suite/pipeline/machine.h"

namespace sayso::test {
namespace {

constexpr std::int64_t day = 1'767'225'600;  // 1 January 2026

/// Compares with tests/suite/pipeline/golden/NAME.txt.
void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = SAYSO_SOURCE_DIR "/tests/suite/pipeline/golden/" + name + ".txt";
    if (std::getenv("SAYSO_UPDATE_GOLDENS")) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_EQ(expected.str(), text) << "SAYSO_UPDATE_GOLDENS=1 rewrites " << path;
}

class Goldens : public testing::Test {
  protected:
    compose::Composed composed(const std::string& audience, const std::string& kind,
                               compose::Edition edition = compose::Edition::standard) {
        Job job;
        job.audience = audience;
        job.kind = kind;
        job.lang = "en-GB";
        job.edition = edition;
        job.date = day;
        EXPECT_TRUE(catalogue.prepare(job));
        workshop.emplace(catalogue.snapshot());
        worker.emplace(*workshop->snapshot().fonts);
        Diagnostics faults;
        Made made = run(workshop->request(job, {}, worker->shaper), *worker, faults);
        EXPECT_EQ(faults.errors(), 0u);
        return std::move(made.composed);
    }

    MemoryEnv env = shipped_machine();
    Catalogue catalogue{
        std::make_shared<RecordingEnv>(env, [](std::string_view bytes) { return std::string(bytes); }),
        data_folder, example_project};
    std::optional<Workshop> workshop;
    std::optional<Worker> worker;
};

TEST_F(Goldens, TheTreeOfABriefing) {
    expect_golden("briefing-commissioners.tree", doc::dump(composed("commissioners", "briefing").document));
}

TEST_F(Goldens, TheTreeOfALeaflet) {
    expect_golden("leaflet-family.tree", doc::dump(composed("family", "leaflet").document));
}

TEST_F(Goldens, TheTreeOfAnEasyReadInLargePrint) {
    expect_golden("easy-read-person-large-print.tree",
                  doc::dump(composed("person", "easy-read", compose::Edition::large_print).document));
}

TEST_F(Goldens, TheFirstPageOfABriefing) {
    const compose::Composed made = composed("commissioners", "briefing");
    Diagnostics faults;
    const layout::Placed placed = layout::place(made.document, made.pages, worker->shaper, faults);
    EXPECT_TRUE(faults.empty());
    expect_golden("briefing-commissioners.page-1", frame::dump(placed.pages.at(0)));
}

}  // namespace
}  // namespace sayso::test

// Another approach, with other stakeholders, groups of means and strands, works by its YAML alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

constexpr const char* project = "approach: forest-mornings\nservice: {name: Hill Wood}\n";

constexpr const char* approach = R"(id: forest-mornings
name: Forest Mornings
summary: "A morning a week outdoors, whatever the weather."
origin: "Made up for a test."
lang: en-GB
strands: [{id: town, name: In town}, {id: country, name: In the country}]
means-name: What goes in
ends-name: What comes out
means:
  - id: kit
    name: Kit
    description: "Things to wear and carry."
    items:
      - {id: boots, name: boots for all, plain: "Every child has boots that fit."}
      - {id: rope, name: rope and tarpaulin, plain: "There is a dry place to sit."}
  - id: people
    name: People
    description: "Who comes along."
    items:
      - {id: two-adults, name: two adults, plain: "One leads, one watches."}
practice: {name: a morning outdoors, summary: "We go out and see.", qualities: [weekly, unhurried], moments: ["A child lifts a log."]}
outcomes:
  - {id: mud, name: Good mud, meaning: "Clothes come home dirty, and that is fine."}
  - {id: calm, name: Calm, meaning: "The afternoon is quieter."}
  - {id: trees, name: Trees known by name, meaning: "People can point to an oak."}
overall-name: For all
overall: [calm]
stakeholders:
  - {id: child, name: The Child, central: true, outcomes: [mud, trees]}
  - {id: parents, name: Parents, outcomes: [mud, calm]}
  - {id: neighbours, name: Neighbours, outcomes: [trees]}
loop: {name: And round again, summary: "What is seen brings more boots.", steps: [see, say, buy boots]}
knowing: {summary: "We have not measured it yet.", references: []}
)";

constexpr const char* parents = R"(id: parents
name: Parents
title: "Washing that is worth it."
standfirst: "Your child goes out. They come home with news."
what-this-is: "One morning a week in the wood."
outcomes-intro: "What you may look for."
outcomes:
  - {id: mud, claim: Happy washing, meaning: "You see where they have been."}
  - {id: calm, claim: Quieter evenings, meaning: "They may sleep."}
person-intro: "For your child."
knowing: "We have not measured it yet."
means-intro: "It takes little."
asks-intro: "Please do one of these."
asks:
  - {id: find-boots, means: [boots], text: "Find boots.", detail: "Old ones will do.", who: "You", when: "by Monday"}
loop: "You tell us, we tell the school, the school buys rope."
contact-intro: "Ring us."
texts: {poster-line: "Out we go.", one-page-opening: "One page.", leaflet-promise: "Out we go", leaflet-opening: "Come.", thanks: "Thank you."}
)";

TEST(OtherApproach, BuildsByItsYamlAlone) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = project;
    env.files["/p/forest-mornings/approach.yaml"] = approach;
    env.files["/p/forest-mornings/audiences/parents.yaml"] = parents;
    BuildOptions options = one("parents", "briefing", "town");
    options.kinds = {"briefing", "poster", "leaflet-screen", "one-page"};  // too few words to fold
    const Report report = build(env, "/p", options);
    ASSERT_EQ(report.files.size(), 4u) << faults(report);
    for (const std::string& file : report.files)
        EXPECT_THAT(pdf_ua_faults(env.files.at(file)), testing::IsEmpty()) << file;
    const std::string text = plain(text_in_tree_order(read_pdf(env.files.at(report.files.front()))));
    EXPECT_NE(text.find("Washing that is worth it."), std::string::npos);
    EXPECT_EQ(text.find("Intensive"), std::string::npos);
}

/// Nothing made is never a success: it says what is missing.
TEST(OtherApproach, WithoutReadersIsAnError) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = project;
    env.files["/p/forest-mornings/approach.yaml"] = approach;
    const std::string expected =
        "/p/forest-mornings/approach.yaml:2:7: error: \"Forest Mornings\" has words for no reader yet";
    const std::string hint =
        "  hint: write audiences/child.yaml beside approach.yaml, or for another of its stakeholders";
    for (const Report& report : {build(env, "/p", {}), Session(env, data_folder, "/p").check({}),
                                 Report(make_pack(env, data_folder, "/p", {}))}) {
        EXPECT_TRUE(faults(report).starts_with(expected)) << faults(report);
        EXPECT_NE(faults(report).find(hint), std::string::npos) << faults(report);
        EXPECT_EQ(report.errors, 1u);
    }
    EXPECT_TRUE(build(env, "/p", one("everyone", "poster")).ok());
}

TEST(OtherApproach, AKindForOtherReadersIsAnError) {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = project;
    env.files["/p/forest-mornings/approach.yaml"] = approach;
    env.files["/p/forest-mornings/audiences/parents.yaml"] = parents;
    BuildOptions options;
    options.kinds = {"plan-wording"};
    EXPECT_EQ(faults(build(env, "/p", options)),
              "sayso: error: the kind \"plan-wording\" is for none of the readers of \"Forest Mornings\"\n"
              "  hint: name a reader with --audience to see why\n");
}

}  // namespace
}  // namespace sayso::test

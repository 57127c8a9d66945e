// The loader on a small approach in memory: layers of overlays and translations, templates, files of a
// project.
#include "model/loader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "env/passing_env.h"
#include "model/check.h"
#include "model/framework.h"

namespace sayso::model {
namespace {

class LoaderTest : public testing::Test {
  protected:
    MemoryEnv env;
    SourceMap sources;
    Diagnostics diagnostics;
    Loader loader{env, "data", sources, diagnostics};

    static inline const std::string approach_folder = "data/templates/approaches/small/";

    LoaderTest() {
        env.files[approach_folder + "approach.yaml"] = R"(
id: small
name: Small
summary: Together.
origin: Here.
lang: en-GB
strands: [{id: adults, name: Adults}]
means-name: Means
ends-name: Ends
means:
  - {id: all, name: All, items: [{id: time, name: time, plain: There is time.}, {id: tea, name: tea, plain: Tea.}]}
practice: {name: P, summary: Two people.}
outcomes:
  - {id: calm, name: Calm, meaning: People are calm.}
  - {id: joy, name: Joy, meaning: People are glad.}
overall-name: Overall
overall: [{id: joy, name: joy}]
stakeholders:
  - {id: person, name: The Person, central: true, outcomes: [joy, calm]}
loop: {name: L, summary: Round.}
knowing: {summary: We hope.}
)";
        env.files[approach_folder + "audiences/person.yaml"] = R"(
id: person
title: For you
standfirst: Two sentences.
what-this-is: Time.
outcomes: [{id: calm, claim: Calm, meaning: Calm.}, {id: joy, claim: Joy, meaning: Glad.}]
knowing: We hope.
asks: [{id: sit, means: [time, tea], text: Sit., who: You}, {id: brew, means: [tea], text: Brew.}]
loop: Round.
)";
        env.files["data/templates/themes/sayso.yaml"] = R"(
id: sayso
name: Sayso
family: F
colors: {ink: "#000000"}
)";
        env.files["data/templates/kinds/note.yaml"] = R"(
id: note
name: Note
kind: note
page: {size: a4, margin: {top: 10, left: 20, right: 20, bottom: 10}, header: [{text: Head}]}
first-page: {margin: {top: 50}}
styles: {text: {size: 12, color: ink}}
strings: {for-you: For you, page-of: Page}
parts: {opening: [{text: Hello}], closing: [{text: Bye}]}
flow: [{part: opening}, {part: closing}]
)";
    }

    std::string faults() const {
        std::string all;
        for (const Diagnostic& one : diagnostics.sorted()) all += render_text(one, sources, false);
        return all;
    }

    Project with_project(const std::string& text) {
        env.files["home/sayso.yaml"] = text;
        return loader.project("home").value_or(Project{});
    }
};

TEST_F(LoaderTest, NoProjectMeansTheShippedContent) {
    const auto project = loader.project("");
    ASSERT_TRUE(project);
    EXPECT_EQ(project->approach.text, "small");
    EXPECT_EQ(project->theme.text, "sayso");
    EXPECT_EQ(project->lang.text, "en-GB");
    EXPECT_FALSE(project->service);
    EXPECT_TRUE(loader.approach(*project, "en-GB"));
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, AProjectMayBeNamedByItsFile) {
    with_project("service: {name: Willow House}\n");
    const auto project = loader.project("home/sayso.yaml");
    ASSERT_TRUE(project);
    EXPECT_EQ(project->folder, "home");
    EXPECT_EQ(project->service->name.lang, "en-GB");
    EXPECT_FALSE(loader.project("nowhere"));
    EXPECT_EQ(diagnostics.items().back().code, "no-project");
}

TEST_F(LoaderTest, AudienceTakesNameAndOrderFromTheStakeholder) {
    const Project project = *loader.project("");
    const auto approach = loader.approach(project, "en-GB");
    const auto audience = loader.audience(project, *approach, "person", "en-GB");
    ASSERT_TRUE(audience) << faults();
    EXPECT_EQ(audience->name.text, "The Person");
    EXPECT_EQ(audience->outcomes[0].id.text, "joy") << "the stakeholder's order, not the file's";
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, AnUnknownAudienceIsNamed) {
    const Project project = *loader.project("");
    const auto approach = loader.approach(project, "en-GB");
    EXPECT_FALSE(loader.audience(project, *approach, "persn", "en-GB"));
    EXPECT_FALSE(loader.audience(project, *approach, "../audiences/person", "en-GB"));
    EXPECT_EQ(diagnostics.items()[0].hint, "did you mean \"person\"?");
}

TEST_F(LoaderTest, OverlaysReachApproachAndAudience) {
    env.files["home/words.yaml"] =
        "name: Ours\n"
        "outcomes: [{id: joy, name: Gladness}]\n"
        "audiences: {person: {title: For you and yours}}\n";
    const Project project = with_project("overlays: [words.yaml]\n");
    const auto approach = loader.approach(project, "en-GB");
    ASSERT_TRUE(approach) << faults();
    EXPECT_EQ(approach->name.text, "Ours");
    EXPECT_EQ(approach->outcome("joy")->name.text, "Gladness");
    EXPECT_EQ(approach->outcome("joy")->meaning.text, "People are glad.");
    EXPECT_EQ(sources.path(approach->name.span.source), "home/words.yaml");
    EXPECT_EQ(loader.audience(project, *approach, "person", "en-GB")->title.text, "For you and yours");
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, WhatIsLeftOutIsMissedNowhere) {
    env.files["home/words.yaml"] =
        "outcomes: [{id: joy, leave-out: true}]\n"
        "means: [{id: all, items: [{id: tea, leave-out: true}]}]\n";
    env.files[approach_folder + "lang/cy/approach.yaml"] = "outcomes: [{id: joy, name: Llawenydd}]\n";
    const Project project = with_project("overlays: [words.yaml]\n");
    const auto approach = loader.approach(project, "cy");
    ASSERT_TRUE(approach) << faults();
    EXPECT_EQ(approach->outcome("joy"), nullptr);
    EXPECT_TRUE(approach->overall.empty());
    EXPECT_EQ(approach->stakeholder("person")->outcomes.size(), 1u);
    const auto audience = loader.audience(project, *approach, "person", "cy");
    ASSERT_TRUE(audience) << faults();
    EXPECT_EQ(audience->outcomes.size(), 1u);
    ASSERT_EQ(audience->asks.size(), 1u) << "an ask for nothing but tea is gone";
    EXPECT_EQ(audience->asks[0].means.size(), 1u);
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, CrossReferencesFollowWhatIsLeftOut) {
    env.files["data/templates/frameworks/x-2024.yaml"] =
        "id: x-2024\nname: X\nregulator: R\nas-of: 2026-01-01\n"
        "areas: [{id: a, name: A, points: [{id: p, name: P}, {id: q, name: Q}]}]\n";
    env.files[approach_folder + "frameworks/x-2024.yaml"] =
        "framework: x-2024\nlines:\n"
        "  - {point: p, means: [time, tea], outcomes: [joy], look-at: notes}\n"
        "  - {point: q, outcomes: [joy], look-at: films}\n";
    env.files["home/words.yaml"] =
        "outcomes: [{id: joy, leave-out: true}]\n"
        "means: [{id: all, items: [{id: tea, leave-out: true}]}]\n";
    const Project project = with_project("overlays: [words.yaml]\n");
    const auto approach = loader.approach(project, "en-GB");
    const auto uses = loader.frameworks(project, *approach);
    ASSERT_EQ(uses.size(), 1u) << faults();
    ASSERT_EQ(uses[0].reference.lines.size(), 1u) << "a line about nothing but joy is gone";
    EXPECT_EQ(uses[0].reference.lines[0].means.size(), 1u);
    EXPECT_EQ(uses[0].reference.lines[0].look_at.lang, "en-GB");
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, EveryTextKnowsItsLanguage) {
    env.files[approach_folder + "lang/cy/approach.yaml"] = "name: Bach\n";
    env.files[approach_folder + "lang/cy/audiences/person.yaml"] = "title: I chi\n";
    env.files["home/lang/cy/approach.yaml"] = "summary: Gyda'n gilydd.\n";
    const Project project = with_project("lang: en-GB\n");
    const auto approach = loader.approach(project, "cy");
    ASSERT_TRUE(approach) << faults();
    EXPECT_EQ(approach->name.text, "Bach");
    EXPECT_EQ(approach->name.lang, "cy");
    EXPECT_EQ(approach->summary.lang, "cy");
    EXPECT_EQ(approach->origin.lang, "en-GB") << "not translated";
    EXPECT_EQ(approach->lang, "en-GB");
    const auto audience = loader.audience(project, *approach, "person", "cy");
    EXPECT_EQ(audience->title.text, "I chi");
    EXPECT_EQ(audience->loop.lang, "en-GB");
    EXPECT_EQ(loader.approach(project, "en-GB")->name.text, "Small");
    EXPECT_EQ(loader.approach(project, "cy-GB")->name.text, "Bach")
        << "falls back to the language without its country";
    EXPECT_EQ(loader.approach(project, "../cy")->name.text, "Small");
}

TEST_F(LoaderTest, AnOverlayInTheLanguageAskedForLiesAboveTheTranslation) {
    env.files[approach_folder + "lang/cy/approach.yaml"] = "name: Bach\nsummary: Gyda'n gilydd.\n";
    env.files["home/words.yaml"] = "name: Ein hun\n";
    const Project project = with_project("lang: cy\noverlays: [words.yaml]\n");
    const auto approach = loader.approach(project, "cy");
    ASSERT_TRUE(approach) << faults();
    EXPECT_EQ(approach->name.text, "Ein hun");
    EXPECT_EQ(approach->summary.text, "Gyda'n gilydd.");
}

TEST_F(LoaderTest, TheFirstPageIsAPageWithWhatItGivesInstead) {
    const auto note = loader.document_template(*loader.project(""), "note", "person", "en-GB");
    ASSERT_TRUE(note) << faults();
    EXPECT_EQ(note->page.margin.top, pt(10));
    EXPECT_EQ(note->first_page.margin.top, pt(50));
    EXPECT_EQ(note->first_page.margin.left, pt(20));
    EXPECT_EQ(note->first_page.header.size(), 1u);
    EXPECT_NEAR(note->page.width.mm(), 210, 1e-6);
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, ATemplateThatExtendsReplacesPartsAndMergesTheRest) {
    env.files["data/templates/kinds/note-short.yaml"] =
        "id: note-short\nname: Short\nkind: note\nextends: note\naudiences: [person]\n"
        "strings: {page-of: P.}\nparts: {closing: [{heading: End}]}\n";
    const Project project = *loader.project("");
    const auto made = loader.document_template(project, "note", "person", "en-GB");
    ASSERT_TRUE(made) << faults();
    EXPECT_EQ(made->id.text, "note-short") << "made for this audience";
    EXPECT_EQ(made->strings.at("for-you").text, "For you");
    EXPECT_EQ(made->strings.at("page-of").text, "P.");
    EXPECT_TRUE(std::holds_alternative<block::Heading>(made->parts.at("closing").at(0).kind));
    EXPECT_EQ(made->flow.size(), 2u);
    EXPECT_EQ(loader.document_template(project, "note", "funders", "en-GB")->id.text, "note");
    EXPECT_EQ(loader.template_kinds(project), std::vector<std::string>{"note"});
    EXPECT_EQ(faults(), "");
}

TEST_F(LoaderTest, TemplatesSpeakTheLanguageWhereTheyCan) {
    env.files["data/templates/kinds/lang/cy/note.yaml"] = "strings: {for-you: I chi}\n";
    const auto note = loader.document_template(*loader.project(""), "note", "person", "cy");
    ASSERT_TRUE(note) << faults();
    EXPECT_EQ(note->strings.at("for-you").lang, "cy");
    EXPECT_EQ(note->strings.at("page-of").lang, "en-GB");
}

TEST_F(LoaderTest, AnUnknownKindIsNamed) {
    EXPECT_FALSE(loader.document_template(*loader.project(""), "noet", "person", "en-GB"));
    ASSERT_EQ(diagnostics.items().size(), 1u);
    EXPECT_EQ(diagnostics.items()[0].hint, "did you mean \"note\"?");
}

TEST_F(LoaderTest, EachFileIsReadOnce) {
    const Project project = *loader.project("");
    const auto approach = loader.approach(project, "en-GB");
    loader.audience(project, *approach, "person", "en-GB");
    const std::size_t read = sources.size();
    loader.approach(project, "cy");
    loader.audience(project, *approach, "person", "cy");
    EXPECT_EQ(sources.size(), read);
}

TEST_F(LoaderTest, BlocksKnowTheirKindAndTheirParts) {
    env.files["data/templates/kinds/note.yaml"] +=
        R"(  - {for: "group in approach.means", do: [{text: "{{group.name}}"}]}
  - {when: "not service", do: [{page-break: true}], else: [{contents: 2}]}
  - {table: audience.asks, columns: [{title: Ask, cell: "{{item.text}}"}]}
  - columns: [{span: 8, flow: [{text: a}]}, {span: 4, flow: []}]
)";
    auto& file = env.files["data/templates/kinds/note.yaml"];
    file.replace(file.find("flow: [{part: opening}, {part: closing}]"), 40, "flow:");
    const auto note = loader.document_template(*loader.project(""), "note", "person", "en-GB");
    ASSERT_TRUE(note) << faults();
    EXPECT_EQ(faults(), "");
    ASSERT_EQ(note->flow.size(), 4u);
    const auto& loop = std::get<block::For>(note->flow[0].kind);
    EXPECT_EQ(loop.variable.text, "group");
    EXPECT_EQ(loop.path.text, "approach.means");
    const auto& when = std::get<block::When>(note->flow[1].kind);
    ASSERT_TRUE(when.condition);
    EXPECT_TRUE(std::holds_alternative<Condition::Not>(when.condition->what));
    EXPECT_EQ(std::get<block::PageBreak>(when.flow.at(0).kind).begins, Break::page);
    EXPECT_EQ(std::get<block::Contents>(when.otherwise.at(0).kind).deepest, 2);
    EXPECT_EQ(std::get<block::Table>(note->flow[2].kind).columns.size(), 1u);
    const auto& columns = std::get<block::Columns>(note->flow[3].kind).columns;
    EXPECT_EQ(columns.at(0).span, 8);
    EXPECT_TRUE(columns.at(0).place);
}

/// On a real disk, because only there can a link lead out of a folder.
TEST(ProjectFile, MayNotLeaveTheProjectByALink) {
    namespace fs = std::filesystem;
    const fs::path root = fs::path(testing::TempDir()) / ("sayso-project-file-" + std::to_string(::getpid()));
    fs::create_directories(root / "home/pictures");
    std::ofstream(root / "secret.txt") << "secret";
    std::ofstream(root / "home/pictures/logo.png") << "logo";
    fs::create_symlink(root / "secret.txt", root / "home/link.txt");
    fs::create_directory_symlink(root, root / "home/up");
    fs::create_symlink(root / "home/pictures/logo.png", root / "home/inner.png");

    DiskEnv env;
    SourceMap sources;
    Diagnostics diagnostics;
    Loader loader(env, SAYSO_SOURCE_DIR, sources, diagnostics);
    Project project;
    project.folder = (root / "home").string();
    const auto read = [&](const std::string& name) {
        return loader.project_file(
            project, Words{name, Span{1, 1, static_cast<std::uint32_t>(name.size()), 1}, ""}, 1000);
    };
    EXPECT_EQ(read("pictures/logo.png"), "logo");
    EXPECT_EQ(read("./pictures/../pictures/logo.png"), "logo");
    EXPECT_EQ(read("inner.png"), "logo") << "a link within the project is no way out";
    EXPECT_TRUE(diagnostics.empty());
    for (const char* name :
         {"link.txt", "up/secret.txt", "../secret.txt", "pictures/../../secret.txt", "/etc/hostname"})
        EXPECT_EQ(read(name), std::nullopt) << name;
    ASSERT_EQ(diagnostics.items().size(), 5u);
    for (const Diagnostic& one : diagnostics.items()) EXPECT_EQ(one.code, "outside-project") << one.message;
    EXPECT_EQ(read("pictures/lgo.png"), std::nullopt);
    EXPECT_EQ(diagnostics.items().back().hint, "did you mean \"pictures/logo.png\"?");
    fs::remove_all(root);
}

TEST_F(LoaderTest, ContrastIsMeasuredAgainstWhatThePairAsks) {
    env.files["data/templates/themes/faint.yaml"] = R"(
id: faint
name: Faint
family: F
colors: {ink: "#777777", white: "#FFFFFF"}
pairs: [{ink: ink, ground: white}, {ink: ink, ground: white, ratio: 3}]
)";
    EXPECT_TRUE(loader.theme(*loader.project(""), "faint"));
    ASSERT_EQ(diagnostics.items().size(), 1u) << faults();
    // 4.48 is the ratio of #777777 on white that WCAG's own definition gives.
    EXPECT_EQ(diagnostics.items()[0].message, "\"ink\" on \"white\" has a contrast of 4.48, but needs 4.50");
    EXPECT_EQ(diagnostics.items()[0].hint, "the nearest colour that passes is ink: \"#767676\"");
}

TEST_F(LoaderTest, AThemeSaysWhatDiffersFromTheOneItExtends) {
    env.files["p/sayso.yaml"] = "approach: small\ntheme: moss\n";
    env.files["p/themes/sayso.yaml"] =
        "id: sayso\nname: Ours\nextends: sayso\nfamily: G\ncolors: {you: \"#112233\"}\n";
    env.files["p/themes/moss.yaml"] = "id: moss\nname: Moss\nradius: 3pt\ncolors: {tint: \"#EEFFEE\"}\n";
    const auto theme = loader.theme(*loader.project("p"), "moss");
    ASSERT_TRUE(theme) << faults();
    EXPECT_EQ(diagnostics.items().size(), 0u) << faults();
    EXPECT_EQ(theme->name, "Moss");
    EXPECT_EQ(theme->family, "G");
    EXPECT_EQ(theme->radius, pt(3));
    EXPECT_EQ(palette_of(*theme).ink, black);
    EXPECT_EQ(palette_of(*theme).you, (Color{0x11, 0x22, 0x33}));
    EXPECT_EQ(palette_of(*theme).tint, (Color{0xEE, 0xFF, 0xEE}));
}

/// A machine on which one file may not be read.
class Locked final : public PassingEnv {
  public:
    Locked(Env& machine, std::string locked) : PassingEnv(machine), locked_(std::move(locked)) {}
    std::variant<std::string, IoError> read(const std::string& path, std::size_t most) const override {
        if (path == locked_) return IoError{"permission denied", "give yourself the right to it"};
        return PassingEnv::read(path, most);
    }

  private:
    std::string locked_;
};

TEST_F(LoaderTest, AnOverlayThatMayNotBeReadIsToldWhereItIsNamed) {
    env.files["project/sayso.yaml"] = "approach: small\noverlays: [own.yaml]\n";
    env.files["project/own.yaml"] = "name: Own\n";
    const Locked machine(env, "project/own.yaml");
    Loader locked(machine, "data", sources, diagnostics);
    const auto project = locked.project("project");
    ASSERT_TRUE(project);
    locked.approach(*project, "en-GB");
    ASSERT_EQ(diagnostics.errors(), 1u);
    EXPECT_EQ(render_text(diagnostics.items()[0], sources, false),
              "project/sayso.yaml:2:12: error: cannot read \"project/own.yaml\": permission denied\n"
              "  2 | overlays: [own.yaml]\n"
              "    |            ^~~~~~~~\n"
              "  hint: give yourself the right to it\n");
}

TEST_F(LoaderTest, AProjectWithoutALanguageHasItsApproachs) {
    std::string french = env.files[approach_folder + "approach.yaml"];
    french.replace(french.find("en-GB"), 5, "fr-FR");
    env.files["project/own/approach.yaml"] = french;
    env.files["project/sayso.yaml"] = "approach: own\n";
    const auto project = loader.project("project");
    ASSERT_TRUE(project);
    EXPECT_EQ(project->lang.text, "fr-FR");
}

}  // namespace
}  // namespace sayso::model

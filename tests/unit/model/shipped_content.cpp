// The shipped approach, audiences, templates and theme load without a fault, and say what their source says.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "load/texts.h"
#include "model/check.h"
#include "model/fields.h"
#include "model/loader.h"

namespace sayso::model {
namespace {

class ShippedContent : public testing::Test {
  protected:
    DiskEnv env;
    SourceMap sources;
    Diagnostics diagnostics;
    Loader loader{env, SAYSO_SOURCE_DIR, sources, diagnostics};
    Project project = loader.project("").value_or(Project{});

    std::string faults() const {
        std::string all;
        for (const Diagnostic& one : diagnostics.sorted()) all += render_text(one, sources, false);
        return all;
    }
};

// The source: "The 'Means' and 'Ends' of Intensive Interaction", the attendees of the Intensive Interaction
// Weekend Workshop 2024. Spelled as there.
const std::map<std::string, std::vector<std::string>> source_means{
    {"overall",
     {"ongoing training (incl. induction)", "ongoing supervision/support", "reflective practitioners",
      "positive and open working culture", "space and time", "available/accessible resources",
      "sharing practice and video reflection", "II ‘champions’", "teamwork", "research evidence",
      "informed management, governors, trustees and commissioners"}},
    {"children",
     {"Information designed for parents/family carers", "Ensuring II in EHCPs and care plans",
      "Informed SENCOs and SEND teams", "Informed inspectors e.g. OFSTED"}},
    {"adults",
     {"Information designed for parents/family and paid carers", "Ensuring II in care plans and/or PBS plans",
      "Informed Community LD Teams/therapists", "Informed inspectors e.g. CQC"}},
};

const std::vector<std::string> source_overall{"social inclusion",
                                              "sense of agency",
                                              "connection",
                                              "communication and social development",
                                              "psychological well-being",
                                              "hope",
                                              "a sense of purpose",
                                              "happiness",
                                              "love",
                                              "fulfillment",
                                              "opportunity",
                                              "inspiration",
                                              "reduced anxiety"};

const std::vector<std::pair<std::string, std::vector<std::string>>> source_ends{
    {"The Person",
     {"Psychological well-being", "Developmental progress", "Access to self-expression",
      "Unconditional positive regard", "Security & Connection", "Empowerment", "Curiosity", "FUN!"}},
    {"Practitioners",
     {"Increased fulfillment", "Increased confidence", "Professional development", "Less burnout", "FUN!"}},
    {"Carers",
     {"Deeper relationships", "Security", "Purpose", "Empowerment", "Increased confidence", "Less burnout",
      "FUN!"}},
    {"Family",
     {"Better care", "Happier people", "Deeper relationships", "Security about the future", "Reassurance",
      "Weight lifted", "FUN!"}},
    {"Therapists",
     {"Improved communication", "Improved engagement",
      "Preventative intervention: therefore, fewer referrals", "Building ‘connection’", "Job satisfaction",
      "FUN!"}},
    {"Management/trustees",
     {"Coherent fit with stated ‘values’", "Value for money", "Staff retention",
      "Staff feel more confident and understood", "Reputation", "Less crisis management",
      "Job satisfaction"}},
    {"Educators",
     {"Person-centred pedagogy", "Targets primary learning needs", "Developmental progression",
      "Relationship development", "Empowered and increased job satisfaction", "FUN!"}},
    {"Commissioners",
     {"Appropriate use of funds", "‘Values’ led commissioning", "Person-centred commissioning",
      "Supporting development", "Reduction in overall costs"}},
    {"Funders",
     {"Better value for money", "Demonstrable use of funds", "Improved reputation",
      "Supporting inclusion and development", "Positive publicity"}},
    {"Inspectors",
     {"More person-centred view of care/education", "Improved insight", "Measurable data",
      "Supporting development", "Supporting social inclusion"}},
};

std::vector<std::string> spellings(const std::vector<OutcomeUse>& uses, const Approach& approach) {
    std::vector<std::string> names;
    for (const OutcomeUse& use : uses) {
        const Outcome* outcome = approach.outcome(use.id.text);
        names.push_back(use.name ? use.name->text : outcome != nullptr ? outcome->name.text : "?");
    }
    return names;
}

TEST_F(ShippedContent, ApproachHasEveryMeansOfTheSource) {
    const auto approach = loader.approach(project, "en-GB");
    ASSERT_TRUE(approach) << faults();
    std::map<std::string, std::vector<std::string>> means;
    for (const MeansGroup& group : approach->means) {
        for (const MeansItem& item : group.items) means[group.id.text].push_back(item.name.text);
    }
    EXPECT_EQ(means, source_means);
    EXPECT_TRUE(diagnostics.empty()) << faults();
}

TEST_F(ShippedContent, ApproachHasEveryOutcomeOfTheSource) {
    const auto approach = loader.approach(project, "en-GB");
    ASSERT_TRUE(approach) << faults();
    EXPECT_EQ(spellings(approach->overall, *approach), source_overall);
    std::vector<std::pair<std::string, std::vector<std::string>>> ends;
    for (const Stakeholder& one : approach->stakeholders)
        ends.emplace_back(one.name.text, spellings(one.outcomes, *approach));
    EXPECT_EQ(ends, source_ends);
}

TEST_F(ShippedContent, EveryAudienceLoads) {
    const auto approach = loader.approach(project, "en-GB");
    ASSERT_TRUE(approach) << faults();
    const auto ids = loader.audience_ids(project, *approach);
    EXPECT_EQ(ids.size(), approach->stakeholders.size());
    for (const std::string& id : ids) {
        const auto audience = loader.audience(project, *approach, id, "en-GB");
        ASSERT_TRUE(audience) << id;
        EXPECT_FALSE(audience->name.empty()) << id;
        EXPECT_EQ(audience->title.lang, "en-GB") << id;
    }
    EXPECT_TRUE(diagnostics.empty()) << faults();
}

TEST_F(ShippedContent, EveryTemplateFitsTheTheme) {
    const auto theme = loader.theme(project, project.theme.text);
    ASSERT_TRUE(theme) << faults();
    const auto kinds = loader.template_kinds(project);
    EXPECT_FALSE(kinds.empty());
    for (const std::string& kind : kinds) {
        const auto made = loader.document_template(project, kind, "commissioners", "en-GB");
        if (!made) continue;  // a kind for other audiences only
        check_template_against_theme(*made, *theme, diagnostics);
        EXPECT_FALSE(made->flow.empty()) << kind;
        EXPECT_GT(made->page.width, pt(0)) << kind;
    }
    for (const Diagnostic& one : diagnostics.items()) {
        EXPECT_TRUE(one.code == "unknown-template" && !one.span) << render_text(one, sources, false);
    }
}

/// Room is told to translators and to whoever begins an approach: what is shipped must not need more.
TEST_F(ShippedContent, NoTextNeedsMoreRoomThanItIsSaidToHave) {
    const std::string folder = SAYSO_SOURCE_DIR "/templates/approaches/intensive-interaction/";
    const auto wanted = loader.named_texts(project);
    const auto look = [&](const std::string& path, const load::RecordShape& shape) {
        const auto bytes = env.read(path, 1U << 20);
        ASSERT_TRUE(std::holds_alternative<std::string>(bytes)) << path;
        const auto value = load::parse_yaml(1, std::get<std::string>(bytes), "", diagnostics);
        ASSERT_TRUE(value) << path;
        load::for_each_text(shape, *value, [&](const load::TextAt& text) {
            int room = text.field.rule.room;
            for (const WantedText& one : wanted) {
                if (text.field.key == "texts" && one.name == text.path.back()) room = one.text.room;
            }
            const auto check = [&](const std::string& words) {
                EXPECT_TRUE(room == 0 || words.size() <= static_cast<std::size_t>(room) + words.size() / 20)
                    << path << ": " << words << " (" << words.size() << " of " << room << ")";
            };
            check(text.value.scalar);
            for (const load::Value& item : text.value.items) check(item.scalar);
        });
    };
    look(folder + "approach.yaml", load::Reader<Approach>::record());
    for (const std::string& name : env.list(folder + "audiences"))
        look(folder + "audiences/" + name, load::Reader<Audience>::record());
}

}  // namespace
}  // namespace sayso::model

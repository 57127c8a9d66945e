// The drawn picture of the shipped approach: every word is there, readable, and said again in the
// description.
#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diagram/diagram.h"
#include "diagram/picture.h"
#include "fonts.h"
#include "model/loader.h"
#include "models.h"

namespace sayso::test {
namespace {

using diagram::Drawn;
using diagram::Model;
using diagram::Options;
using diagram::Variant;
using testing::HasSubstr;
using testing::Not;

const model::Approach& shipped_approach() {
    static const model::Approach approach = [] {
        const DiskEnv env;
        SourceMap sources;
        Diagnostics diagnostics;
        model::Loader loader(env, SAYSO_SOURCE_DIR, sources, diagnostics);
        const auto project = loader.project("");
        auto loaded = project ? loader.approach(*project, "en-GB") : std::nullopt;
        EXPECT_TRUE(loaded) << "the shipped approach cannot be read";
        return loaded ? *loaded : model::Approach{};
    }();
    return approach;
}

Model shipped_model(const std::string& strand = {}) {
    return diagram::from_approach(shipped_approach(), strand);
}

Options poster(Size size) {
    Options options;
    options.size = size;
    options.family = family;
    return options;
}

const Options a3 = poster({mm(420), mm(297)});

std::optional<Drawn> drawn(const Model& model, const Options& options) {
    Diagnostics diagnostics;
    auto out = diagram::draw(model, options, shipped_shaper(), diagnostics);
    for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message << " (" << d.hint << ")";
    return out;
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::vector<const frame::TextRun*> runs(const Drawn& drawn) {
    std::vector<const frame::TextRun*> out;
    for (const frame::Item& item : drawn.frame->items)
        if (const auto* run = std::get_if<frame::TextRun>(&item.content)) out.push_back(run);
    return out;
}

/// All words of the picture in the order drawn, without spaces: lines may break anywhere.
std::string words(const Drawn& drawn) {
    std::string out;
    for (const frame::TextRun* run : runs(drawn)) out += without_spaces(run->text);
    return out;
}

std::vector<std::string> items(const Model& model) {
    std::vector<std::string> out = model.overall.items;
    for (const auto& group : model.means) {
        out.push_back(group.name);
        for (const auto& item : group.items) out.push_back(item.name);
    }
    for (const auto& s : model.stakeholders) {
        out.push_back(s.name);
        out.insert(out.end(), s.outcomes.begin(), s.outcomes.end());
    }
    for (const std::string& text :
         {model.means_title, model.ends_title, model.practice.name, model.loop.name})
        out.push_back(text);
    return out;
}

TEST(Draw, EveryItemOfTheModelStandsOnEveryPoster) {
    const Model model = shipped_model();
    ASSERT_EQ(model.stakeholders.size(), 10u);
    ASSERT_EQ(model.overall.items.size(), 13u);
    for (const Size size :
         {Size{mm(420), mm(297)}, {mm(297), mm(420)}, {mm(297), mm(210)}, {mm(210), mm(297)}}) {
        const auto picture = drawn(model, poster(size));
        ASSERT_TRUE(picture);
        const std::string said = words(*picture);
        for (const std::string& item : items(model)) EXPECT_THAT(said, HasSubstr(without_spaces(item)));
        for (const std::string& item : items(model)) EXPECT_THAT(picture->description, HasSubstr(item));
    }
}

TEST(Draw, IsToldInPartsWithEveryTextOnceAndNoLevelSkipped) {
    using Kind = frame::Told::Kind;
    for (const char* you : {"", "family"}) {
        Options options = poster({mm(420), mm(297)});
        options.highlight = you;
        const auto drawing = drawn(shipped_model(), options);
        ASSERT_TRUE(drawing);
        std::vector<int> shown(drawing->frame->items.size());
        int depth = -1;
        for (const frame::Told& told : drawing->told) {
            std::string drawn_words;
            for (std::size_t i = told.first; i < told.last; ++i) {
                ++shown[i];
                drawn_words += std::get<frame::TextRun>(drawing->frame->items[i].content).text;
            }
            EXPECT_EQ(without_spaces(drawn_words), without_spaces(told.words));
            if (told.kind != Kind::heading) continue;
            EXPECT_LE(told.depth, depth + 1) << told.words;
            depth = told.depth;
        }
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const bool has_words = std::holds_alternative<frame::TextRun>(drawing->frame->items[i].content);
            EXPECT_EQ(shown[i], has_words ? 1 : 0) << i;
        }
    }
}

TEST(Draw, IsToldStageByStageAndCardByCard) {
    using Kind = frame::Told::Kind;
    const Model model = shipped_model();
    const auto drawing = drawn(model, poster({mm(420), mm(297)}));
    ASSERT_TRUE(drawing);
    std::vector<std::string> stages, cards, items;
    const int stage = drawing->told.front().depth;
    for (const frame::Told& told : drawing->told) {
        if (told.kind == Kind::heading) (told.depth == stage ? stages : cards).push_back(told.words);
        if (told.kind == Kind::item) items.push_back(told.words);
    }
    EXPECT_THAT(stages, testing::ElementsAre(model.means_title, model.practice.name, model.ends_title,
                                             model.loop.name));
    EXPECT_EQ(cards.size(), model.means.size() + model.stakeholders.size() + 1);
    for (const auto& s : model.stakeholders)
        for (const std::string& outcome : s.outcomes) EXPECT_THAT(items, testing::Contains(outcome));
}

TEST(Draw, ThePictureKeepsItsTextsWhole) {
    const Model model = shipped_model();
    const auto drawing = drawn(model, poster({mm(210), mm(297)}));  // lines break often there
    ASSERT_TRUE(drawing && drawing->picture);
    const diagram::Picture& picture = *drawing->picture;
    ASSERT_EQ(picture.texts.size(), picture.plan.texts.size());
    ASSERT_EQ(picture.paints.size(), picture.plan.cards.size());
    std::set<std::string> whole;
    std::string joined;
    for (const diagram::PictureText& text : picture.texts) {
        whole.insert(text.words);
        joined += without_spaces(text.words);
    }
    for (const auto& s : model.stakeholders)
        for (const std::string& one : s.outcomes) EXPECT_TRUE(whole.contains(one)) << one;
    EXPECT_EQ(joined, words(*drawing));
}

TEST(Draw, TypeIsNeverSmallerThanPromised) {
    const Model model = shipped_model();
    EXPECT_GE(diagram::smallest_type(Variant::poster, {mm(420), mm(297)}), pt(10));
    EXPECT_EQ(diagram::smallest_type(Variant::poster, {mm(210), mm(297)}), pt(7));
    for (const auto& [variant, size] : {std::pair{Variant::poster, Size{mm(420), mm(297)}},
                                        {Variant::poster, {mm(210), mm(297)}},
                                        {Variant::slide, {pt(960), pt(540)}},
                                        {Variant::compact, {mm(170), mm(100)}}}) {
        Options options = poster(size);
        options.variant = variant;
        const auto picture = drawn(model, options);
        ASSERT_TRUE(picture);
        for (const frame::TextRun* run : runs(*picture)) {
            EXPECT_GE(run->size, diagram::smallest_type(variant, size));
            EXPECT_GE(run->size, picture->smallest_type);
        }
    }
}

TEST(Draw, HighlightedPictureLeavesNoTextTooFaint) {
    Options options = a3;
    options.highlight = "commissioners";
    options.flag = "You";
    const auto picture = drawn(shipped_model(), options);
    ASSERT_TRUE(picture);
    const Palette palette;
    for (const frame::TextRun* run : runs(*picture)) {
        if (run->color == palette.white) continue;  // on the primary colour or the accent
        for (const Color ground : {palette.ground, palette.white, palette.tint})
            EXPECT_GE(contrast_ratio(run->color, ground), 4.5) << run->text;
    }
    EXPECT_GE(contrast_ratio(palette.white, palette.primary), 4.5);
    EXPECT_GE(contrast_ratio(palette.white, palette.you), 4.5);
}

TEST(Draw, APaleQuietColourIsDarkenedUntilItCanBeRead) {
    Options options = a3;
    options.highlight = "family";
    options.palette.quiet = {0xCC, 0xCC, 0xCC};
    const auto picture = drawn(shipped_model(), options);
    ASSERT_TRUE(picture);
    for (const frame::TextRun* run : runs(*picture)) EXPECT_NE(run->color, options.palette.quiet);
}

TEST(Draw, HighlightIsSaidByMoreThanColour) {
    Model model = shipped_model();
    model.means[0].items[0].linked = true;
    Options options = a3;
    options.highlight = "commissioners";
    options.flag = "This is you";
    const auto picture = drawn(model, options);
    ASSERT_TRUE(picture);
    EXPECT_THAT(words(*picture), HasSubstr("Thisisyou"));
    bool bold = false;
    for (const frame::TextRun* r : runs(*picture))
        if (r->text.starts_with("ongoing training")) bold = shipped_fonts().weight(r->font) >= 600;
    EXPECT_TRUE(bold);
    EXPECT_THAT(picture->alt, HasSubstr("This is you: Commissioners"));
    EXPECT_THAT(picture->description, HasSubstr(model.means[0].items[0].name));
}

TEST(Draw, ACompactHighlightNamesAllItsOutcomesAndOnlyLinkedMeans) {
    Model model = shipped_model();
    model.means[0].items[0].linked = true;
    Options options = poster({mm(170), mm(100)});
    options.variant = Variant::compact;
    options.highlight = "commissioners";
    const auto picture = drawn(model, options);
    ASSERT_TRUE(picture);
    const std::string said = words(*picture);
    for (const auto& s : model.stakeholders) {
        const bool named = s.central || s.id == "commissioners";
        EXPECT_EQ(said.find(without_spaces(s.name)) != std::string::npos, named) << s.name;
        if (s.id != "commissioners") continue;
        for (const std::string& outcome : s.outcomes) EXPECT_THAT(said, HasSubstr(without_spaces(outcome)));
    }
    EXPECT_THAT(said, HasSubstr(without_spaces(model.means[0].items[0].name)));
    EXPECT_THAT(said, Not(HasSubstr(without_spaces(model.means[0].items[2].name))));
    EXPECT_THAT(said, Not(HasSubstr("+")));  // what is left out stands in the description
    for (const std::string& item : items(model)) EXPECT_THAT(picture->description, HasSubstr(item));
}

TEST(Draw, OneStrandShowsOnlyWhatBelongsToIt) {
    const auto children = drawn(shipped_model("children"), a3);
    ASSERT_TRUE(children);
    EXPECT_THAT(words(*children), HasSubstr("OFSTED"));
    EXPECT_THAT(words(*children), Not(HasSubstr("CQC")));
    EXPECT_THAT(children->description, Not(HasSubstr("CQC")));
}

TEST(Draw, AsksLinkTheirMeans) {
    model::Ask ask;
    ask.means.push_back({"teamwork", {}, {}});
    const Model model = diagram::from_approach(shipped_approach(), "", {ask});
    int linked = 0;
    for (const auto& group : model.means)
        for (const auto& item : group.items) linked += item.linked ? 1 : 0;
    EXPECT_EQ(linked, 1);
}

TEST(Draw, APlainReaderIsSpokenToInTheirOwnWords) {
    model::Audience reader;
    reader.id.text = "family";
    reader.outcomes.push_back({{"fun", {}, {}}, {"Having a laugh", {}, {}}, {}, {}});
    reader.outcomes.push_back({{"reassurance", {}, {}}, {"Peace for {{term.relative}}", {}, {}}, {}, {}});
    const Model plain = diagram::from_approach(shipped_approach(), "", {}, false, &reader);
    const Model other = shipped_model();
    const auto family = [](const Model& model) {
        return *std::ranges::find(model.stakeholders, "family", &Model::Stakeholder::id);
    };
    EXPECT_THAT(family(plain).outcomes, testing::Contains("Having a laugh"));
    EXPECT_THAT(family(plain).outcomes, testing::Contains("Reassurance"));
    EXPECT_THAT(family(other).outcomes, testing::Contains("FUN!"));
    for (const auto& group : plain.means)
        for (const auto& item : group.items) EXPECT_EQ(item.name.find("II "), std::string::npos) << item.name;
}

TEST(Draw, TwoRunsGiveTheSameFrame) {
    const Model model = shipped_model();
    const auto first = drawn(model, a3), second = drawn(model, a3);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(frame::dump(*first->frame), frame::dump(*second->frame));
}

TEST(Draw, AFigureOwnsEveryLeaf) {
    const auto picture = drawn(shipped_model(), a3);
    ASSERT_TRUE(picture);
    EXPECT_FALSE(picture->frame->keeps_owners);
    EXPECT_EQ(picture->frame->size, a3.size);
}

TEST(Draw, RightToLeftBeginsAtTheRight) {
    Model model = made_up({6, 4, 2, 4, 5, 2}, Words::arabic, 3);
    model.means_title = "الوسائل";
    model.ends_title = "النتائج";
    const auto picture = drawn(model, a3);
    ASSERT_TRUE(picture);
    const auto x_of = [&](const std::string& text) {
        for (const frame::TextRun* run : runs(*picture))
            if (run->text.find(text) != std::string::npos && run->size > pt(15)) return run->origin.x.pt();
        return -1.0;
    };
    EXPECT_GT(x_of(model.means_title), x_of(model.ends_title));
}

TEST(Draw, WhatCannotFitSaysWhatToDo) {
    const Model model = made_up({20, 15, 6, 15, 15, 5}, Words::german, 1);
    Diagnostics diagnostics;
    EXPECT_FALSE(diagram::draw(model, poster({mm(210), mm(148)}), shipped_shaper(), diagnostics));
    ASSERT_EQ(diagnostics.errors(), 1u);
    const Diagnostic& error = diagnostics.items().front();
    EXPECT_EQ(error.code, "diagram-does-not-fit");
    EXPECT_THAT(error.hint, HasSubstr("larger paper"));
    EXPECT_FALSE(error.notes.empty());
}

TEST(Draw, AnUnknownHighlightIsRefusedWithASuggestion) {
    Options options = a3;
    options.highlight = "comissioners";
    Diagnostics diagnostics;
    EXPECT_FALSE(diagram::draw(shipped_model(), options, shipped_shaper(), diagnostics));
    ASSERT_EQ(diagnostics.errors(), 1u);
    EXPECT_THAT(diagnostics.items().front().hint, HasSubstr("commissioners"));
}

TEST(Draw, EmptyAndOddModelsAreRefusedOrDrawnNeverCrash) {
    Diagnostics diagnostics;
    EXPECT_FALSE(diagram::draw({}, a3, shipped_shaper(), diagnostics));
    EXPECT_EQ(diagnostics.errors(), 1u);

    Model bare;
    bare.stakeholders.push_back({"one", "", false, {}});
    EXPECT_TRUE(drawn(bare, a3));
    bare.stakeholders[0].outcomes = {"", "\n", "a\tb"};
    EXPECT_TRUE(drawn(bare, a3));
    Diagnostics small;
    EXPECT_FALSE(diagram::draw(shipped_model(), poster({pt(30), pt(30)}), shipped_shaper(), small));
    EXPECT_FALSE(diagram::draw(shipped_model(), poster({pt(0), pt(0)}), shipped_shaper(), small));
}

}  // namespace
}  // namespace sayso::test

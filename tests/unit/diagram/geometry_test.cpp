// Properties of the placed picture, over hundreds of made-up models; what fails is shrunk, and what once
// failed is kept.
#include "geometry.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "diagram/search.h"
#include "fonts.h"
#include "models.h"

namespace sayso::test {
namespace {

using diagram::Model;
using diagram::Options;
using diagram::Variant;

Options options_for(std::uint64_t seed, const Model& model) {
    struct Form {
        Variant variant;
        Size size;
    };
    const Form forms[] = {{Variant::poster, {mm(420), mm(297)}}, {Variant::poster, {mm(297), mm(420)}},
                          {Variant::poster, {mm(297), mm(210)}}, {Variant::poster, {mm(210), mm(297)}},
                          {Variant::slide, {pt(960), pt(540)}},  {Variant::compact, {mm(170), mm(100)}}};
    const Form& form = forms[seed % std::size(forms)];
    Options options;
    options.variant = form.variant;
    options.size = form.size;
    options.family = family;
    if (form.variant != Variant::compact) options.title = model.title;
    if (seed % 3 == 1) options.flag = "You";
    if (seed % 2 == 1) options.highlight = model.stakeholders[seed % model.stakeholders.size()].id;
    if (seed % 5 == 0) options.footnote = model.loop.name;
    return options;
}

struct Outcome {
    bool found = false;
    std::vector<std::string> faults;
};

Outcome check(const Model& model, const Options& options) {
    Diagnostics diagnostics;
    diagram::Measures measures(shipped_shaper(), model, options, diagnostics);
    const auto found = diagram::find_best(model, options, measures, diagram::largest_item(options));
    if (!found) return {};
    return {true, faults(found->plan, measures, diagram::smallest_type(options.variant, options.size))};
}

/// Takes away whatever is not needed for the fault.
Model shrunk(Model model, const Options& options) {
    const auto still_fails = [&](const Model& smaller) {
        const bool has_highlight = options.highlight.empty() ||
                                   std::ranges::find(smaller.stakeholders, options.highlight,
                                                     &Model::Stakeholder::id) != smaller.stakeholders.end();
        return !smaller.stakeholders.empty() && has_highlight && !check(smaller, options).faults.empty();
    };
    const auto drop_from = [&](auto list_of) {
        for (std::size_t i = 0; i < list_of(model).size();) {
            Model smaller = model;
            auto& list = list_of(smaller);
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            if (still_fails(smaller))
                model = std::move(smaller);
            else
                ++i;
        }
    };
    drop_from([](Model & m) -> auto& { return m.stakeholders; });
    drop_from([](Model & m) -> auto& { return m.means; });
    drop_from([](Model & m) -> auto& { return m.overall.items; });
    drop_from([](Model & m) -> auto& { return m.practice.qualities; });
    for (std::size_t s = 0; s < model.stakeholders.size(); ++s)
        drop_from([s](Model & m) -> auto& { return m.stakeholders[s].outcomes; });
    for (std::size_t g = 0; g < model.means.size(); ++g)
        drop_from([g](Model & m) -> auto& { return m.means[g].items; });
    return model;
}

std::string report(const Model& model, const Options& options) {
    const Model small = shrunk(model, options);
    std::string out = "shrunk to " + summary(small) + "\n";
    for (const std::string& fault : check(small, options).faults) out += "  " + fault + "\n";
    return out;
}

TEST(Geometry, HoldsForHundredsOfMadeUpModels) {
    int drawn = 0, too_much = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Model model = random_model(seed);
        const Options options = options_for(seed, model);
        const Outcome outcome = check(model, options);
        ++(outcome.found ? drawn : too_much);
        ASSERT_TRUE(outcome.faults.empty()) << "seed " << seed << ", " << report(model, options);
    }
    // The generator goes beyond what paper holds, but not so often that the test tests nothing.
    EXPECT_GT(drawn, 200) << too_much << " did not fit";
}

TEST(Geometry, SlidesAndCompactFiguresFitWhateverTheNumbers) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Model model = made_up({20, 15, 6, 15, 15, 4}, Words::english, seed);
        Options options;
        options.variant = Variant::slide;
        options.size = {pt(960), pt(540)};
        options.family = family;
        const Outcome outcome = check(model, options);
        EXPECT_TRUE(outcome.found) << summary(model);
        ASSERT_TRUE(outcome.faults.empty()) << report(model, options);
    }
}

/// As in Welsh and Urdu: one long item of each group is too much for a slide's words of 18 pt, one of all is
/// not.
TEST(Geometry, ASlideShowsFewerMeansRatherThanNone) {
    Model model = made_up({}, Words::english, 1);
    for (auto& group : model.means)
        group.items = {{group.name + " and well informed managers, governors, trustees", true}};
    model.practice.name = "Good time together";
    model.stakeholders.front().outcomes = {"Hope", "Connection"};
    Options options;
    options.variant = Variant::slide;
    options.size = {pt(856), pt(369)};
    options.family = family;
    options.highlight = model.stakeholders.front().id;
    const Outcome outcome = check(model, options);
    EXPECT_TRUE(outcome.found) << summary(model);
    EXPECT_TRUE(outcome.faults.empty()) << report(model, options);
}

TEST(Geometry, TheCheckerSeesFaults) {
    const Model model = made_up({}, Words::english, 1);
    Options options;
    options.size = {mm(420), mm(297)};
    options.family = family;
    Diagnostics diagnostics;
    diagram::Measures measures(shipped_shaper(), model, options, diagnostics);
    auto found = diagram::find_best(model, options, measures, diagram::largest_item(options));
    ASSERT_TRUE(found);
    ASSERT_TRUE(faults(found->plan, measures, pt(10)).empty());
    diagram::Plan broken = found->plan;
    broken.cards[1].box.x -= pt(400);
    EXPECT_FALSE(faults(broken, measures, pt(10)).empty());
    broken = found->plan;
    broken.texts.back().box.width = pt(1);
    EXPECT_FALSE(faults(broken, measures, pt(10)).empty());
    broken = found->plan;
    broken.loop.around.y += pt(60);
    broken.loop.around.x += pt(60);
    EXPECT_FALSE(faults(broken, measures, pt(10)).empty());
    EXPECT_FALSE(faults(found->plan, measures, pt(40)).empty());
}

// Small cases that once broke a property.
TEST(Geometry, KeptCases) {
    struct Kept {
        Amount amount;
        Words words;
        Variant variant;
        Size size;
        const char* highlight;
    };
    const Kept kept[] = {
        {{3, 1, 1, 1, 0, 1}, Words::english, Variant::poster, {mm(297), mm(210)}, ""},
        {{3, 1, 1, 1, 0, 1}, Words::arabic, Variant::slide, {pt(960), pt(540)}, "s1"},
        {{20, 1, 6, 1, 0, 1}, Words::english, Variant::compact, {mm(170), mm(100)}, "s7"},
        {{4, 15, 1, 1, 15, 2}, Words::german, Variant::poster, {mm(420), mm(297)}, "s0"},
        {{20, 2, 1, 15, 1, 1}, Words::english, Variant::poster, {mm(297), mm(420)}, "s19"},
    };
    for (const Kept& k : kept) {
        const Model model = made_up(k.amount, k.words, 7);
        Options options;
        options.variant = k.variant;
        options.size = k.size;
        options.highlight = k.highlight;
        options.family = family;
        const Outcome outcome = check(model, options);
        EXPECT_TRUE(outcome.found) << summary(model);
        EXPECT_TRUE(outcome.faults.empty()) << report(model, options);
    }
}

}  // namespace
}  // namespace sayso::test

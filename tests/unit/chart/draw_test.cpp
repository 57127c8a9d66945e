// The picture of a chart: values stand where their scale says, words stand clear of one another, and what is
// hidden has no place.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart/axis.h"
#include "chart/room.h"
#include "chart/spread.h"
#include "chart/time_plot.h"
#include "chart/values.h"
#include "samples.h"

namespace sayso::test {
namespace {

using namespace chart;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::optional<Drawn> drawn(const Chart& chart, const Options& options) {
    Diagnostics diagnostics;
    auto out = draw(chart, options, shipped_shaper(), diagnostics);
    for (const Diagnostic& d : diagnostics.items()) ADD_FAILURE() << d.message << " (" << d.hint << ")";
    return out;
}

struct Words {
    const frame::TextRun* run;
    Rect box;  // from the capitals' height to a little under the line, without white space at either end
};

Words ink_of(const frame::TextRun& run) {
    const auto blank = [&](const frame::Glyph& glyph) { return run.text[glyph.cluster] == ' '; };
    const auto width = [&](const auto& glyphs) {
        double em = 0;
        for (const frame::Glyph& glyph : glyphs) em += static_cast<double>(glyph.advance);
        return run.size * (em / 1000);
    };
    const auto& glyphs = run.glyphs;
    const auto first = std::ranges::find_if_not(glyphs, blank);
    const auto last = std::find_if_not(glyphs.rbegin(), std::make_reverse_iterator(first), blank).base();
    return {&run,
            {run.origin.x + width(std::ranges::subrange(glyphs.begin(), first)),
             run.origin.y - run.size * 0.7, width(std::ranges::subrange(first, last)), run.size * 0.85}};
}

std::vector<Words> words_of(const Drawn& drawn) {
    std::vector<Words> out;
    for (const frame::Item& item : drawn.frame->items) {
        const auto* run = std::get_if<frame::TextRun>(&item.content);
        if (!run || run->glyphs.empty()) continue;
        if (const Words words = ink_of(*run); words.box.width > Length{}) out.push_back(words);
    }
    return out;
}

void expect_clear(const Drawn& drawn, const Options& options, const std::string& what) {
    const Rect page{{}, {}, drawn.frame->size.width, drawn.frame->size.height};
    const std::vector<Words> all = words_of(drawn);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_TRUE(page.contains(all[i].box, pt(1)))
            << what << ": \"" << all[i].run->text << "\" leaves the frame";
        EXPECT_GE(all[i].run->size, options.type) << what;
        for (std::size_t k = i + 1; k < all.size(); ++k)
            EXPECT_FALSE(all[i].box.overlaps(all[k].box, pt(0.5)))
                << what << ": \"" << all[i].run->text << "\" touches \"" << all[k].run->text << "\"";
    }
    for (const frame::Item& item : drawn.frame->items)
        if (const auto* shape = std::get_if<frame::Shape>(&item.content)) {
            EXPECT_TRUE(page.contains(frame::bounds(shape->path), pt(2)))
                << what << ": a shape leaves the frame";
        }
}

TEST(Draw, EverySampleFitsEveryPlaceAndItsWordsStandClear) {
    for (const auto& [name, chart] : all_samples())
        for (const Place& place : places()) {
            const auto picture = drawn(chart, options_for(place));
            ASSERT_TRUE(picture) << name << " in a " << place.name;
            expect_clear(*picture, options_for(place), name + " in a " + place.name);
        }
}

TEST(Draw, RandomChartsAreDrawnClearOrRefusedWithAReason) {
    std::size_t made = 0;
    for (unsigned seed = 0; seed < 240; ++seed) {
        const Chart chart = random_chart(seed);
        const Options options = options_for(places()[seed / 6 % 4]);
        Diagnostics diagnostics;
        const auto picture = draw(chart, options, shipped_shaper(), diagnostics);
        EXPECT_EQ(picture.has_value(), !diagnostics.has_errors()) << seed;
        if (!picture) {
            EXPECT_EQ(diagnostics.items()[0].code, "chart-does-not-fit") << seed;
            continue;
        }
        ++made;
        expect_clear(*picture, options, "seed " + std::to_string(seed));
    }
    EXPECT_GT(made, 200u);
}

/// The value that a place on a level scale stands for, by two marks of known value.
double read_back(double place, double place_a, double a, double place_b, double b) {
    return a + (place - place_a) * (b - a) / (place_b - place_a);
}

TEST(Draw, LinesStandWhereTheirValuesSay) {
    for (const Place& place : places()) {
        const Chart chart = line_chart();
        const auto picture = drawn(chart, options_for(place));
        ASSERT_TRUE(picture);
        const std::vector<Value> told = values_of(chart);
        ASSERT_EQ(picture->marks.size(), told.size());
        const Mark& low = picture->marks[11];  // 29
        const Mark& high = picture->marks[1];  // 51
        EXPECT_GT(low.place.y, high.place.y);
        for (const Mark& mark : picture->marks)
            EXPECT_NEAR(read_back(mark.place.y.pt(), low.place.y.pt(), 29, high.place.y.pt(), 51),
                        *number_in(told[mark.index]), 1e-6);
        for (std::size_t i = 2; i < told.size(); ++i)
            EXPECT_NEAR((picture->marks[i].place.x - picture->marks[i - 1].place.x).pt(),
                        (picture->marks[1].place.x - picture->marks[0].place.x).pt(), 1e-6);
    }
}

TEST(Draw, BarsStartAtNothing) {
    Chart chart = bar_chart();
    const auto picture = drawn(chart, options_for(places()[2]));
    ASSERT_TRUE(picture);
    ASSERT_EQ(picture->marks.size(), 3u);
    const double zero = read_back(0, 48, picture->marks[0].place.x.pt(), 29, picture->marks[2].place.x.pt());
    EXPECT_NEAR(read_back(36, 0, zero, 48, picture->marks[0].place.x.pt()), picture->marks[1].place.x.pt(),
                1e-6);
    bool starts = false;
    for (const frame::Item& item : picture->frame->items)
        if (const auto* shape = std::get_if<frame::Shape>(&item.content))
            starts = starts || (shape->fill && std::abs(frame::bounds(shape->path).x.pt() - zero) < 1e-6);
    EXPECT_TRUE(starts);
}

/// All that a reader can see or read of a chart.
std::string everything(const Drawn& drawn) {
    return frame::dump(*drawn.frame) + drawn.alt + drawn.description;
}

TEST(Draw, AHiddenValueHasNoMarkAndIsSaidAsSuch) {
    for (auto [name, chart] : all_samples()) {
        if (!has<Hidden>(chart)) continue;
        for (const Place& place : places()) {
            const auto picture = drawn(chart, options_for(place));
            ASSERT_TRUE(picture);
            std::size_t told = 0;
            for (const Value& value : values_of(chart)) told += number_in(value) ? 1 : 0;
            EXPECT_EQ(picture->marks.size(), told) << name;
            EXPECT_THAT(picture->description, HasSubstr("fewer than 8")) << name;
        }
    }
}

TEST(Draw, ALineDoesNotRunThroughAHiddenValue) {
    Chart chart = line_chart();
    std::get<Line>(chart.kind).series[0].values[4] = Hidden{};
    const auto picture = drawn(chart, options_for(places()[2]));
    ASSERT_TRUE(picture);
    const Length before = picture->marks[3].place.x, after = picture->marks[4].place.x;
    for (const frame::Item& item : picture->frame->items) {
        const auto* shape = std::get_if<frame::Shape>(&item.content);
        if (!shape || !shape->stroke || shape->path.size() < 4) continue;  // rules have two points
        const Rect box = frame::bounds(shape->path);
        EXPECT_FALSE(box.x < before && box.right() > after);
    }
}

TEST(Draw, RightToLeftMirrorsPlacesButNotWords) {
    for (auto [name, chart] : all_samples()) {
        const auto left = drawn(chart, options_for(places()[2]));
        chart.rtl = true;
        const auto right = drawn(chart, options_for(places()[2]));
        ASSERT_TRUE(left && right);
        ASSERT_EQ(left->marks.size(), right->marks.size());
        for (std::size_t i = 0; i < left->marks.size(); ++i)
            EXPECT_NEAR((left->marks[i].place.x + right->marks[i].place.x).pt(), left->frame->size.width.pt(),
                        1e-6)
                << name;
        expect_clear(*right, options_for(places()[2]), name + " from right to left");
    }
}

TEST(Draw, EveryColourIsSeenOnItsGround) {
    for (const auto& [name, chart] : all_samples()) {
        Options options = options_for(places()[2]);
        options.palette.primary = {0xF2, 0xE0, 0xD0};  // too pale for anything
        options.palette.ink = {0xBB, 0xBB, 0xBB};
        const auto picture = drawn(chart, options);
        ASSERT_TRUE(picture);
        for (const Words& words : words_of(*picture))
            EXPECT_GE(contrast_ratio(words.run->color, options.ground), 4.5)
                << name << ": " << words.run->text;
    }
}

TEST(Draw, AScaleThatDoesNotStartAtNothingSaysSo) {
    Chart chart = line_chart();
    std::get<Line>(chart.kind).series[0].values = values({95, 96, 97, 96, 98, 97, 98, 99, 98, 99, 98, 99});
    chart.number.suffix = "%";
    EXPECT_THAT(notes_of(Speech(chart)), testing::Contains("The scale starts at 95%, not at 0."));
    const Chart plain = line_chart();
    EXPECT_THAT(notes_of(Speech(plain)), ElementsAre("Source: note 3."));
}

TEST(Draw, TooLittleRoomIsAFaultWithAReason) {
    for (const auto& [name, chart] : all_samples()) {
        Options options = options_for(places()[0]);
        options.height = pt(40);
        Diagnostics diagnostics;
        EXPECT_FALSE(draw(chart, options, shipped_shaper(), diagnostics));
        ASSERT_EQ(diagnostics.items().size(), 1u) << name;
        EXPECT_THAT(diagnostics.items()[0].message,
                    HasSubstr("does not fit in a place 227 pt wide and 40 pt high"));
    }
}

TEST(Draw, TwiceTheSameIsTheSame) {
    for (const auto& [name, chart] : all_samples())
        EXPECT_EQ(everything(*drawn(chart, options_for(places()[0]))),
                  everything(*drawn(chart, options_for(places()[0]))));
}

/// Compares with tests/unit/chart/golden/NAME.txt; SAYSO_UPDATE_GOLDENS=1 writes it instead.
void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = SAYSO_SOURCE_DIR "/tests/unit/chart/golden/" + name + ".txt";
    if (std::getenv("SAYSO_UPDATE_GOLDENS")) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::stringstream expected;
    expected << file.rdbuf();
    EXPECT_EQ(expected.str(), text) << "SAYSO_UPDATE_GOLDENS=1 rewrites " << path;
}

TEST(Draw, GoldenFrames) {
    for (const auto& [name, chart] : all_samples()) {
        const auto picture = drawn(chart, options_for(places()[0]));
        ASSERT_TRUE(picture);
        expect_golden(name, frame::dump(*picture->frame));
    }
}

TEST(Axis, HasRoundStepsAndHoldsItsValues) {
    for (const std::vector<double>& values : std::vector<std::vector<double>>{
             {0, 51}, {3, 8}, {-4, 12}, {0, 0}, {0.2, 0.31}, {1e6, 4e6}, {-9, -3}}) {
        const Axis axis = axis_for(values, Zero::when_near, 4, 2);
        const std::vector<double> ticks = axis.ticks();
        EXPECT_LE(ticks.size(), 5u);
        EXPECT_GE(ticks.size(), 2u);
        for (const double value : values) {
            EXPECT_GE(value, axis.low - 1e-9);
            EXPECT_LE(value, axis.high + 1e-9);
        }
        EXPECT_NEAR(ticks.front(), axis.low, 1e-9);
        EXPECT_NEAR(ticks.back(), axis.high, 1e-9);
    }
    EXPECT_THAT(axis_for({46, 29, 51}, Zero::when_near, 4, 0).ticks(), ElementsAre(0, 20, 40, 60));
    EXPECT_THAT(axis_for({95, 99}, Zero::when_near, 4, 0).ticks(), ElementsAre(95, 96, 97, 98, 99));
    EXPECT_EQ(axis_for({95, 99}, Zero::always, 4, 0).low, 0);
    EXPECT_EQ(axis_for({0, 1}, Zero::always, 4, 0).step, 1) << "a count has no halves";
}

TEST(Spread, MovesLabelsApartAndNoFurther) {
    EXPECT_THAT(spread({{pt(10), pt(10)}, {pt(40), pt(10)}}, pt(0), pt(100)), ElementsAre(pt(5), pt(35)));
    EXPECT_THAT(spread({{pt(50), pt(10)}, {pt(50), pt(10)}}, pt(0), pt(100)), ElementsAre(pt(40), pt(50)));
    EXPECT_THAT(spread({{pt(99), pt(10)}, {pt(2), pt(10)}}, pt(0), pt(100)), ElementsAre(pt(90), pt(0)));
    EXPECT_THAT(spread({{pt(99), pt(10)}, {pt(98), pt(10)}, {pt(80), pt(10)}}, pt(0), pt(100)),
                ElementsAre(pt(90), pt(80), pt(70)));
}

TEST(ShownPeriods, AlwaysHoldTheLastAndNeverTouch) {
    std::vector<Rect> boxes;
    for (int i = 0; i < 12; ++i) boxes.push_back({pt(i * 20), pt(0), pt(30), pt(10)});
    EXPECT_THAT(shown_periods(boxes, pt(5)), ElementsAre(1, 3, 5, 7, 9, 11));
    boxes[11].x = pt(215);
    EXPECT_THAT(shown_periods({boxes[0]}, pt(5)), ElementsAre(0));
}

}  // namespace
}  // namespace sayso::test

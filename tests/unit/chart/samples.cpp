#include "samples.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace sayso::test {

using namespace chart;

const text::FontLibrary& shipped_fonts() {
    static const text::FontLibrary fonts = [] {
        static const DiskEnv env;  // the library reads files when they are first used
        Diagnostics diagnostics;
        auto loaded = text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, diagnostics);
        if (!loaded) {
            std::fputs("the shipped fonts cannot be read\n", stderr);
            std::abort();
        }
        return std::move(*loaded);
    }();
    return fonts;
}

text::Shaper& shipped_shaper() {
    static text::Shaper shaper(shipped_fonts());
    return shaper;
}

const std::vector<Place>& places() {
    static const std::vector<Place> all{{"column", mm(80), pt(11.5), {}},
                                        {"panel", mm(85), pt(12), {}},
                                        {"briefing", mm(170), pt(11.5), {}},
                                        {"slide", pt(860), pt(18), pt(430)}};
    return all;
}

Options options_for(const Place& place) {
    Options options;
    options.width = place.width;
    options.height = place.height;
    options.type = place.type;
    options.family = "AtkinsonHyperlegibleNext";
    options.title = !place.height;  // a slide has its title in its own place
    return options;
}

std::vector<std::string> quarters(std::size_t count) {
    static const char* const names[] = {"Jan\u2013Mar", "Apr\u2013Jun", "Jul\u2013Sep", "Oct\u2013Dec"};
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(std::string(names[i % 4]) + " " + std::to_string(2023 + i / 4));
    return out;
}

std::vector<Value> values(const std::vector<double>& numbers) {
    return {numbers.begin(), numbers.end()};
}

Chart line_chart() {
    Line line{quarters(12),
              {{"", values({46, 51, 48, 44, 49, 47, 41, 36, 33, 35, 30, 29})}},
              Start{5, "We began"},
              {}};
    Chart chart;
    chart.title = "Times of distress fell by a third once we began";
    chart.subtitle = "Times of distress written down each quarter, all four homes";
    chart.kind = line;
    chart.note = "Source: note 3.";
    return chart;
}

Chart three_lines() {
    Line line{quarters(12),
              {{"Oak House", values({14, 15, 13, 12, 14, 13, 11, 10, 9, 9, 8, 8})},
               {"Elm Lodge", values({20, 22, 21, 19, 22, 21, 18, 16, 15, 16, 14, 13})},
               {"Rowan Cottage", values({12, 14, 14, 13, 13, 13, 12, 10, 9, 10, 8, 8})}},
              Start{5, "We began"},
              9.0};
    line.series[0].values[9] = Hidden{};
    line.series[0].values[10] = Hidden{};
    line.series[2].values[3] = Missing{};
    Chart chart;
    chart.title = "Distress fell in all three homes";
    chart.subtitle = "Times of distress each quarter, by home";
    chart.kind = line;
    return chart;
}

Chart spc_chart() {
    Spc spc;
    spc.periods = quarters(24);
    spc.series = {"", values({46, 51, 48, 44, 49, 52, 45, 47, 50, 43, 48, 46,
                              41, 36, 33, 35, 30, 34, 29, 31, 28, 30, 26, 29})};
    spc.start = Start{12, "We began"};
    spc.target = 30;
    spc.better = Better::lower;
    spc.least = 0;
    Chart chart;
    chart.title = "Times of distress went from about 47 a quarter to about 32";
    chart.subtitle = "Times of distress written down each quarter, all four homes";
    chart.kind = spc;
    return chart;
}

Chart spc_signal() {
    Chart chart = spc_chart();
    chart.title = "Distress has been below its mean for more than three years";
    auto& spc = std::get<Spc>(chart.kind);
    spc.start.reset();
    spc.target = 60;
    return chart;
}

Chart bar_chart() {
    Bars bars{{{"Oak House", 48.0, false},
               {"Elm Lodge", 36.0, true},
               {"Rowan Cottage and the garden flat", 29.0, false},
               {"The school", Hidden{}, false},
               {"Willow View", Missing{}, false}},
              40.0};
    Chart chart;
    chart.title = "Every home gives at least a quarter of an hour a day";
    chart.subtitle = "Minutes of Intensive Interaction a person a day, March 2026";
    chart.kind = bars;
    return chart;
}

Chart before_after_chart() {
    BeforeAfter both{"spring 2024",
                     "spring 2026",
                     {{"Times of distress", 48.0, 29.0},
                      {"Days off sick, staff", 61.0, 44.0},
                      {"Injuries", 12.0, Hidden{}}}};
    Chart chart;
    chart.title = "Calmer homes, steadier teams";
    chart.subtitle = "Each quarter, all four homes";
    chart.kind = both;
    return chart;
}

Chart small_multiples() {
    SmallMultiples all{quarters(12),
                       {{"Oak House", values({14, 15, 13, 12, 14, 13, 11, 10, 9, 9, 8, 8})},
                        {"Elm Lodge", values({20, 22, 21, 19, 22, 21, 18, 16, 15, 16, 14, 13})},
                        {"Rowan Cottage", values({12, 14, 14, 13, 13, 13, 12, 10, 9, 10, 8, 8})},
                        {"Willow View", values({9, 10, 9, 11, 10, 9, 9, 8, 9, 8, 9, 8})},
                        {"The school", values({30, 28, 31, 29, 27, 30, 24, 22, 21, 20, 18, 17})}},
                       Start{5, "We began"},
                       std::nullopt};
    all.sites[3].values[7] = Hidden{};
    all.sites[3].values[11] = Hidden{};
    Chart chart;
    chart.title = "Distress fell in four of our five places";
    chart.subtitle = "Times of distress each quarter";
    chart.kind = all;
    return chart;
}

Chart pictogram() {
    Chart chart;
    chart.title = "Most families say that their relative is calmer";
    chart.subtitle = "Families who answered in March 2026";
    chart.kind = Pictogram{"families say \u201ccalmer than a year ago\u201d", 17.0, 24};
    return chart;
}

std::vector<std::pair<std::string, Chart>> all_samples() {
    return {{"line", line_chart()},
            {"three-lines", three_lines()},
            {"spc", spc_chart()},
            {"spc-signal", spc_signal()},
            {"bars", bar_chart()},
            {"before-after", before_after_chart()},
            {"multiples", small_multiples()},
            {"pictogram", pictogram()}};
}

namespace {

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t upto(std::size_t n) { return engine_() % (n + 1); }  // inclusive
    bool one_in(std::size_t n) { return upto(n - 1) == 0; }
    std::string word() {
        static const char* const words[] = {"Oak",   "House", "the",    "school", "Llanfair",  "a",
                                            "quiet", "room",  "people", "of",     "Birmingham"};
        return words[upto(10)];
    }
    std::string words(std::size_t least, std::size_t most) {
        std::string out = word();
        for (std::size_t i = least + upto(most - least); i > 1; --i) out += " " + word();
        return out;
    }
    Value value(double scale) {
        if (one_in(9)) return Hidden{};
        if (one_in(12)) return Missing{};
        return scale * static_cast<double>(upto(1000)) / 1000 - (scale > 1e4 ? scale / 3 : 0);
    }
    std::vector<Value> values(std::size_t count) {
        static constexpr double scales[] = {1, 20, 100, 3000, 2e6};
        const double scale = scales[upto(4)];
        std::vector<Value> out{scale / 2};
        while (out.size() < count) out.push_back(value(scale));
        return out;
    }

  private:
    std::mt19937 engine_;
};

std::optional<Start> start_in(Dice& dice, std::size_t periods) {
    if (dice.one_in(3)) return std::nullopt;
    return Start{dice.upto(periods - 1), dice.words(1, 6)};
}

}  // namespace

Chart random_chart(unsigned seed) {
    Dice dice(seed);
    Chart chart;
    chart.title = dice.words(2, 14);
    chart.subtitle = dice.one_in(4) ? "" : dice.words(1, 12);
    chart.number.decimals = static_cast<int>(dice.upto(2));
    if (dice.one_in(4)) chart.number.suffix = "%";
    if (dice.one_in(4)) chart.number.prefix = "\u00a3";
    chart.rtl = dice.one_in(3);
    if (chart.rtl) chart.lang = "ur";
    const std::size_t periods = 1 + dice.upto(39);
    const std::optional<double> target =
        dice.one_in(2) ? std::optional(static_cast<double>(dice.upto(60))) : std::nullopt;
    switch (seed % 6) {
        case 0: {
            Line line{quarters(periods), {}, start_in(dice, periods), target};
            for (std::size_t i = dice.upto(3) + 1; i > 0; --i)
                line.series.push_back({dice.words(1, 4), dice.values(periods)});
            chart.kind = line;
            break;
        }
        case 1: {
            Spc spc;
            spc.periods = quarters(periods);
            spc.series = {"", dice.values(periods)};
            spc.start = start_in(dice, periods);
            spc.target = target;
            spc.better = static_cast<Better>(dice.upto(2));
            spc.screened = dice.one_in(2);
            chart.kind = spc;
            break;
        }
        case 2: {
            Bars bars{{}, target};
            const std::vector<Value> numbers = dice.values(1 + dice.upto(11));
            for (const Value& value : numbers) bars.bars.push_back({dice.words(1, 6), value, dice.one_in(5)});
            chart.kind = bars;
            break;
        }
        case 3: {
            BeforeAfter both{dice.words(1, 3), dice.words(1, 3), {}};
            const std::vector<Value> numbers = dice.values(2 + 2 * dice.upto(4));
            for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
                both.changes.push_back({dice.words(1, 5), numbers[i], numbers[i + 1]});
            chart.kind = both;
            break;
        }
        case 4: {
            SmallMultiples all{quarters(periods), {}, start_in(dice, periods), target};
            for (std::size_t i = dice.upto(11) + 1; i > 0; --i)
                all.sites.push_back({dice.words(1, 5), dice.values(periods)});
            chart.kind = all;
            break;
        }
        default: {
            const int total = 1 + static_cast<int>(dice.upto(2000));
            Value count = static_cast<double>(dice.upto(static_cast<std::size_t>(total)));
            if (dice.one_in(5)) count = Hidden{};
            chart.kind =
                Pictogram{dice.words(1, 9), count, dice.one_in(3) ? std::nullopt : std::optional(total)};
        }
    }
    return chart;
}

}  // namespace sayso::test

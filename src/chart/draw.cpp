#include "chart/draw.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/overload.h"
#include "chart/room.h"
#include "chart/say.h"
#include "chart/spc.h"
#include "chart/values.h"

namespace sayso::chart {
namespace {

constexpr double narrowest_ems = 12;  // of the type: three words side by side

Length draw_heading(const Chart& chart, const Options& options, Sketch& sketch) {
    Length y;
    if (options.title) {
        const Block title =
            sketch.set(chart.title, {600, 1.2, sketch.readable(options.palette.primary)}, options.width);
        sketch.place(title, {});
        y = title.height();
    }
    if (!chart.subtitle.empty()) {
        const Block subtitle = sketch.set(chart.subtitle, {400, 1, sketch.quiet()}, options.width);
        sketch.place(subtitle, {{}, y});
        y += subtitle.height();
    }
    return y > Length{} ? y + sketch.leading() * 0.6 : y;
}

Length draw_kind(const Speech& speech, Sketch& sketch, const Room& room) {
    return std::visit(
        Overload{
            [&](const Line& kind) { return draw_line(speech, kind, sketch, room); },
            [&](const Spc& kind) { return draw_spc(speech, kind, sketch, room); },
            [&](const Bars& kind) { return draw_bars(speech, kind, sketch, room); },
            [&](const BeforeAfter& kind) { return draw_before_after(speech, kind, sketch, room); },
            [&](const SmallMultiples& kind) { return draw_multiples(speech, kind, sketch, room); },
            [&](const Pictogram& kind) { return draw_pictogram(speech, kind, sketch, room); },
        },
        speech.chart.kind);
}

void report_no_room(const Chart& chart, const Options& options, Diagnostics& diagnostics) {
    std::string place = fmt::format("{:.0f} pt wide", options.width.pt());
    if (options.height) place += fmt::format(" and {:.0f} pt high", options.height->pt());
    diagnostics.error("chart-does-not-fit", chart.source,
                      fmt::format("the chart \"{}\" does not fit in a place {} with type of {:.4g} pt",
                                  chart.title, place, options.type.pt()),
                      "give it more room, or fewer periods, bars or words");
}

bool marks_gaps(const Chart& chart) {
    return std::holds_alternative<Line>(chart.kind) || std::holds_alternative<Spc>(chart.kind) ||
           std::holds_alternative<SmallMultiples>(chart.kind);
}

/// What a mark under the axis means; of several lines, which they are.
template <class T>
std::string gap_note(const Chart& chart, const std::string& mark, const std::string& words) {
    std::string names;
    if (const auto* line = std::get_if<Line>(&chart.kind); line && line->series.size() > 1)
        for (const Series& series : line->series)
            if (std::ranges::any_of(series.values,
                                    [](const Value& v) { return std::holds_alternative<T>(v); }))
                names += (names.empty() ? "" : ", ") + series.label;
    return mark + " " + (names.empty() ? words : names + ": " + words);
}

void add_words(const Chart& chart, Drawn& drawn) {
    drawn.alt = alternative_text(chart);
    drawn.description = description_of(chart);
}

}  // namespace

std::optional<Drawn> draw(const Chart& chart, const Options& options, text::Shaper& shaper,
                          Diagnostics& diagnostics) {
    if (!sound(chart, diagnostics)) return std::nullopt;
    if (options.width < options.type * narrowest_ems) {
        report_no_room(chart, options, diagnostics);
        return std::nullopt;
    }
    const Speech speech(chart);
    Sketch sketch(chart, options, shaper, diagnostics);
    Room room{draw_heading(chart, options, sketch), options.width, options.height};
    std::vector<Block> notes;
    Length notes_height;
    for (const std::string& note : notes_of(speech)) {
        notes.push_back(sketch.set(note, {400, 1, sketch.quiet()}, options.width));
        notes_height += notes.back().height();
    }
    if (!notes.empty()) notes_height += sketch.leading() * 0.4;
    if (room.bottom) *room.bottom -= notes_height;
    Length y = draw_kind(speech, sketch, room);
    if (sketch.overfull() || (room.bottom && y > *room.bottom + pt(0.01))) {
        report_no_room(chart, options, diagnostics);
        return std::nullopt;
    }
    if (room.bottom) y = *room.bottom;
    const Length height = options.height.value_or(y + notes_height);
    y += sketch.leading() * 0.4;
    for (const Block& note : notes) {
        sketch.place(note, {{}, y});
        y += note.height();
    }
    Drawn drawn = sketch.finish({options.width, height});
    add_words(chart, drawn);
    return drawn;
}

std::vector<std::string> notes_of(const Speech& speech) {
    const Chart& chart = speech.chart;
    std::vector<std::string> out;
    const auto scale = [&](const Axis& axis) {
        if (axis.low > 0 || axis.high < 0)
            out.push_back(fill(speech.words.scale_note, {{"low", speech.written(axis.low)}}));
    };
    const auto over_time = [&](const auto& kind) { scale(axis_of(speech, kind)); };
    std::visit(
        Overload{
            [&](const Line& kind) { over_time(kind); },
            [&](const Spc& kind) {
                over_time(kind);
                const std::vector<std::string> said = findings(speech, kind);
                const bool assured = analyse(kind).assurance != Assurance::unknown;
                for (std::size_t i = assured ? 2 : 1; i < said.size(); ++i) out.push_back(said[i] + ".");
            },
            [&](const SmallMultiples& kind) {
                over_time(kind);
                if (kind.start)
                    out.push_back(fill(speech.words.start_note,
                                       {{"start", fill(speech.words.start_mark,
                                                       {{"start", kind.start->label},
                                                        {"when", kind.periods[kind.start->period]}})}}));
                if (kind.target)
                    out.push_back(fill(speech.words.target_note, {{"target", speech.written(*kind.target)}}));
            },
            [&](const Pictogram& kind) {
                const int per = people_per_figure(kind);
                if (per > 1) out.push_back(fill(speech.words.each_figure, {{"count", speech.written(per)}}));
            },
            [](const Bars&) {}, [](const BeforeAfter&) {}},
        chart.kind);
    if (marks_gaps(chart) && has<Hidden>(chart))
        out.push_back(gap_note<Hidden>(chart, hidden_mark, speech.words.hidden));
    if (marks_gaps(chart) && has<Missing>(chart))
        out.push_back(gap_note<Missing>(chart, missing_mark, speech.words.missing));
    if (!chart.note.empty()) out.push_back(chart.note);
    return out;
}

}  // namespace sayso::chart

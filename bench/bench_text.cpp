// How long a paragraph takes to be shaped and broken into lines: the first time, and when its words are
// known.
#include <optional>

#include <benchmark/benchmark.h>

#include "text/paragraph.h"

namespace {

constexpr std::string_view words =
    "People who are at an early stage of communication gain most when the people around them follow their "
    "lead, "
    "join in with what they do, pause, and wait. It takes no equipment and no room of its own. It takes "
    "people who "
    "have been shown how, who have the time, and whose managers know what it is that they are looking at.";

std::optional<sayso::text::FontLibrary> fonts() {
    static const sayso::DiskEnv env;
    sayso::Diagnostics diagnostics;
    return sayso::text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, diagnostics);
}

sayso::text::Paragraph lay_out(sayso::text::Shaper& shaper) {
    sayso::Diagnostics diagnostics;
    sayso::text::Span span;
    span.text = words;
    span.family = "AtkinsonHyperlegibleNext";
    span.size = sayso::pt(12);
    span.lang = "en-GB";
    sayso::text::ParagraphOptions options;
    options.width = sayso::mm(115);
    options.leading = sayso::pt(18);
    return shaper.lay_out({span}, options, diagnostics);
}

void paragraph_with_known_words(benchmark::State& state) {
    const auto library = fonts();
    if (!library) return state.SkipWithError("cannot load the fonts");
    sayso::text::Shaper shaper(*library);
    for (auto _ : state) benchmark::DoNotOptimize(lay_out(shaper));
}
BENCHMARK(paragraph_with_known_words)->Unit(benchmark::kMicrosecond);

void first_paragraph(benchmark::State& state) {
    const auto library = fonts();
    if (!library) return state.SkipWithError("cannot load the fonts");
    for (auto _ : state) {
        sayso::text::Shaper shaper(*library);
        benchmark::DoNotOptimize(lay_out(shaper));
    }
}
BENCHMARK(first_paragraph)->Unit(benchmark::kMicrosecond);

void fonts_from_disk(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(fonts());
}
BENCHMARK(fonts_from_disk)->Unit(benchmark::kMicrosecond);

}  // namespace

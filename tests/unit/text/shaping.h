// The shipped fonts and short ways to lay out a line of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "env/env.h"
#include "text/paragraph.h"

namespace sayso::test {

inline constexpr std::string_view atkinson = "AtkinsonHyperlegibleNext";
inline constexpr double endless = 100'000;

inline text::Span span(std::string_view words, int weight = 400, std::string_view lang = "en-GB") {
    text::Span out;
    out.text = words;
    out.family = atkinson;
    out.weight = weight;
    out.size = pt(10);
    out.lang = lang;
    out.source = {1, 7, 3, static_cast<std::uint32_t>(words.size())};
    return out;
}

inline text::ParagraphOptions column(double width, bool rtl = false) {
    text::ParagraphOptions out;
    out.width = pt(width);
    out.leading = pt(15);
    out.rtl = rtl;
    return out;
}

/// The words of a line as the runs give them, from left to right.
inline std::string words_of(const text::Line& line) {
    std::string out;
    for (const auto& [owner, run] : line.runs) out += run.text;
    return out;
}

inline std::vector<std::string> lines_of(const text::Paragraph& paragraph) {
    std::vector<std::string> out;
    for (const text::Line& line : paragraph.lines) out.push_back(words_of(line));
    return out;
}

class Shaping : public testing::Test {
  protected:
    static text::FontLibrary load(const Env& env) {
        Diagnostics faults;
        auto fonts = text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, faults);
        EXPECT_TRUE(faults.empty());
        return std::move(fonts.value());
    }

    text::Paragraph lay_out(const std::vector<text::Span>& spans, const text::ParagraphOptions& options) {
        return shaper.lay_out(spans, options, diagnostics);
    }
    text::Paragraph lay_out(std::string_view words, const text::ParagraphOptions& options = column(endless)) {
        return lay_out(std::vector{span(words)}, options);
    }
    double width(std::string_view words) { return shaper.measure(span(words)).pt(); }
    std::string family(const frame::TextRun& run) const { return fonts.family(run.font); }

    DiskEnv env;
    text::FontLibrary fonts = load(env);
    text::Shaper shaper{fonts};
    Diagnostics diagnostics;
};

}  // namespace sayso::test

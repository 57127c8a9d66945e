// Print that can be read: sizes (UKAAF), no blocks of capitals.
#include <string_view>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

/// Smaller than `least` is an error, smaller than `aim` a warning.
struct SizeRule {
    std::string_view print;
    Length least, aim;
};

SizeRule size_rule(const Profile& profile) {
    if (profile.large_print) return {"large print", pt(16), pt(18)};
    if (profile.easy_read) return {"easy read", pt(14), pt(16)};
    return {"clear print", pt(12), pt(12)};
}

void check_size(const Subject& subject, const Passage& passage, const SizeRule& rule,
                Diagnostics& diagnostics) {
    const doc::Node& block = subject.document[passage.node];
    const Length size = block.text.size;
    if (size < rule.least) {
        diagnostics.error("type-too-small", block.source,
                          fmt::format("text of {:.3g} pt is too small: {} needs {:.3g} pt or more", size.pt(),
                                      rule.print, rule.least.pt()),
                          fmt::format("give its style a size of {:.3g} or more", rule.aim.pt()));
    } else if (size < rule.aim) {
        diagnostics.warning("type-small", block.source,
                            fmt::format("text of {:.3g} pt is rather small: {} should have {:.3g} pt",
                                        size.pt(), rule.print, rule.aim.pt()),
                            fmt::format("give its style a size of {:.3g} or more", rule.aim.pt()));
    }
}

/// Several words, or one long one, without a small letter.
bool is_block_of_capitals(std::string_view text) {
    constexpr int shortest = 8;  // letters: longer than any abbreviation
    int capitals = 0;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') return false;
        if (c >= 'A' && c <= 'Z') ++capitals;
    }
    return capitals >= shortest;
}

}  // namespace

void type_is_large_enough(const Subject& subject, Diagnostics& diagnostics) {
    const SizeRule rule = size_rule(subject.profile);
    for (const auto* part : {&subject.passages, &subject.running}) {
        for (const Passage& passage : *part) check_size(subject, passage, rule, diagnostics);
    }
}

void no_blocks_of_capitals(const Subject& subject, Diagnostics& diagnostics) {
    for (const auto* part : {&subject.passages, &subject.running}) {
        for (const Passage& passage : *part) {
            if (!is_block_of_capitals(passage.text())) continue;
            const Stretch said{passage.tokens().front().begin, passage.tokens().back().end};
            if (contains(subject.named(passage), said)) continue;
            diagnostics.warning("capitals", passage.written_at(subject.document, 0),
                                fmt::format("all in capitals: \"{}\"", clipped(passage.text())),
                                "write it in small letters; make it bold or larger if it must stand out");
        }
    }
}

}  // namespace sayso::check

// What readers who do not see the page depend on: headings in order, alt text.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

/// A text as words alone, to compare texts by what they say.
std::string said(std::string_view text) {
    std::string out;
    for (const Token& token : tokens(text)) out += token.folded + ' ';
    return out;
}

/// "photo.jpg", "IMG_2041", "DSC0007".
bool is_file_name(std::string_view alt) {
    constexpr std::array<std::string_view, 8> endings{".png", ".jpg",  ".jpeg", ".gif",
                                                      ".svg", ".webp", ".tif",  ".pdf"};
    std::string lower(alt);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const std::string_view ending : endings) {
        if (lower.ends_with(ending)) return true;
    }
    const bool one_word = lower.find(' ') == lower.npos;
    return one_word && (lower.starts_with("img_") || lower.starts_with("dsc"));
}

/// The caption stands right behind its figure (compose), or right before.
bool is_beside_caption(const doc::Document& document, NodeId figure, const std::string& alt) {
    const std::vector<NodeId>& siblings = document[document[figure].parent].children;
    const auto here = std::find(siblings.begin(), siblings.end(), figure);
    const auto says_the_same = [&](NodeId other) { return said(document.text_of(other)) == said(alt); };
    if (here + 1 != siblings.end() && says_the_same(*(here + 1))) return true;
    return here != siblings.begin() && says_the_same(*(here - 1));
}

void check_alt(const doc::Document& document, NodeId id, const doc::Figure& figure,
               Diagnostics& diagnostics) {
    const Span place = document[id].source;
    if (said(figure.alt).empty()) {
        diagnostics.error("alt-missing", place, "the picture has no alt text",
                          "write what it shows (alt: \"…\"), for readers who do not see it");
    } else if (is_file_name(figure.alt)) {
        diagnostics.error("alt-file-name", place,
                          fmt::format("the alt text is a file name: \"{}\"", clipped(figure.alt)),
                          "write what the picture shows");
    } else if (is_beside_caption(document, id, figure.alt)) {
        diagnostics.error(
            "alt-repeats-caption", place,
            fmt::format("the alt text repeats the words beside it: \"{}\"", clipped(figure.alt)),
            "let the alt text say what the picture shows, and the caption why it is here");
    }
}

void check_figures(const doc::Document& document, NodeId id, Diagnostics& diagnostics) {
    if (const auto* figure = document.get<doc::Figure>(id); figure != nullptr && !figure->decorative)
        check_alt(document, id, *figure, diagnostics);
    for (const NodeId child : document[id].children) check_figures(document, child, diagnostics);
}

}  // namespace

void headings_skip_no_level(const Subject& subject, Diagnostics& diagnostics) {
    int last = 0;
    for (const Passage& passage : subject.passages) {
        const auto* heading = subject.document.get<doc::Heading>(passage.node);
        if (heading == nullptr) continue;
        if (heading->level > last + 1) {
            const std::string before =
                last == 0 ? "is the first" : fmt::format("follows one of level {}", last);
            diagnostics.error("heading-order", subject.document[passage.node].source,
                              fmt::format("the heading \"{}\" is of level {}, but {}",
                                          clipped(passage.text()), heading->level, before),
                              fmt::format("give it level {}", last + 1));
        }
        last = heading->level;
    }
}

void figures_have_alt_text(const Subject& subject, Diagnostics& diagnostics) {
    check_figures(subject.document, doc::Document::root, diagnostics);
}

}  // namespace sayso::check

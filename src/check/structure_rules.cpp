// What readers who do not see the page depend on: headings in order, alt text.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

/// Word for word, whatever stands between the words.
bool say_the_same(const std::vector<Token>& a, const std::vector<Token>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Token& one, const Token& other) { return one.folded == other.folded; });
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

/// The caption is the figure's child; other words that say the same stand right behind it, or right before.
bool is_beside_caption(const doc::Document& document, NodeId figure, const std::vector<Token>& alt) {
    const std::vector<NodeId>& siblings = document[document[figure].parent].children;
    const auto here = std::find(siblings.begin(), siblings.end(), figure);
    const auto says_the_same = [&](NodeId other) {
        return say_the_same(tokens(document.text_of(other)), alt);
    };
    const std::vector<NodeId>& captions = document[figure].children;
    if (std::any_of(captions.begin(), captions.end(), says_the_same)) return true;
    if (here + 1 != siblings.end() && says_the_same(*(here + 1))) return true;
    return here != siblings.begin() && says_the_same(*(here - 1));
}

void check_alt(const Subject& subject, NodeId id, const doc::Figure& figure, Diagnostics& diagnostics) {
    const Span place = subject.document[id].source;
    // A drawing's alt text is as long as a page, and the same in many documents.
    const auto alt = subject.reader.read(figure.alt);
    if (alt->tokens.empty()) {
        diagnostics.error("alt-missing", place, "the picture has no alt text",
                          "write what it shows (alt: \"…\"), for readers who do not see it");
    } else if (is_file_name(figure.alt)) {
        diagnostics.error("alt-file-name", place,
                          fmt::format("the alt text is a file name: \"{}\"", clipped(figure.alt)),
                          "write what the picture shows");
    } else if (is_beside_caption(subject.document, id, alt->tokens)) {
        diagnostics.error(
            "alt-repeats-caption", place,
            fmt::format("the alt text repeats the words beside it: \"{}\"", clipped(figure.alt)),
            "let the alt text say what the picture shows, and the caption why it is here");
    }
}

void check_figures(const Subject& subject, NodeId id, Diagnostics& diagnostics) {
    const auto* figure = subject.document.get<doc::Figure>(id);
    if (figure != nullptr && !figure->decorative) check_alt(subject, id, *figure, diagnostics);
    for (const NodeId child : subject.document[id].children) check_figures(subject, child, diagnostics);
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
    check_figures(subject, doc::Document::root, diagnostics);
}

}  // namespace sayso::check

// Easy Read as a layout: a row for each idea, picture first; not too long; a draft is called one.
#include <algorithm>

#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

constexpr std::size_t most_pages = 24;

/// A group whose cells stand side by side.
bool is_row(const doc::Document& document, NodeId id) {
    const doc::Node& node = document[id];
    return document.get<doc::Group>(id) != nullptr && node.box.display == doc::Display::grid &&
           node.children.size() > 1;
}

bool has_figure(const doc::Document& document, NodeId id) {
    if (document.get<doc::Figure>(id) != nullptr) return true;
    const std::vector<NodeId>& children = document[id].children;
    return std::any_of(children.begin(), children.end(),
                       [&](NodeId child) { return has_figure(document, child); });
}

void check_row(const doc::Document& document, NodeId row, Diagnostics& diagnostics) {
    const std::string words = document.text_of(row);
    if (words.empty()) return;
    if (!has_figure(document, row)) {
        diagnostics.error("easy-read-picture", document[row].source,
                          fmt::format("this idea has no picture: \"{}\"", clipped(words)),
                          "give the row a picture that shows the idea");
    } else if (!has_figure(document, document[row].children.front())) {
        diagnostics.error("easy-read-picture-side", document[row].source,
                          fmt::format("the picture stands behind its words: \"{}\"", clipped(words)),
                          "put the picture in the first column, and the words in the second");
    }
}

/// Returns how many rows there are.
std::size_t check_rows(const doc::Document& document, NodeId id, Diagnostics& diagnostics) {
    if (is_row(document, id)) {
        check_row(document, id, diagnostics);
        return 1;
    }
    std::size_t rows = 0;
    for (const NodeId child : document[id].children) rows += check_rows(document, child, diagnostics);
    return rows;
}

bool says(const std::vector<Passage>& passages, std::string_view words) {
    Phrases phrase;
    phrase.add(words, 0);
    return std::any_of(passages.begin(), passages.end(),
                       [&](const Passage& passage) { return phrase.occurs_in(passage.tokens()); });
}

/// A date has a year in it: four digits.
bool has_year(std::string_view text) {
    const std::vector<Token> words = tokens(text);
    return std::any_of(words.begin(), words.end(), [](const Token& token) {
        return token.folded.size() == 4 && token.folded.find_first_not_of("0123456789") == token.folded.npos;
    });
}

}  // namespace

void each_idea_has_a_picture(const Subject& subject, Diagnostics& diagnostics) {
    if (check_rows(subject.document, doc::Document::root, diagnostics) > 0 || subject.passages.empty())
        return;
    diagnostics.error("easy-read-picture", subject.top(), "an easy read without rows of pictures and words",
                      "put each idea in columns: a picture in the first, its words in the second");
}

void at_most_24_pages(const Subject& subject, Diagnostics& diagnostics) {
    const std::size_t pages = subject.pages;
    if (pages <= most_pages) return;
    diagnostics.error("easy-read-pages", subject.top(),
                      fmt::format("{} pages, and easy read has {} at most", pages, most_pages),
                      "leave out what this reader does not need, or make two documents");
}

void a_draft_says_so(const Subject& subject, Diagnostics& diagnostics) {
    const std::string& tested = subject.profile.tested_by;
    const std::string& draft = subject.words.easy_read_draft;
    if (!tested.empty()) {
        if (has_year(tested)) return;
        diagnostics.warning("easy-read-tested", subject.top(),
                            fmt::format("the line of who tried it has no date: \"{}\"", clipped(tested)),
                            "add the day or the month, with its year");
        return;
    }
    if (draft.empty() || says(subject.passages, draft) || says(subject.running, draft)) return;
    diagnostics.error(
        "easy-read-draft", subject.top(),
        fmt::format("nobody has tried this easy read yet, and it does not say \"{}\"", draft),
        fmt::format("say \"{}\" on it, or write who with a learning disability tried it, and when", draft));
}

}  // namespace sayso::check

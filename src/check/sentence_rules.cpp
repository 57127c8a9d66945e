// Plain English (GOV.UK): short sentences, links that say where they lead.
#include <fmt/format.h>

#include "check/rules.h"

namespace sayso::check {
namespace {

// Words in a sentence.
constexpr std::size_t longest_plain = 25;
constexpr std::size_t longest_easy_read = 15;

void report_length(Span place, std::string_view sentence, std::size_t words, bool easy_read,
                   Diagnostics& diagnostics) {
    Diagnostic fault{easy_read ? Severity::error : Severity::warning,
                     easy_read ? "easy-read-sentence" : "long-sentence",
                     place,
                     fmt::format("a sentence of {} words: \"{}\"", words, clipped(sentence)),
                     fmt::format("make two of it: {} words or fewer, one idea in each",
                                 easy_read ? longest_easy_read : longest_plain),
                     {}};
    diagnostics.add(std::move(fault));
}

void check_link(const Subject& subject, NodeId id, Diagnostics& diagnostics) {
    if (subject.document.get<doc::Link>(id) != nullptr) {
        const std::string text = subject.document.text_of(id);
        const std::vector<Token> said = tokens(text);
        const std::vector<Phrases::Found> found = subject.lexicon.link_texts.find(said);
        const bool whole = found.size() == 1 && found[0].at.begin == said.front().begin &&
                           found[0].at.end == said.back().end;
        if (whole) {
            diagnostics.warning("link-text", subject.document[id].source,
                                fmt::format("\"{}\" does not say where the link leads", clipped(text)),
                                "name what the reader will find there");
        }
    }
    for (const NodeId child : subject.document[id].children) check_link(subject, child, diagnostics);
}

/// "Short forms: EHCP, Education, Health and Care Plan; …" is a list, however long.
class KeyFinder {
  public:
    explicit KeyFinder(const std::map<std::string, std::string>& abbreviations) {
        std::size_t id = 0;
        for (const auto& [letters, meaning] : abbreviations) {
            letters_.add(letters, id);
            meanings_.add(meaning, id);
            ++id;
        }
    }
    bool is_key(const Sentence& sentence) const {
        return letters_.find(sentence.tokens).size() > 1 && meanings_.find(sentence.tokens).size() > 1;
    }

  private:
    Phrases letters_, meanings_;
};

}  // namespace

void sentences_are_short(const Subject& subject, Diagnostics& diagnostics) {
    const bool easy_read = subject.profile.easy_read;
    const std::size_t longest = easy_read ? longest_easy_read : longest_plain;
    const KeyFinder keys(subject.profile.abbreviations);
    for (const Passage& passage : subject.passages) {
        if (!passage.english) continue;
        for (const Sentence* sentence : own_sentences(subject, passage)) {
            const std::size_t words = sentence->words.size();
            if (words <= longest || keys.is_key(*sentence)) continue;
            report_length(passage.written_at(subject.document, sentence->begin), sentence->text, words,
                          easy_read, diagnostics);
        }
    }
}

void links_say_where_they_lead(const Subject& subject, Diagnostics& diagnostics) {
    check_link(subject, doc::Document::root, diagnostics);
}

}  // namespace sayso::check

#include "check/subject.h"

#include <algorithm>

namespace sayso::check {
namespace {

/// The stop may stand within brackets or quotes.
bool ends_with_stop(std::string_view sentence) {
    for (std::string_view closing : {"”", "’", "\"", "'", ")"}) {
        if (sentence.ends_with(closing)) sentence.remove_suffix(closing.size());
    }
    return sentence.ends_with('.') || sentence.ends_with('!') || sentence.ends_with('?') ||
           sentence.ends_with("…");
}

}  // namespace

Subject::Subject(const doc::Document& of, const Profile& whose, std::size_t on_pages, const Lexicon& with,
                 Reader& by)
    : document(of),
      profile(whose),
      pages(on_pages),
      lexicon(with),
      words(with.words),
      reader(by),
      passages(check::passages(of, by)),
      running(running_passages(of, by)),
      names_(by.phrases(whose.names)) {}

Span Subject::top() const {
    const auto first =
        std::find_if(passages.begin(), passages.end(), [](const Passage& p) { return p.heading; });
    if (first != passages.end()) return first->written_at(document, 0);
    return passages.empty() ? Span{} : passages.front().written_at(document, 0);
}

std::vector<Stretch> Subject::named(const Passage& passage) const {
    std::vector<Stretch> out;
    for (const Phrases::Found& found : names_.find(passage.tokens())) out.push_back(found.at);
    return out;
}

std::vector<const Sentence*> own_sentences(const Subject& subject, const Passage& passage) {
    const std::vector<Stretch> named = subject.named(passage);
    std::vector<const Sentence*> out;
    for (const Sentence& sentence : passage.reading->sentences) {
        if (sentence.said.begin < sentence.said.end && !contains(named, sentence.said))
            out.push_back(&sentence);
    }
    return out;
}

std::vector<const Sentence*> full_sentences(const Subject& subject) {
    std::vector<const Sentence*> out;
    for (const Passage& passage : subject.passages) {
        if (passage.heading || !passage.english) continue;
        for (const Sentence* sentence : own_sentences(subject, passage)) {
            if (ends_with_stop(sentence->text)) out.push_back(sentence);
        }
    }
    return out;
}

std::string clipped(std::string_view text) {
    constexpr std::size_t shown = 50;  // bytes
    if (text.size() <= shown) return std::string(text);
    const std::size_t space = text.rfind(' ', shown);
    std::size_t end = space == text.npos || space == 0 ? shown : space;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace sayso::check

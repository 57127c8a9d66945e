#include "check/subject.h"

#include <algorithm>

namespace sayso::check {
namespace {

Stretch stretch_in(const Passage& passage, std::string_view part) {
    const auto begin = static_cast<std::size_t>(part.data() - passage.text.data());
    return {begin, begin + part.size()};
}

/// The stop may stand within brackets or quotes.
bool ends_with_stop(std::string_view sentence) {
    for (std::string_view closing : {"”", "’", "\"", "'", ")"}) {
        if (sentence.ends_with(closing)) sentence.remove_suffix(closing.size());
    }
    return sentence.ends_with('.') || sentence.ends_with('!') || sentence.ends_with('?') ||
           sentence.ends_with("…");
}

/// The words of a stretch, without the stop behind them.
Stretch words_of(const Passage& passage, const Stretch& part) {
    Stretch out{part.end, part.begin};
    for (const Token& token : passage.tokens) {
        if (token.begin < part.begin || token.end > part.end) continue;
        out = {std::min(out.begin, token.begin), std::max(out.end, token.end)};
    }
    return out;
}

}  // namespace

Subject::Subject(const doc::Document& of, const Profile& whose, const model::WordList& with)
    : document(of),
      profile(whose),
      words(with),
      passages(check::passages(of)),
      running(running_passages(of)),
      segmenter("en") {
    for (const std::string& name : whose.names) names.add(name, 0);
}

Span Subject::top() const {
    const auto first =
        std::find_if(passages.begin(), passages.end(), [](const Passage& p) { return p.heading; });
    if (first != passages.end()) return first->written_at(document, 0);
    return passages.empty() ? Span{} : passages.front().written_at(document, 0);
}

std::vector<Stretch> Subject::named(const Passage& passage) const {
    std::vector<Stretch> out;
    for (const Phrases::Found& found : names.find(passage.tokens)) out.push_back(found.at);
    return out;
}

std::vector<std::string_view> own_sentences(const Subject& subject, const Passage& passage) {
    const std::vector<Stretch> named = subject.named(passage);
    std::vector<std::string_view> out;
    for (const std::string_view sentence : subject.segmenter.sentences(passage.text)) {
        const Stretch said = words_of(passage, stretch_in(passage, sentence));
        if (said.begin < said.end && !contains(named, said)) out.push_back(sentence);
    }
    return out;
}

std::vector<std::string_view> full_sentences(const Subject& subject) {
    std::vector<std::string_view> out;
    for (const Passage& passage : subject.passages) {
        if (passage.heading || !passage.english) continue;
        for (const std::string_view sentence : own_sentences(subject, passage)) {
            if (ends_with_stop(sentence)) out.push_back(sentence);
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

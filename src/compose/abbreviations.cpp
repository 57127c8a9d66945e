#include "compose/abbreviations.h"

#include <algorithm>

namespace sayso::compose {
namespace {

bool has_word(std::string_view text, std::string_view word) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool plural = end + 1 == text.size() || (end + 1 < text.size() && !is_letter(text[end + 1]));
        const bool ends = end == text.size() || !is_letter(text[end]) || (text[end] == 's' && plural);
        if ((at == 0 || !is_letter(text[at - 1])) && ends) return true;
    }
    return false;
}

}  // namespace

Data abbreviations(const Request& request, const Data& means) {
    std::string key;
    std::string lang = request.approach.lang;
    Span place;
    for (const model::Abbreviation& one : request.approach.abbreviations) {
        const bool used = std::any_of(means.list()->begin(), means.list()->end(), [&](const Data& item) {
            return has_word(item.record()->find("name")->leaf()->words.text, one.id.text);
        });
        if (!used) continue;
        key += (key.empty() ? "" : "; ") + one.id.text + ", " + one.meaning.text;
        lang = one.meaning.lang;
        place = one.id.span;
    }
    return key.empty() ? Data{} : plain(model::Words{key, place, lang});
}

}  // namespace sayso::compose

#include "compose/translated.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "model/words.h"

namespace sayso::compose {
namespace {

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

/// "en-GB" and "en" are one tongue.
bool same_tongue(std::string_view a, std::string_view b) {
    return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

template <class Visit>
void for_each_text(const doc::Document& document, Visit visit) {
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        if (const auto* text = document.get<doc::Text>(NodeId{i}))
            visit(*text, document.lang_of(NodeId{i}), document[NodeId{i}].source);
    }
}

}  // namespace

bool report_unwritten(const doc::Document& document, Diagnostics& diagnostics) {
    std::size_t found = 0;
    Span first;
    for_each_text(document, [&](const doc::Text& text, const std::string&, Span source) {
        if (!text.text.starts_with(model::to_be_written)) return;
        if (found++ == 0) first = source;
    });
    if (found == 0) return false;
    diagnostics.warning("unwritten", first,
                        fmt::format("{} of this document's texts are still to be written", found),
                        fmt::format("write them in the place of \"{} …\"", model::to_be_written));
    return true;
}

Translated translated(const doc::Document& document) {
    Translated out;
    std::map<std::string, std::size_t> others;
    for_each_text(document, [&](const doc::Text& text, const std::string& lang, Span) {
        const std::size_t words = words_in(text.text);
        out.all += words;
        if (same_tongue(lang, document.lang)) {
            out.done += words;
        } else {
            others[lang] += words;
        }
    });
    const auto most = std::max_element(others.begin(), others.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != others.end()) out.other = most->first;
    return out;
}

void report_untranslated(const doc::Document& document, Diagnostics& diagnostics) {
    for_each_text(document, [&](const doc::Text&, const std::string& lang, Span source) {
        if (same_tongue(lang, document.lang)) return;
        diagnostics.warning("untranslated", source,
                            fmt::format("this text has no translation into \"{}\", so it is shown in \"{}\"",
                                        document.lang, lang),
                            fmt::format("add it to the files under lang/{}/", document.lang));
    });
}

void refuse_untranslated(const doc::Document& document, const Translated& words, Diagnostics& diagnostics) {
    constexpr std::size_t shown = 12;
    Diagnostic& fault = diagnostics.error(
        "incomplete-language", {},
        fmt::format("only {} of this document's {} words are in \"{}\"", words.done, words.all,
                    document.lang),
        fmt::format("write the others under lang/{}/, or add --draft-language for pages that say they are a "
                    "draft",
                    document.lang));
    for_each_text(document, [&](const doc::Text&, const std::string& lang, Span source) {
        if (same_tongue(lang, document.lang) || fault.notes.size() >= shown) return;
        fault.notes.push_back({source, fmt::format("this is in \"{}\"", lang)});
    });
}

}  // namespace sayso::compose

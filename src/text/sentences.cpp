#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include "base/trimmed.h"

namespace sayso::text {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

// Besides the abbreviations that ICU knows of for a language.
constexpr std::array never_at_the_end{u"incl.", u"approx.", u"tel.", u"Tel.", u"vs.", u"cf.", u"Dr.", u"St."};
// ICU's filter does not see these, for the stop inside them.
constexpr std::array<std::string_view, 2> with_stops_inside{"e.g.", "i.e."};

class OpenText {
  public:
    explicit OpenText(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        text_ = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    }
    ~OpenText() { utext_close(text_); }
    OpenText(const OpenText&) = delete;
    OpenText& operator=(const OpenText&) = delete;
    UText* get() const { return text_; }

  private:
    UText* text_ = nullptr;
};

Iterator sentence_rules(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    Iterator plain(icu::BreakIterator::createSentenceInstance(locale, status));
    const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
        icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
    if (U_FAILURE(status) || !builder) return plain;
    for (const auto* abbreviation : never_at_the_end) builder->suppressBreakAfter(abbreviation, status);
    return Iterator(builder->build(plain.release(), status));
}

Iterator word_rules(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    return Iterator(icu::BreakIterator::createWordInstance(locale, status));
}

/// Calls `take(begin, end, iterator)` for each piece, in bytes.
void for_each_piece(icu::BreakIterator* rules, std::string_view text, const auto& take) {
    if (rules == nullptr || text.empty()) return;
    const OpenText open(text);
    UErrorCode status = U_ZERO_ERROR;
    rules->setText(open.get(), status);
    if (U_FAILURE(status)) return;
    std::int32_t begin = rules->first();
    for (std::int32_t end = rules->next(); end != icu::BreakIterator::DONE; end = rules->next()) {
        take(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
        begin = end;
    }
}

bool goes_on(std::string_view sentence) {
    return std::any_of(with_stops_inside.begin(), with_stops_inside.end(),
                       [&](std::string_view abbreviation) { return sentence.ends_with(abbreviation); });
}

/// U+2010 and U+2011 are hyphens too.
bool joins_words(std::string_view between) {
    return between == "-" || between == "@" || between == "‐" || between == "‑";
}

}  // namespace

struct Segmenter::Rules {
    Iterator sentences, words;
};

Segmenter::Segmenter(const std::string& lang) : rules_(std::make_unique<Rules>()) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(lang, status);
    rules_->sentences = sentence_rules(locale);
    rules_->words = word_rules(locale);
}

Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;

std::vector<std::string_view> Segmenter::sentences(std::string_view text) const {
    std::vector<std::string_view> out;
    for_each_piece(rules_->sentences.get(), text, [&](std::size_t begin, std::size_t end) {
        const std::string_view sentence = trimmed(text.substr(begin, end - begin));
        if (sentence.empty()) return;
        const bool new_line = begin > 0 && text[begin - 1] == '\n';
        if (out.empty() || new_line || !goes_on(out.back())) return out.push_back(sentence);
        const char* whole = out.back().data();
        out.back() = {whole, static_cast<std::size_t>(sentence.data() + sentence.size() - whole)};
    });
    return out;
}

std::vector<std::string_view> Segmenter::words(std::string_view text) const {
    std::vector<std::string_view> out;
    std::size_t last_end = 0;  // of the last word
    for_each_piece(rules_->words.get(), text, [&](std::size_t begin, std::size_t end) {
        if (rules_->words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) return;
        if (!out.empty() && joins_words(text.substr(last_end, begin - last_end))) {
            const auto whole_begin = static_cast<std::size_t>(out.back().data() - text.data());
            out.back() = text.substr(whole_begin, end - whole_begin);
        } else {
            out.push_back(text.substr(begin, end - begin));
        }
        last_end = end;
    });
    return out;
}

}  // namespace sayso::text

// A text cut into sentences and words for counting, as ICU's rules of a language have it (UAX #29).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::text {

/// Rules are opened once and kept: opening costs more than a page of text. One a thread. The views that are
/// returned point into the text that was given.
class Segmenter {
  public:
    /// `lang` is BCP 47. Known abbreviations ("e.g.", "Dr.") end no sentence.
    explicit Segmenter(const std::string& lang);
    ~Segmenter();
    Segmenter(Segmenter&&) noexcept;

    /// Without the white space around them; a line end always ends a sentence.
    std::vector<std::string_view> sentences(std::string_view text) const;
    /// Letters and numbers; words joined by a hyphen or an @ ("well-being") are one.
    std::vector<std::string_view> words(std::string_view text) const;

  private:
    struct Rules;
    std::unique_ptr<Rules> rules_;
};

}  // namespace sayso::text

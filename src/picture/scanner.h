// Reads the small languages inside SVG attributes: numbers, flags and separators.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso::picture {

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::size_t at() const { return at_; }
    bool done() const { return at_ >= text_.size(); }
    /// The next byte; '\0' at the end.
    char peek() const { return done() ? '\0' : text_[at_]; }
    void skip(std::size_t bytes = 1) { at_ += bytes; }
    std::string_view rest() const { return text_.substr(at_); }

    void skip_space();
    /// White space with at most one comma in it.
    void skip_separator();
    /// Skips `expected` if that comes next.
    bool take(char expected);
    /// Letters, as many as there are.
    std::string_view word();

    /// A finite number of at most a million either way; nullopt (and nothing skipped) otherwise.
    std::optional<double> number();
    /// One digit, 0 or 1, which may touch what follows it: the flags of an arc.
    std::optional<bool> flag();

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// The text as one number and nothing else.
std::optional<double> whole_number_text(std::string_view text);

}  // namespace sayso::picture

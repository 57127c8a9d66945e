#include "load/skim.h"

#include <algorithm>

namespace sayso::load {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Skimmer {
  public:
    explicit Skimmer(std::string_view text) : text_(text) {}

    std::optional<Quoted> last_quoted() const { return last_quoted_; }

    /// Goes on to the byte `until`, or stops at the first bracket beyond `most` and gives its place.
    std::optional<std::size_t> skim(std::size_t until, std::size_t most) {
        while (at_ < std::min(until, text_.size())) {
            const char c = text_[at_];
            if (c == '\n') {
                begin_line();
            } else if (is_space(c)) {
                ++at_;
            } else if (c == '#') {
                skip_to(text_.find('\n', at_));
            } else if (c == '"' || c == '\'') {
                skip_quoted(c);
            } else if (c == '[' || c == '{') {
                if (++open_ > most) return at_;
                ++at_;
            } else if (open_ > 0) {
                skip_in_flow(c);
            } else if (c == '|' || c == '>') {
                skip_block_text();
            } else {
                skip_in_block(c);
            }
        }
        return std::nullopt;
    }

  private:
    void begin_line() {
        ++at_;
        line_ = at_;
    }

    void skip_to(std::size_t byte) { at_ = std::min(byte, text_.size()); }

    void skip_quoted(char quote) {
        const std::size_t begin = at_;
        for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
            if (quote == '"' && text_[at_] == '\\') ++at_;
        }
        skip_to(at_ + 1);  // a doubled single quote begins the next quoted text at once, to the same end
        const bool goes_on = quote == '\'' && last_quoted_ && last_quoted_->end == begin;
        last_quoted_ = {goes_on ? last_quoted_->begin : begin, at_};
    }

    bool space_follows() const { return at_ + 1 >= text_.size() || is_space(text_[at_ + 1]); }

    /// A comma, a closing bracket, a colon, or a plain text up to one of these.
    void skip_in_flow(char c) {
        if (c == ']' || c == '}') --open_;
        ++at_;
        if (c == ',' || c == ']' || c == '}' || c == ':') return;
        while (at_ < text_.size() && std::string_view(",[]{}\n").find(text_[at_]) == std::string_view::npos &&
               !(text_[at_] == ':' && space_follows()) && !(text_[at_] == '#' && is_space(text_[at_ - 1])))
            ++at_;
    }

    /// "- ", "? ", ": ", an anchor or a tag, after which a value may begin; else a plain text up to ": " or
    /// the line's end.
    void skip_in_block(char c) {
        const bool indicates = (c == '-' || c == '?' || c == ':') && space_follows();
        if (indicates) {
            ++at_;
        } else if (c == '&' || c == '!' || c == '*') {
            while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
        } else {
            while (at_ < text_.size() && text_[at_] != '\n' && !(text_[at_] == ':' && space_follows())) ++at_;
        }
    }

    /// The lines behind "|" or ">" that are blank or stand further in than the line that it ends.
    void skip_block_text() {
        const std::size_t indent = indent_of(line_);
        skip_to(text_.find('\n', at_));
        while (at_ < text_.size()) {
            const std::size_t next = at_ + 1, end = std::min(text_.find('\n', next), text_.size());
            const bool is_blank =
                text_.substr(next, end - next).find_first_not_of(" \t\r") == std::string_view::npos;
            if (!is_blank && indent_of(next) <= indent) return;
            at_ = end;
        }
    }

    std::size_t indent_of(std::size_t line) const {
        return std::min(text_.find_first_not_of(' ', line), text_.size()) - line;
    }

    std::string_view text_;
    std::size_t at_ = 0, line_ = 0;  // here; where this line begins
    std::size_t open_ = 0;
    std::optional<Quoted> last_quoted_;
};

}  // namespace

std::optional<std::size_t> first_flow_too_deep(std::string_view text, std::size_t most) {
    return Skimmer(text).skim(text.size(), most);
}

std::optional<Quoted> last_quoted(std::string_view text, std::size_t before) {
    Skimmer skimmer(text);
    skimmer.skim(before, text.size());
    return skimmer.last_quoted();
}

}  // namespace sayso::load

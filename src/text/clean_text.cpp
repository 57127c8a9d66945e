#include "text/clean_text.h"

#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "env/limits.h"

namespace sayso::text {
namespace {

constexpr char32_t soft_hyphen = 0xAD, next_line = 0x85, line_separator = 0x2028,
                   paragraph_separator = 0x2029;

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_line_end(char32_t c) {
    return (c >= '\n' && c <= '\r') || c == next_line || c == line_separator || c == paragraph_separator;
}

void append_clean(std::string& out, char32_t c, bool after_return) {
    if (c == '\n' && after_return) return;  // "\r\n" is one line end, and '\r' has made it
    if (is_line_end(c)) {
        out += '\n';
    } else if (c == '\t') {
        out += ' ';
    } else if (!is_control(c) && c != soft_hyphen) {
        append_utf8(out, c);
    }
}

// Plain ASCII is most of the text there is; it needs no decoding.
std::size_t plain_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && text[length] >= ' ' && text[length] < 0x7F) ++length;
    return length;
}

// Vowels, accents, joiners and the like: what goes with the letter before it.
bool is_mark(char32_t c) {
    return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

/// Appends texts that follow one another. Shaping takes the square of the marks on a letter, so there is a
/// limit.
class Cleaner {
  public:
    /// False when marks fell out.
    bool append(std::string_view words) {
        bool whole = true;
        for (std::size_t at = 0; at < words.size();) {
            if (const std::size_t plain = plain_length(words.substr(at)); plain > 0) {
                out += words.substr(at, plain);
                at += plain;
                before_ = 0;
                marks_ = 0;
                continue;
            }
            const char32_t c = next_code_point(words, at);
            marks_ = is_mark(c) ? marks_ + 1 : 0;
            if (marks_ <= limits::marks_on_a_letter) {
                append_clean(out, c, before_ == '\r');
            } else {
                whole = false;
            }
            before_ = c;
        }
        return whole;
    }

    std::string out;

  private:
    char32_t before_ = 0;
    std::size_t marks_ = 0;
};

// The longest beginning of at most `limit` bytes that ends between characters.
std::string_view cut_to(std::string_view words, std::size_t limit) {
    if (words.size() <= limit) return words;
    while (limit > 0 && (static_cast<unsigned char>(words[limit]) & 0xC0) == 0x80) --limit;
    return words.substr(0, limit);
}

}  // namespace

CleanText clean_text(const std::vector<Span>& spans) {
    CleanText out;
    Cleaner cleaner;
    std::size_t room = limits::paragraph_bytes;
    for (const Span& span : spans) {
        const std::string_view words = cut_to(span.text, room);
        room -= words.size();
        out.cut = out.cut || words.size() < span.text.size();
        if (!cleaner.append(words) && !out.piled) out.piled = out.span_ends.size();
        out.span_ends.push_back(cleaner.out.size());
    }
    out.text = std::move(cleaner.out);
    return out;
}

}  // namespace sayso::text

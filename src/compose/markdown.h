// Inline Markdown (CommonMark by md4c) to paragraphs and lists of styled words.
#pragma once

#include <string>
#include <vector>

#include "compose/interpolate.h"

namespace sayso::compose {

struct Inline {
    std::string text;
    bool strong = false;
    std::string url;  // not empty: inside a link
    std::string lang;
    Span span;
    Isolate isolate = Isolate::none;
};

struct TextBlock {
    enum class Kind : std::uint8_t { paragraph, bullet, number } kind = Kind::paragraph;
    std::vector<Inline> words;
};

/// Paragraphs (parted by a blank line) and flat lists. Emphasis becomes strong: clear print has no italics.
std::vector<TextBlock> parse_blocks(const std::vector<Piece>& pieces);
/// One line of words: what looks like a list or a heading mark stays as it is written.
std::vector<Inline> parse_line(const std::vector<Piece>& pieces);

}  // namespace sayso::compose

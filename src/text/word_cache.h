// Shaped words, kept: most words of a document have been shaped before. Private to src/text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frame/frame.h"
#include "text/hb_ptr.h"
#include "text/library.h"

namespace sayso::text {

/// A piece of text of one face, script, language and direction, with its glyphs at a size of 1 em.
struct ShapedWord {
    std::string text;                  // what the glyphs stand for: without invisible and missing characters
    std::vector<frame::Glyph> glyphs;  // visual order; clusters are offsets into `text`
    double width = 0;                  // thousandths of an em
    std::vector<char32_t> missing;     // characters the face does not have, in order of the text
};

struct WordRequest {
    FontId font;
    hb_script_t script = HB_SCRIPT_COMMON;
    hb_language_t lang = nullptr;  // interned by HarfBuzz: equal pointers are equal languages
    bool rtl = false;
    bool tabular = false;
    std::string_view text;
    std::string_view before,
        after;  // the rest of the same word: Arabic letters join across a change of style
};

class WordCache {
  public:
    explicit WordCache(const FontLibrary::Impl& library);
    /// Never null; stays valid when the cache is emptied.
    std::shared_ptr<const ShapedWord> shape(const WordRequest& request);

  private:
    void write_key(const WordRequest& request);

    const FontLibrary::Impl& library_;
    HbBuffer buffer_;
    std::unordered_map<std::string, std::shared_ptr<const ShapedWord>> words_;  // never iterated
    std::string key_;  // reused, so that a hit allocates nothing
    std::size_t bytes_ = 0;
};

}  // namespace sayso::text

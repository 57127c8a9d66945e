// The fonts that the words of some frames need, as style rules with the fonts inside. Stage: emit.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "text/fonts.h"

namespace sayso::svg {

class UsedFonts {
  public:
    explicit UsedFonts(const text::FontLibrary& fonts) : fonts_(fonts) {}

    void add(const frame::Frame& frame);
    const text::FontLibrary& library() const { return fonts_; }
    /// One @font-face and one class ("f3") for each font; empty when there are no words.
    std::string style_sheet() const;
    /// Each family once, those of the most characters first.
    std::vector<std::string> families() const;

  private:
    const text::FontLibrary& fonts_;
    std::map<FontId, std::set<char32_t>> used_;
};

}  // namespace sayso::svg

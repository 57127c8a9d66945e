// Widths of all texts, measured once by the shaper, so that the search can break lines by adding numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/length.h"
#include "diagram/diagram.h"
#include "text/paragraph.h"

namespace sayso::diagram {

using TextId = Index<struct TextTag>;

/// The texts of one picture. Widths scale with the type size: nothing is hinted.
class Measures {
  public:
    Measures(text::Shaper& shaper, const Model& model, const Options& options, Diagnostics& diagnostics);

    /// The same text and weight give the same id.
    TextId add(const std::string& text, int weight);

    const std::string& text(TextId id) const { return entries_[id.value].text; }
    int weight(TextId id) const { return entries_[id.value].weight; }
    std::size_t size() const { return entries_.size(); }
    const std::string& family() const { return family_; }
    const std::string& lang() const { return lang_; }

    /// How many lines the text takes. A word wider than `width` takes `never` of them, so that whatever holds
    /// it is too high to fit.
    int lines(TextId id, Length size, Length width) const;
    static constexpr int never = 100'000;

    Length longest_word(TextId id, Length size) const { return size * entries_[id.value].longest; }
    Length one_line(TextId id, Length size) const { return size * entries_[id.value].total; }

    /// The tallest rise and the deepest fall of all fonts met so far, in ems: lines never touch at a leading
    /// of both.
    double ascent() const { return ascent_; }
    double descent() const { return descent_; }

  private:
    struct Piece {
        double width = 0;  // ems, without the space behind
        double space = 0;  // ems, to the next piece on the same line
    };
    struct Entry {
        std::string text;
        int weight = 400;
        std::vector<Piece> pieces;
        double longest = 0, total = 0;
    };
    void measure(Entry& entry);
    void note_font_heights(const text::Span& span);

    text::Shaper* shaper_;
    Diagnostics* diagnostics_;
    std::string family_, lang_;
    bool rtl_ = false;
    std::vector<Entry> entries_;
    double ascent_ = 0, descent_ = 0;
};

}  // namespace sayso::diagram

// One font file, read at its first use. Private to src/text.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>

#include "env/env.h"
#include "text/font_name.h"
#include "text/fonts.h"
#include "text/hb_ptr.h"

namespace sayso::text {

/// Safe from several threads: everything is loaded once and never changed afterwards. A file that cannot be
/// read, or is no font, is a face without glyphs whose `fault` says why.
class Face {
  public:
    /// `env` must outlive the face.
    Face(const Env& env, std::string path, FontName name);

    const std::string& path() const { return path_; }
    const std::string& name() const { return name_.name; }
    const std::string& family() const { return name_.family; }
    int weight() const { return name_.weight; }

    std::string_view bytes() const { return loaded().bytes; }
    const FontMetrics& metrics() const { return loaded().metrics; }
    /// Why this is no usable font, for the user; empty when all is well.
    const std::string& fault() const { return loaded().fault; }
    bool cff() const { return loaded().cff; }
    /// Its scale is units per em. Immutable.
    hb_font_t* font() const { return loaded().font.get(); }
    hb_face_t* face() const { return loaded().face.get(); }
    /// A face made ready for many subsets, once so many were made that this is worth its cost.
    hb_face_t* subset_source() const;
    /// True when the face can draw the character, by itself or as HarfBuzz makes it up from others
    /// (decomposed letters, spaces of other widths).
    bool covers(char32_t character) const;

  private:
    struct Loaded {
        std::string bytes;
        std::string fault;
        FontMetrics metrics;
        bool cff = false;
        HbFace face;
        HbFont font;
    };
    const Loaded& loaded() const;
    void load() const;

    const Env& env_;
    std::string path_;
    FontName name_;
    mutable std::once_flag load_once_;
    mutable Loaded loaded_;
    mutable std::atomic<int> subsets_{0};
    mutable std::once_flag preprocess_once_;
    mutable HbFace preprocessed_;
};

}  // namespace sayso::text

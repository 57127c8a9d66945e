// Turns pages and the semantic tree into the objects of one file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "doc/document.h"
#include "frame/frame.h"
#include "pdf/cache.h"
#include "pdf/fonts/font_book.h"
#include "pdf/objects/sink.h"
#include "pdf/pages/page_content.h"
#include "pdf/pages/picture_book.h"
#include "pdf/pdf.h"
#include "pdf/structure/landmarks.h"
#include "pdf/structure/outline.h"
#include "pdf/structure/structure_tree.h"

namespace sayso::pdf {

/// Use: draw(), annotate(), then file(), once each. The first two report what is wrong.
class Assembler {
  public:
    Assembler(const doc::Document& document, const std::vector<frame::Frame>& pages, const Options& options,
              Cache::Impl& cache, Diagnostics& diagnostics);

    /// Gathers the glyphs of all pages, embeds the fonts, draws the content streams.
    void draw();
    /// Numbers the link annotations and ties them to their structure elements.
    void annotate();
    std::string file();

  private:
    void gather(const frame::Frame& frame);
    /// A link that leads somewhere.
    struct Annotation {
        const PlacedLink* link;
        std::uint32_t page;
        ElementIndex element;
        Ref ref;
        std::optional<Place> target;  // within the document; none: a URL
    };
    void annotate(std::uint32_t page, const PlacedLink& link);
    bool is_described(const PlacedLink& link);
    /// Where a link leads within the document; where it should and does not is reported.
    bool find_target(const PlacedLink& link, std::optional<Place>& target);
    /// Once the structure has its numbers, which links may lead to.
    void write_annotation(std::size_t index);

    void write_page(std::uint32_t page, Ref resources);
    void write_resources(Ref ref);
    Ref write_content(const std::string& content);
    Ref write_structure();
    std::string parent_tree() const;
    std::string namespaces();
    Ways ways() const;
    Ref write_output_intent();
    Ref write_metadata();
    void write_catalog(Ref catalog);

    const doc::Document& document_;
    const std::vector<frame::Frame>& frames_;
    const Options& options_;
    const StandardInfo& standard_;
    Cache::Impl& cache_;
    Diagnostics& diagnostics_;

    FontBook fonts_;
    PictureBook pictures_;
    Landmarks landmarks_;
    StructureTree structure_;
    Sink sink_;

    Ref page_tree_;
    StructureRefs refs_;
    std::vector<PageResult> pages_;
    std::vector<Annotation> annotations_;  // by page, in the order of their StructParent numbers
};

}  // namespace sayso::pdf

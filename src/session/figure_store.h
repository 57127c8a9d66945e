// The pictures and diagrams that documents of one snapshot share, each made by whichever document needs it
// first. From any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "compose/request.h"
#include "diag/reported.h"
#include "diagram/diagram.h"
#include "session/snapshot.h"
#include "text/paragraph.h"

namespace sayso {

/// All that goes into a drawing, besides the fonts.
struct DrawingKey {
    diagram::Model model;
    diagram::Options options;
    bool operator==(const DrawingKey&) const = default;
    std::size_t hash() const {
        return std::hash<std::string>()(model.title + options.highlight + options.title + model.lang);
    }
};
/// Drawings for a library of fonts, which may go from one snapshot to the next.
using Drawings = Memo<DrawingKey, std::optional<compose::Drawing>>;

class FigureStore {
  public:
    /// Who looks at a diagram.
    struct Reader {
        std::string audience, lang, strand;
        bool operator==(const Reader&) const = default;
    };

    FigureStore(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<Drawings> drawings)
        : snapshot_(std::move(snapshot)), drawings_(std::move(drawings)) {}

    std::optional<picture::Picture> picture(const model::Words& name, const picture::Wanted& wanted,
                                            Diagnostics& diagnostics) const;
    std::optional<compose::Drawing> drawing(const Reader& reader, const compose::DiagramRequest& asked,
                                            text::Shaper& shaper, Diagnostics& diagnostics) const;

  private:
    struct PictureKey {
        std::string name;
        picture::Wanted wanted;
        bool operator==(const PictureKey&) const = default;
        std::size_t hash() const { return std::hash<std::string>()(name); }
    };
    /// What decides a drawing within the snapshot: quicker to compare than all that goes into it.
    struct AskedKey {
        Reader reader;
        compose::DiagramRequest asked;
        bool operator==(const AskedKey&) const = default;
        std::size_t hash() const {
            return std::hash<std::string>()(reader.audience + reader.lang + reader.strand);
        }
    };

    std::string picture_path(const std::string& id) const;
    std::optional<picture::Picture> decoded(const PictureKey& key, Diagnostics& diagnostics) const;
    DrawingKey drawn_from(const Reader& reader, const compose::DiagramRequest& asked) const;
    static std::optional<compose::Drawing> drawn(const diagram::Model& model, const diagram::Options& options,
                                                 text::Shaper& shaper, Diagnostics& diagnostics);

    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<Drawings> drawings_;
    mutable Memo<PictureKey, std::optional<picture::Picture>> pictures_;
    mutable Memo<AskedKey, std::optional<compose::Drawing>> asked_;
};

}  // namespace sayso

// Everything that decides one document. Stage: compose takes this and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "compose/style_sheet.h"
#include "doc/figure_model.h"
#include "frame/frame.h"
#include "frame/told.h"
#include "model/approach.h"
#include "model/framework.h"
#include "model/project.h"
#include "model/recipient.h"
#include "model/template.h"
#include "model/theme.h"
#include "picture/picture.h"

namespace sayso::evidence {
struct ClaimWords;
struct Published;
}  // namespace sayso::evidence

namespace sayso::compose {

/// Finds a picture by the file or id that content names, fit for its place; reports why not.
using PictureFinder = std::function<std::optional<picture::Picture>(
    const model::Words& name, const picture::Wanted& wanted, Diagnostics&)>;

/// The approach's diagram, as a figure: the drawing and its words for those who do not see it.
struct Drawing {
    std::shared_ptr<const frame::Frame> frame;
    std::string alt;
    doc::FigureModel model{};
    std::vector<frame::Told> told{};  // none where it is only to be looked at or described
};

/// What a template's `figure: diagram` asks for.
struct DiagramRequest {
    Size size;
    model::DiagramVariant variant = model::DiagramVariant::compact;
    std::string highlight;  // id of a stakeholder, or empty
    std::string flag;       // a word on the highlighted card, or empty
    Span asked;
    Edition edition = Edition::standard;  // large print wants large words in figures too
    Length smallest{};                    // type of its words; zero: as the variant has it
    std::string title{}, subtitle{};      // drawn above it, where it stands alone
    bool operator==(const DiagramRequest&) const = default;
};
using DiagramMaker = std::function<std::optional<Drawing>(const DiagramRequest&, Diagnostics&)>;

/// What a template's `chart` asks for.
struct ChartRequest {
    std::string indicator;  // id
    model::ChartVariant as = model::ChartVariant::line;
    Size size;    // without a height, as high as it wants to be
    Length type;  // of its labels
    Span asked;
    bool title = true;  // false: what stands above it says its message already
};
using ChartMaker = std::function<std::optional<Drawing>(const ChartRequest&, Diagnostics&)>;

struct Request {
    const model::Approach& approach;
    const model::Template& layout;
    const model::Theme& theme;
    const model::Service* service = nullptr;    // whom the document is from
    const model::Audience* audience = nullptr;  // none for a document for nobody in particular
    const model::Site* site = nullptr;
    const model::Recipient* recipient = nullptr;                   // whom it is written to by name
    const std::vector<model::FrameworkUse>* frameworks = nullptr;  // for templates that want them
    const std::vector<std::string>* audience_ids = nullptr;        // of every reader; none: not known
    std::string strand{};                                          // empty: both
    std::string lang{};                                            // BCP 47
    bool draft_language = false;  // a translation that is not whole yet may be printed, marked as a draft
    Edition edition = Edition::standard;
    std::string date{};  // as this language writes it
    PictureFinder pictures{};
    DiagramMaker diagram{};
    const evidence::Published* published = nullptr;     // all of the evidence that a document may see
    const evidence::ClaimWords* claim_words = nullptr;  // in its language; there where `published` is
    ChartMaker chart{};
};

}  // namespace sayso::compose

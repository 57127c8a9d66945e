// The picture of an approach: means -> practice -> ends, and the loop by which ends bring more means.
//
// Stage: between compose and layout. Input: plain texts (Model), what the picture is for (Options), fonts.
// Output: one frame, vector, with real text; its alternative text and long description come from the same
// model, so they cannot disagree with it. Nothing here knows an approach: every word comes from the caller.
// Why it looks as it does, and what the optimiser aims at, stands in docs/diagram.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/palette.h"
#include "diag/diagnostic.h"
#include "frame/frame.h"
#include "frame/told.h"
#include "model/approach.h"
#include "text/paragraph.h"

namespace sayso::diagram {

/// All the words of the picture, plain, so that tests can make them up.
struct Model {
    struct Item {
        std::string name;
        bool linked = false;  // the highlighted audience can put it in place
        bool operator==(const Item&) const = default;
    };
    struct Group {
        std::string name;
        std::vector<Item> items;
        bool operator==(const Group&) const = default;
    };
    struct Practice {
        std::string name;
        std::vector<std::string> qualities;
        bool operator==(const Practice&) const = default;
    };
    struct Overall {
        std::string title;
        std::vector<std::string> items;
        bool operator==(const Overall&) const = default;
    };
    struct Stakeholder {
        std::string id, name;
        bool central = false;
        std::vector<std::string> outcomes;
        bool operator==(const Stakeholder&) const = default;
    };
    struct Loop {
        std::string name, summary;
        std::vector<std::string> steps;
        bool operator==(const Loop&) const = default;
    };

    std::string title;        // of the approach
    std::string means_title;  // of the side where things are put in
    std::string ends_title;   // of the side where things are gained
    std::vector<Group> means;
    Practice practice;
    Overall overall;
    std::vector<Stakeholder> stakeholders;
    Loop loop;
    std::string lang = "en-GB";
    bool rtl = false;  // the picture runs from right to left
    bool operator==(const Model&) const = default;
};

/// The words of `approach` that belong to `strand` (empty: to all). Means items named by `asks` are linked.
/// With a `plain_reader`, means go by their short names and that reader's outcomes by the reader's own words;
/// the central one is spoken to by its name as an audience ("You").
Model from_approach(const model::Approach& approach, const std::string& strand,
                    const std::vector<model::Ask>& asks = {}, bool rtl = false,
                    const model::Audience* plain_reader = nullptr);

/// What the picture is for.
/// `poster` holds every item. `slide` and `compact` keep the type legible first: where not every item fits,
/// each card shows its first few and how many more there are ("+3"); the description always holds all. With a
/// highlight, slide and compact set that audience's card large, with the means that it can put in place, and
/// name of the others only the central one.
enum class Variant : std::uint8_t { poster, slide, compact };

struct Options {
    Variant variant = Variant::poster;
    Size size;              // of the whole frame
    std::string highlight;  // id of a stakeholder; empty: none
    Palette palette;
    std::string family;           // of the type; fallbacks follow by coverage
    Length smallest;              // type is never smaller; zero: smallest_type(variant, size)
    Length wanted;                // type is this at least, or else there is a warning; zero: no wish
    Edges margin;                 // all zero: by the size of the paper
    std::string title, subtitle;  // heading of a poster or slide
    std::string footnote;         // source, date
    std::string flag;             // on the highlighted card ("You"); empty: a mark without words
    bool operator==(const Options&) const = default;
};

struct Picture;

struct Drawn {
    std::shared_ptr<const frame::Frame> frame;  // keeps_owners = false: its figure owns every leaf
    std::shared_ptr<const Picture> picture;     // the same as a value (picture.h), for native shapes
    std::string alt;                            // one or two sentences
    std::string description;                    // the whole model in words
    std::vector<frame::Told> told;              // what the frame shows, as headings and lists
    Length smallest_type;
};

/// 7 pt up to A4, 10 pt from A3, in between by the shorter side; slides 18 pt; compact figures 7.5 pt.
Length smallest_type(Variant variant, Size size);

/// Where the content cannot fit at the type wanted, it is set smaller, with a warning. Nothing (and an error
/// that says what to do) where the content cannot fit at the smallest type allowed.
std::optional<Drawn> draw(const Model& model, const Options& options, text::Shaper& shaper,
                          Diagnostics& diagnostics);

}  // namespace sayso::diagram

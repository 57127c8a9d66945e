// The texts of one picture, ready to be set: what each card holds at a level of detail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagram/diagram.h"
#include "diagram/measure.h"
#include "diagram/plan.h"

namespace sayso::diagram {

struct Entry {
    TextId text;
    bool linked = false;  // an arrow stands before it
};

struct CardText {
    CardKind kind = CardKind::stakeholder;
    bool you = false, quiet = false;
    TextId name;
    std::vector<Entry> entries;
    std::optional<TextId> flag = std::nullopt;  // on the highlighted audience's card
};

/// How many items a card shows; its name then says how many more there are ("+3"), but in focus, where the
/// few that matter to one reader stand alone. Linked items show until little else is left to leave out.
struct Detail {
    static constexpr int all = 1'000'000;
    int means = all, person = all, overall = all, others = all;
    bool focus = false;   // one card is set large with all its items, and no others stand beside it
    bool merged = false;  // in focus: the means stand in one card, without the names of their groups
    bool centre = true;   // in focus: the central one is named, where another is large
    int linked = all;     // of each group: the items that the highlighted audience can put in place
    int together = all;   // of all groups
    /// Names of items of the model that are shown though their card has that many already.
    std::vector<const std::string*> besides = {};
    int own = all;          // of the highlighted audience's outcomes
    bool qualities = true;  // how the practice is to be
    bool loop_text = true;  // the loop says what it does, not only its name
};

struct Content {
    TextId title, subtitle, footnote, means_heading, ends_heading, flag;
    std::vector<CardText> means;
    TextId practice, qualities_in_line;
    std::vector<TextId> qualities;
    std::optional<CardText> overall;
    CardText person;               // the central one; in focus: the highlighted one, if there is one
    std::vector<CardText> others;  // in focus: all but that, the central one first
    TextId loop_name, loop_text;
    bool highlighted = false;
    bool focus = false;
};

/// `model` has a central stakeholder or at least one.
Content content_of(const Model& model, const Options& options, const Detail& detail, Measures& measures);

/// The central stakeholder's place: the first that is central, else the first.
std::size_t central_stakeholder(const Model& model);

}  // namespace sayso::diagram

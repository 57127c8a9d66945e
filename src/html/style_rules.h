// Looks as CSS: one class for each look that the document has, with its colours on paper-white and in the
// dark. Stage: emit, inside src/html only.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "doc/document.h"

namespace sayso::html {

/// Points as rem: 12 pt of print is a little more than a browser's own size of text.
std::string rem(Length length);

/// The colour in which `color` is shown by readers who asked their device for dark pages. As a ground, a
/// light one turns dark and a strong one stays.
Color dark_ground(Color color);
/// Words or lines on a ground that has itself been turned: the nearest colour that can be read there.
Color dark_ink(Color ink, Color ground);

class StyleRules {
  public:
    /// The class for a node's box and, where it holds words itself, their look. `ground` is the fill behind
    /// it.
    std::string box_class(const doc::Node& node, Color ground);
    std::string text_class(const doc::TextStyle& text, Color ground);
    std::string fill_class(Color fill);

    /// Rules for the classes given out so far, in order; those for the dark.
    std::string light() const;
    std::string dark() const;

  private:
    struct Rule {
        std::string name, light, dark;
    };
    std::string named(const char* prefix, std::string light, std::string dark);

    std::map<std::pair<std::string, std::string>, std::string> names_;  // by rules
    std::vector<Rule> rules_;
};

}  // namespace sayso::html

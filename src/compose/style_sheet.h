// Style names to final looks: a template's styles, the theme's colours and type, and the edition.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "doc/style.h"
#include "model/template.h"
#include "model/theme.h"

namespace sayso::compose {

using model::Edition;

struct Look {
    doc::BoxStyle box;
    doc::TextStyle text;
    bool stacked = false;  // what it sets side by side falls under one another
};

/// A look, and the name that it was asked for by: a node's role.
struct Styled {
    const Look* look;
    std::string_view role;
};

/// Resolves every style once. Valid while the template and theme live.
class StyleSheet {
  public:
    StyleSheet(const model::Template& source, const model::Theme& theme, Edition edition,
               Diagnostics& diagnostics);

    /// The look of a style that was asked for by name; unknown names are an error at `asked`.
    Styled get(const model::Words& asked, Diagnostics& diagnostics) const;
    /// The look of a block that names no style: `name`, else "text".
    Styled standard(std::string_view name) const;
    /// The same on a slide: "name-layout" where there is such a style. Its role stays `name`.
    Styled standard(std::string_view name, std::string_view layout) const;
    bool has(std::string_view name) const { return looks_.find(name) != looks_.end(); }
    std::optional<Color> color(const model::Words& name, Diagnostics& diagnostics) const;

    Edition edition() const { return edition_; }
    const model::Theme& theme() const { return theme_; }

  private:
    void resolve(const std::string& name, Diagnostics& diagnostics);
    Look initial() const;
    void apply(const model::Style& style, Look& look, Diagnostics& diagnostics) const;
    void apply_text(const model::Style& style, doc::TextStyle& text, Diagnostics& diagnostics) const;
    void apply_box(const model::Style& style, doc::BoxStyle& box, Diagnostics& diagnostics) const;
    Length edition_size(double points) const;
    bool is_large_already() const;

    const model::Template& template_;
    const model::Theme& theme_;
    Edition edition_;
    std::map<std::string, Look, std::less<>> looks_;
};

}  // namespace sayso::compose

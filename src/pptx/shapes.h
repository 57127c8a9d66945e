// The shapes that masters, layouts and slides are made of. Stage: emit, inside src/pptx only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ooxml/xml.h"
#include "pptx/parts.h"

namespace sayso::pptx {

using ooxml::Attributes;
using ooxml::Xml;

inline constexpr std::string_view main_space = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// Office's own "Medium Style 2 - Accent 1".
inline constexpr std::string_view table_style = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";

/// What every part of a presentation begins with.
[[nodiscard]] Xml::Element part_root(Xml& xml, std::string_view name);
/// <p:spTree>'s own head.
void put_tree_head(Xml& xml);

/// Which placeholder a shape is: `type` "title", "body", "ftr", "sldNum", "sldImg"; an `index` of 0 is not
/// written.
struct Place {
    std::string_view type;
    std::int64_t index = 0;
};

/// What a shape says of itself first: its name and placeholder.
void put_placeholder(Xml& xml, int id, std::string_view name, const Place& place);
/// The index of a region's placeholder, the same in the layout and in its slides.
inline std::int64_t index_of(std::size_t region) {
    return 10 + static_cast<std::int64_t>(region);
}
/// The placeholder of a layout's region, the same in its slides.
Place place_of(const Region& region, std::size_t number);
/// <a:bodyPr> of a box that our own measures were made for: shrinking where another font runs wider.
void put_body(Xml& xml, int columns = 1, std::string_view anchor = "t", const Edges& inset = {});
/// A rectangle, its corners rounded.
void put_outline(Xml& xml, const Rect& box, Length radius);
/// A filled one that says nothing.
void put_ground(Xml& xml, const Deck& deck, int id, const Ground& ground);
/// <p:cNvPr> of a picture: its words, or that it is decoration.
void put_picture_name(Xml& xml, const doc::Figure& figure, int& id);
/// <a:xfrm> of a group whose shapes are placed within `inner`, shown in `box`.
void put_group_transform(Xml& xml, const Rect& box, const Rect& inner);
/// That a shape says nothing to those who do not see it.
void put_decorative(Xml& xml);
/// The number of the slide, as a field, and the words at the foot.
/// In a layout with its looks, which slides inherit.
void put_foot(Xml& xml, const Deck& deck, const Layout& layout, int& id, bool with_look);

}  // namespace sayso::pptx

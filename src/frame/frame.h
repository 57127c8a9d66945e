// The placed result: one value that every emitter draws (PDF, PNG, SVG, and later PPTX and HTML).
//
// A frame is a size plus items placed back to front. Every leaf is owned by a node of the semantic tree or is
// an artifact (a rule, a fill, a running header): there is no "unset". Lengths are points, origin top-left,
// y down. Frames are made by src/layout and src/diagram and never changed afterwards.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/ids.h"

namespace sayso::frame {

/// Why a leaf is not part of the document's meaning. ISO 32000-1, 14.8.2.2.2.
enum class Artifact : std::uint8_t { pagination, layout, background };
using Owner = std::variant<NodeId, Artifact>;

/// One positioned glyph. Distances are in thousandths of an em, so that a shaped word serves every size.
struct Glyph {
    std::uint16_t id = 0;
    float advance = 0;
    float x_offset = 0;
    float y_offset = 0;         // up is positive, as in the font
    std::uint32_t cluster = 0;  // byte offset into TextRun::text of the first byte this glyph stands for
};

/// Glyphs of one face, size and direction on one baseline.
/// `glyphs` are in visual order, left to right; `text` is in logical order. For right-to-left runs the
/// clusters therefore fall along the glyphs.
struct TextRun {
    FontId font;
    Length size;
    Color color;
    Point origin;  // left end of the baseline
    std::string text;
    std::vector<Glyph> glyphs;
    bool rtl = false;
    std::string lang;  // BCP 47
    Length width() const;
};

struct MoveTo {
    Point to;
};
struct LineTo {
    Point to;
};
struct CurveTo {
    Point control1, control2, to;
};
struct ClosePath {};
using PathStep = std::variant<MoveTo, LineTo, CurveTo, ClosePath>;
using Path = std::vector<PathStep>;

enum class FillRule : std::uint8_t { nonzero, even_odd };
enum class Cap : std::uint8_t { butt, round };

struct Stroke {
    Color color;
    Length width;
    std::vector<Length> dashes;
    Cap cap = Cap::butt;  // joins are round when the cap is round, else mitred
};

struct Shape {
    Path path;
    std::optional<Color> fill;
    FillRule rule = FillRule::nonzero;
    std::optional<Stroke> stroke;
};

/// Decoded once, shared by every page that shows it.
struct Image {
    std::uint32_t width = 0, height = 0;  // pixels
    enum class Encoding : std::uint8_t { rgb8, rgba8, gray8, jpeg_rgb, jpeg_gray } encoding = Encoding::rgb8;
    std::string bytes;  // rows without padding, or the JPEG file as it came
};

struct ImageItem {
    std::shared_ptr<const Image> image;
    Rect box;
};

/// A place on the page that leads somewhere. The owner is the Link node.
struct LinkArea {
    Rect box;
    std::variant<std::string, NodeId> target;  // a URL, or a node of the same document
    std::string description;                   // for readers who do not see the page
};

struct Frame;

/// A child frame, transformed, optionally clipped to its own size.
struct Group {
    std::shared_ptr<const Frame> child;
    Transform transform;
    bool clip = false;
};

struct Item {
    Owner owner;
    std::variant<TextRun, Shape, ImageItem, LinkArea, Group> content;
};

/// A group's owner is used for every leaf of its child (a figure owns its whole drawing) unless
/// `Frame::keeps_owners` says that the child's leaves name their own.
struct Frame {
    Size size;
    std::vector<Item> items;
    bool keeps_owners = true;
};

Path rectangle(const Rect& box);
/// Corners are quarter circles by one cubic each; `radius` is limited to half the shorter side.
Path rounded_rectangle(const Rect& box, Length radius);
Path circle(Point centre, Length radius);
Path line(Point from, Point to);
Rect bounds(const Path& path);
/// Left for right in a frame of this width, for pictures that run from right to left.
Path mirrored(Path path, Length width);

Item text(Owner owner, TextRun run);
Item fill(Owner owner, Path path, Color color);
Item stroke(Owner owner, Path path, Stroke stroke);
Item group(Owner owner, std::shared_ptr<const Frame> child, Transform transform, bool clip = false);

/// A dump for golden tests: one item a line, three decimals, groups indented.
std::string dump(const Frame& frame);

}  // namespace sayso::frame

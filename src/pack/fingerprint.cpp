#include "pack/fingerprint.h"

#include <array>
#include <cstring>
#include <type_traits>

#include <openssl/evp.h>

namespace sayso::pack {
namespace {

constexpr std::size_t most_known = 4096;

/// Everything that decides a document as one string of bytes. Every list and text has its length before it,
/// so that no two values are written alike.
class Bytes {
  public:
    /// All that was put; the end of it.
    std::string take() {
        flush();
        return std::move(out_);
    }

    void put(std::string_view text) {
        put(text.size());
        flush();
        out_ += text;
    }
    void put(const std::string& text) { put(std::string_view(text)); }
    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void put(T value) {
        if (held_ + sizeof(T) > hold_.size()) flush();
        std::memcpy(hold_.data() + held_, &value, sizeof(T));
        held_ += sizeof(T);
    }
    void put(Length length) { put(length.pt()); }
    template <class Tag>
    void put(Index<Tag> id) {
        put(id.value);
    }
    template <class... Fields>
    void all(const Fields&... fields) {
        (put(fields), ...);
    }

    // Every struct is taken apart whole, so that a field that is new to it must be thought of here, too.
    void put(Color color) {
        const auto& [r, g, b] = color;
        all(r, g, b);
    }
    void put(const Size& size) {
        const auto& [width, height] = size;
        all(width, height);
    }
    void put(Point point) {
        const auto& [x, y] = point;
        all(x, y);
    }
    void put(const Rect& box) {
        const auto& [x, y, width, height] = box;
        all(x, y, width, height);
    }
    void put(const Edges& edges) {
        const auto& [top, right, bottom, left] = edges;
        all(top, right, bottom, left);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        put(values.size());
        for (const T& value : values) put(value);
    }
    template <class... T>
    void put(const std::variant<T...>& value) {
        put(value.index());
        std::visit([this](const auto& one) { this->put(one); }, value);
    }

    void put(const doc::Border& border) {
        const auto& [width, color] = border;
        all(width, color);
    }
    void put(const doc::TextStyle& style) {
        const auto& [family, size, leading, weight, color, link_color, align, tabular, balance, marker_text,
                     marker_color] = style;
        all(family, size, leading, weight, color, link_color, align, tabular, balance, marker_text,
            marker_color);
    }
    void put(const doc::BoxStyle& style) {
        const auto& [margin, padding, fill, bleed, border_top, border_end, border_bottom, border_start,
                     radius, display, span, column_count, gap, row_gap, keep_together, spread, if_room,
                     keep_with_next, page_break_before, min_height, region, vertical_align] = style;
        all(margin, padding, fill, bleed, border_top, border_end, border_bottom, border_start, radius,
            display, span, column_count, gap, row_gap, keep_together, spread, if_room, keep_with_next,
            page_break_before, min_height, region, vertical_align);
    }
    void put(const doc::Region& region) {
        const auto& [name, box] = region;
        all(name, box);
    }
    void put(const doc::Decoration& decoration) {
        const auto& [box, fill, radius] = decoration;
        all(box, fill, radius);
    }
    void put(const doc::PageMaster& master) {
        const auto& [name, size, regions, decorations, header, footer, header_box, footer_box,
                     running_grows] = master;
        all(name, size, regions, decorations, header, footer, header_box, footer_box, running_grows);
    }
    void put(const doc::PageSpec& pages) {
        const auto& [masters, imposition, mirror, tightest, unfinished, max_pages] = pages;
        all(masters, imposition, mirror, tightest, unfinished, max_pages);
    }
    void put(const Palette& palette) {
        const auto& [ink, primary, you, quiet, ground, tint, highlight, white, rule] = palette;
        all(ink, primary, you, quiet, ground, tint, highlight, white, rule);
    }

    // Blocks without looks
    void put(const doc::Root&) {}
    void put(const doc::Section&) {}
    void put(const doc::Paragraph&) {}
    void put(const doc::ListItem&) {}
    void put(const doc::TableRow&) {}
    void put(const doc::Caption&) {}
    void put(const doc::Quote&) {}
    void put(const doc::Slide& slide) {
        const auto& [layout, section, notes, continued] = slide;
        all(layout, section, notes, continued);
    }
    void put(const doc::Group& group) {
        const auto& [aside] = group;
        all(aside);
    }
    void put(const doc::Heading& heading) {
        const auto& [level] = heading;
        all(level);
    }
    void put(const doc::List& list) {
        const auto& [marker] = list;
        all(marker);
    }
    void put(const doc::Table& table) {
        const auto& [widths, header_rows] = table;
        all(widths, header_rows);
    }
    void put(const doc::TableCell& cell) {
        const auto& [header, scope] = cell;
        all(header, scope);
    }
    void put(const doc::Text& leaf) {
        const auto& [words, strong, isolate] = leaf;
        all(words, strong, isolate);
    }
    void put(const doc::Link& link) {
        const auto& [target, description] = link;
        all(target, description);
    }
    /// What it shows is looks: see digest_of.
    void put(const doc::Figure& figure) { all(figure.alt, figure.decorative); }

    // Drawings
    void put(const frame::Glyph& glyph) {
        const auto& [id, advance, x_offset, y_offset, cluster] = glyph;
        all(id, advance, x_offset, y_offset, cluster);
    }
    void put(const frame::TextRun& run) {
        const auto& [font, size, color, origin, text, glyphs, rtl, lang] = run;
        all(font, size, color, origin, text, glyphs, rtl, lang);
    }
    void put(const frame::MoveTo& step) {
        const auto& [to] = step;
        all(to);
    }
    void put(const frame::LineTo& step) {
        const auto& [to] = step;
        all(to);
    }
    void put(const frame::CurveTo& step) {
        const auto& [control1, control2, to] = step;
        all(control1, control2, to);
    }
    void put(const frame::ClosePath&) {}
    void put(const frame::Stroke& stroke) {
        const auto& [color, width, dashes, cap] = stroke;
        all(color, width, dashes, cap);
    }
    void put(const frame::Shape& shape) {
        const auto& [path, fill, rule, stroke] = shape;
        all(path, fill, rule, stroke);
    }
    void put(const frame::Image& image) {
        const auto& [width, height, encoding, bytes] = image;
        all(width, height, encoding, bytes);
    }
    void put(const frame::ImageItem& item) {
        const auto& [image, box] = item;
        all(*image, box);
    }
    void put(const frame::LinkArea& area) {
        const auto& [box, target, description] = area;
        all(box, target, description);
    }
    void put(const Transform& transform) {
        const auto& [a, b, c, d, dx, dy] = transform;
        all(a, b, c, d, dx, dy);
    }
    void put(const frame::Group& group) {
        const auto& [child, transform, clip] = group;
        all(*child, transform, clip);
    }
    void put(const frame::Item& item) {
        const auto& [owner, content] = item;
        all(owner, content);
    }
    void put(const frame::Frame& frame) {
        const auto& [size, items, keeps_owners] = frame;
        all(size, items, keeps_owners);
    }

  private:
    void flush() {
        out_.append(hold_.data(), held_);
        held_ = 0;
    }

    std::string out_;
    // Numbers gather here first: there are a hundred of them in a node.
    std::array<char, 512> hold_{};
    std::size_t held_ = 0;
};

}  // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned i = 0; i < size; ++i) (hex += digits[digest[i] >> 4]) += digits[digest[i] & 15];
    return hex;
}

const std::string& Fingerprinter::digest_of(const doc::Figure& figure) {
    const auto shared =
        std::visit([](const auto& content) { return std::shared_ptr<const void>(content); }, figure.content);
    if (const auto found = known_.find(shared); found != known_.end()) return found->second;
    if (known_.size() >= most_known) known_.clear();
    Bytes bytes;
    std::visit([&](const auto& content) { bytes.put(*content); }, figure.content);
    return known_[shared] = sha256(bytes.take());
}

Fingerprint Fingerprinter::of(const compose::Composed& composed, const std::vector<std::string>& formats,
                              pdf::Standard pdf) {
    const auto& [document, pages, account, typed] = composed;
    (static_cast<void>(account), static_cast<void>(typed));  // of the words that follow
    Bytes words, looks;
    words.all(document.title, document.lang, document.author, document.subject, document.keywords);
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        // Children follow from parents; a place in a file is no matter of the document's.
        const auto& [kind, parent, children, role, lang, source, box, text, bookmark] = document[NodeId{i}];
        (static_cast<void>(children), static_cast<void>(source));
        words.all(kind, parent, lang, bookmark);
        looks.all(role, box, text);
        const auto* figure = std::get_if<doc::Figure>(&kind);
        if (figure != nullptr) looks.all(digest_of(*figure), figure->size);
    }
    looks.all(document.palette, pages, formats, pdf);
    return {sha256(words.take()), sha256(looks.take())};
}

}  // namespace sayso::pack

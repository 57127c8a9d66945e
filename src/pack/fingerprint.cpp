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
    void put(Color color) { (put(color.r), put(color.g), put(color.b)); }
    void put(NodeId node) { put(node.value); }
    void put(const Size& size) { (put(size.width), put(size.height)); }
    void put(Point point) { (put(point.x), put(point.y)); }
    void put(const Rect& box) { (put(box.x), put(box.y), put(box.width), put(box.height)); }
    void put(const Edges& edges) { (put(edges.top), put(edges.right), put(edges.bottom), put(edges.left)); }
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

    void put(const doc::Border& border) { (put(border.width), put(border.color)); }
    void put(const doc::TextStyle& s) {
        (put(s.family), put(s.size), put(s.leading), put(s.weight), put(s.color), put(s.link_color));
        (put(s.align), put(s.tabular), put(s.balance), put(s.marker_text), put(s.marker_color));
    }
    void put(const doc::BoxStyle& s) {
        (put(s.margin), put(s.padding), put(s.fill), put(s.bleed), put(s.border_top), put(s.border_end));
        (put(s.border_bottom), put(s.border_start), put(s.radius), put(s.display), put(s.span));
        (put(s.column_count), put(s.gap), put(s.row_gap), put(s.keep_together), put(s.keep_with_next));
        (put(s.page_break_before), put(s.min_height), put(s.region), put(s.vertical_align));
    }
    void put(const doc::Region& region) { (put(region.name), put(region.box)); }
    void put(const doc::Decoration& d) { (put(d.box), put(d.fill), put(d.radius)); }
    void put(const doc::PageMaster& m) {
        (put(m.size), put(m.regions), put(m.decorations), put(m.header), put(m.footer));
        (put(m.header_box), put(m.footer_box));
    }
    void put(const doc::PageSpec& pages) {
        (put(pages.masters), put(pages.imposition), put(pages.mirror), put(pages.tightest));
        put(pages.max_pages);
    }

    // Blocks without looks
    void put(const doc::Root&) {}
    void put(const doc::Section&) {}
    void put(const doc::Group&) {}
    void put(const doc::Heading& heading) { put(heading.level); }
    void put(const doc::Paragraph&) {}
    void put(const doc::List& list) { put(list.marker); }
    void put(const doc::ListItem&) {}
    void put(const doc::Table& table) { (put(table.widths), put(table.header_rows)); }
    void put(const doc::TableRow&) {}
    void put(const doc::TableCell& cell) { (put(cell.header), put(cell.scope)); }
    void put(const doc::Figure& figure) { (put(figure.alt), put(figure.decorative)); }
    void put(const doc::Caption&) {}
    void put(const doc::Slide& slide) { (put(slide.layout), put(slide.section), put(slide.seconds)); }
    void put(const doc::Quote&) {}
    void put(const doc::Text& text) { (put(text.text), put(text.strong), put(text.isolate)); }
    void put(const doc::Link& link) { (put(link.target), put(link.description)); }

    // Drawings
    void put(const frame::Glyph& g) {
        (put(g.id), put(g.advance), put(g.x_offset), put(g.y_offset), put(g.cluster));
    }
    void put(FontId font) { put(font.value); }
    void put(const frame::TextRun& run) {
        (put(run.font), put(run.size), put(run.color), put(run.origin), put(run.text), put(run.glyphs));
        (put(run.rtl), put(run.lang));
    }
    void put(const frame::MoveTo& step) { put(step.to); }
    void put(const frame::LineTo& step) { put(step.to); }
    void put(const frame::CurveTo& step) { (put(step.control1), put(step.control2), put(step.to)); }
    void put(const frame::ClosePath&) {}
    void put(const frame::Stroke& s) { (put(s.color), put(s.width), put(s.dashes), put(s.cap)); }
    void put(const frame::Shape& shape) {
        (put(shape.path), put(shape.fill), put(shape.rule), put(shape.stroke));
    }
    void put(const frame::Image& image) {
        (put(image.width), put(image.height), put(image.encoding), put(image.bytes));
    }
    void put(const frame::ImageItem& item) { (put(*item.image), put(item.box)); }
    void put(const frame::LinkArea& area) { (put(area.box), put(area.target), put(area.description)); }
    void put(const Transform& t) { (put(t.a), put(t.b), put(t.c), put(t.d), put(t.dx), put(t.dy)); }
    void put(const frame::Group& group) { (put(*group.child), put(group.transform), put(group.clip)); }
    void put(const frame::Item& item) { (put(item.owner), put(item.content)); }
    void put(const frame::Frame& frame) { (put(frame.size), put(frame.items), put(frame.keeps_owners)); }

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

Fingerprint Fingerprinter::of(const compose::Composed& composed, const std::vector<std::string>& formats) {
    const doc::Document& document = composed.document;
    Bytes words, looks;
    (words.put(document.title), words.put(document.lang), words.put(document.author));
    (words.put(document.subject), words.put(document.keywords));
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        const doc::Node& node = document[NodeId{i}];
        (words.put(node.kind), words.put(node.parent), words.put(node.lang), words.put(node.bookmark));
        (looks.put(node.role), looks.put(node.box), looks.put(node.text));
        if (const auto* figure = std::get_if<doc::Figure>(&node.kind))
            (looks.put(digest_of(*figure)), looks.put(figure->size));
    }
    (looks.put(composed.pages), looks.put(formats));
    return {sha256(words.take()), sha256(looks.take())};
}

}  // namespace sayso::pack

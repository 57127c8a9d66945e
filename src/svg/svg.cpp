#include "svg/svg.h"

#include <fmt/format.h>

#include "base/number.h"
#include "picture/png_file.h"
#include "svg/text_writer.h"
#include "svg/xml.h"

namespace sayso::svg {
namespace {

/// Where a link may lead: what a reader can follow and a browser does not run.
bool is_safe_url(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (url.starts_with(scheme)) return true;
    return false;
}

std::string box_attributes(const Rect& box) {
    return fmt::format(R"(x="{}" y="{}" width="{}" height="{}")", number(box.x), number(box.y),
                       number(box.width), number(box.height));
}

std::string stroke_attributes(const frame::Stroke& stroke) {
    std::string out =
        fmt::format(R"( stroke="{}" stroke-width="{}")", to_hex(stroke.color), number(stroke.width));
    // Frames limit mitres as PDF does, at 10; SVG's own limit is 4.
    out += stroke.cap == frame::Cap::round ? R"( stroke-linecap="round" stroke-linejoin="round")"
                                           : R"( stroke-miterlimit="10")";
    if (!stroke.dashes.empty()) {
        std::string dashes;
        for (const Length dash : stroke.dashes) dashes += (dashes.empty() ? "" : " ") + number(dash);
        out += fmt::format(R"( stroke-dasharray="{}")", dashes);
    }
    return out;
}

class SvgWriter {
  public:
    SvgWriter(const text::FontLibrary& fonts, bool outline_text, std::string prefix)
        : text_(fonts), outline_text_(outline_text), prefix_(std::move(prefix)) {}

    std::string body(const frame::Frame& page) {
        frame(page);
        return std::move(out_);
    }

    void operator()(const frame::TextRun& run) {
        out_ += outline_text_ ? text_.outlined(run) : text_.text(run);
    }

    void operator()(const frame::Shape& shape) {
        if (!shape.fill && !shape.stroke) return;
        out_ += fmt::format(R"(<path fill="{}")", shape.fill ? to_hex(*shape.fill) : "none");
        if (shape.fill && shape.rule == frame::FillRule::even_odd) out_ += R"( fill-rule="evenodd")";
        if (shape.stroke && shape.stroke->width > Length{}) out_ += stroke_attributes(*shape.stroke);
        out_ += fmt::format(" d=\"{}\"/>\n", path_data(shape.path));
    }

    void operator()(const frame::ImageItem& item) {
        out_ += fmt::format("<image {} preserveAspectRatio=\"none\" href=\"{}\"/>\n",
                            box_attributes(item.box), image_url(*item.image));
    }

    void operator()(const frame::LinkArea& link) {
        const auto* url = std::get_if<std::string>(&link.target);
        if (!url || !is_safe_url(*url)) return;
        out_ += fmt::format(
            "<a href=\"{}\"><title>{}</title><rect {} fill=\"none\" pointer-events=\"all\"/></a>\n",
            escape(*url), escape(link.description), box_attributes(link.box));
    }

    void operator()(const frame::Group& group) {
        const Transform& t = group.transform;
        out_ += t == Transform{} ? "<g>" : fmt::format("<g transform=\"{}\">", transform_text(t));
        // The clip is cut in the child's own space, so it stands inside the transform.
        if (group.clip) open_clip(group.child->size);
        out_ += '\n';
        frame(*group.child);
        out_ += group.clip ? "</g></g>\n" : "</g>\n";
    }

  private:
    static std::string transform_text(const Transform& t) {
        // Six decimals for the unitless part: an error there grows with the size of what is drawn.
        if (t.a == 1 && t.b == 0 && t.c == 0 && t.d == 1)
            return fmt::format("translate({} {})", number(t.dx), number(t.dy));
        return fmt::format("matrix({} {} {} {} {} {})", sayso::number(t.a, 6), sayso::number(t.b, 6),
                           sayso::number(t.c, 6), sayso::number(t.d, 6), number(t.dx), number(t.dy));
    }

    void open_clip(const Size& size) {
        ++clips_;
        out_ += fmt::format(
            "<clipPath id=\"{0}clip{1}\"><rect width=\"{2}\" height=\"{3}\"/></clipPath><g "
            "clip-path=\"url(#{0}clip{1})\">",
            prefix_, clips_, number(size.width), number(size.height));
    }

    void frame(const frame::Frame& page) {
        for (const frame::Item& item : page.items) std::visit(*this, item.content);
    }

    std::string out_;
    TextWriter text_;
    bool outline_text_;
    std::string prefix_;  // of ids: one page of HTML may hold many drawings
    int clips_ = 0;
};

/// <title> and <desc> with ids of their own, and the attributes that point to them.
struct Labels {
    std::string attributes, elements;
};
Labels labels(const std::string& prefix, std::string_view title, std::string_view description) {
    Labels out;
    std::string ids;
    const auto label = [&](std::string_view element, std::string_view words) {
        if (words.empty()) return;
        ids += fmt::format("{}{}-{}", ids.empty() ? "" : " ", prefix, element);
        out.elements += fmt::format("<{0} id=\"{1}-{0}\">{2}</{0}>\n", element, prefix, escape(words));
    };
    label("title", title);
    label("desc", description);
    out.attributes = R"( role="img")";
    if (!ids.empty()) out.attributes += fmt::format(R"( aria-labelledby="{}")", ids);
    return out;
}

std::string language(const std::string& lang) {
    return lang.empty() ? std::string() : fmt::format(R"( lang="{0}" xml:lang="{0}")", escape(lang));
}

}  // namespace

std::string image_url(const frame::Image& image) {
    using Encoding = frame::Image::Encoding;
    const auto png_url = [&](int channels) {
        return data_url("image/png",
                        picture::encode_png({image.width, image.height, channels, image.bytes, {}, false}));
    };
    switch (image.encoding) {
        case Encoding::gray8:
            return png_url(1);
        case Encoding::rgb8:
            return png_url(3);
        case Encoding::rgba8:
            return png_url(4);
        case Encoding::jpeg_rgb:
        case Encoding::jpeg_gray:
            return data_url("image/jpeg", image.bytes);
    }
    return {};
}

std::string file(const frame::Frame& page, const text::FontLibrary& fonts, const FileOptions& options) {
    SvgWriter writer(fonts, options.outline_text, {});
    UsedFonts used(fonts);
    if (!options.outline_text) used.add(page);
    const std::string width = number(page.size.width), height = number(page.size.height);
    const Labels words = labels("sayso", options.title, options.description);
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} "
        "{1}\"{2}{3}>\n{4}",
        width, height, language(options.lang), words.attributes, words.elements);
    if (const std::string style = used.style_sheet(); !style.empty())
        out += fmt::format("<style>\n{}</style>\n", style);
    out += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#FFFFFF\"/>\n", width, height);
    return out + writer.body(page) + "</svg>\n";
}

std::string inline_figure(const frame::Frame& figure, const UsedFonts& fonts, const InlineOptions& options) {
    const Labels words = options.decorative ? Labels{R"( aria-hidden="true")", {}}
                                            : labels(options.id, options.title, options.description);
    const std::string style =
        options.style.empty() ? std::string() : fmt::format(" style=\"{}\"", options.style);
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"{}{}>\n{}",
                       number(figure.size.width), number(figure.size.height), style, words.attributes,
                       words.elements) +
           SvgWriter(fonts.library(), false, options.id).body(figure) + "</svg>\n";
}

}  // namespace sayso::svg

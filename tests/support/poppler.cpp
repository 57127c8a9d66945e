#include "support/poppler.h"

#include <memory>

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace sayso::test {
namespace {

std::unique_ptr<poppler::document> open(std::string_view pdf) {
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
}

/// U+200E, U+200F, U+202A to U+202E and U+2066 to U+2069, in UTF-8.
std::string without_direction_marks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view mark = text.substr(at, 3);
        const bool is_mark = (mark >= "\xE2\x80\x8E" && mark <= "\xE2\x80\x8F") ||
                             (mark >= "\xE2\x80\xAA" && mark <= "\xE2\x80\xAE") ||
                             (mark >= "\xE2\x81\xA6" && mark <= "\xE2\x81\xA9");
        if (is_mark)
            at += 2;
        else
            out += text[at];
    }
    return out;
}

std::string words_of(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return without_direction_marks({bytes.data(), bytes.size()});
}

}  // namespace

int page_count(std::string_view pdf) {
    const auto document = open(pdf);
    return document ? document->pages() : 0;
}

std::vector<std::string> copied_pages(std::string_view pdf) {
    std::vector<std::string> out;
    const auto document = open(pdf);
    for (int i = 0; document && i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        out.push_back(words_of(page->text(poppler::rectf(), poppler::page::raw_order_layout)));
    }
    return out;
}

std::vector<SeenWord> seen_words(std::string_view pdf, int page) {
    std::vector<SeenWord> out;
    const auto document = open(pdf);
    const std::unique_ptr<poppler::page> opened(document ? document->create_page(page) : nullptr);
    if (!opened) return out;
    for (const poppler::text_box& box : opened->text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf at = box.bbox();
        out.push_back({words_of(box.text()), at.x(), at.y(), at.width(), at.height(), box.get_font_size()});
    }
    return out;
}

Pixels seen_page(std::string_view pdf, int page, double dpi) {
    Pixels out;
    const auto document = open(pdf);
    const std::unique_ptr<poppler::page> opened(document ? document->create_page(page) : nullptr);
    if (!opened) return out;
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const poppler::image image = renderer.render_page(opened.get(), dpi, dpi);
    out.width = image.width();
    out.height = image.height();
    for (int y = 0; y < out.height; ++y)
        out.rgb.append(image.const_data() + y * image.bytes_per_row(),
                       static_cast<std::size_t>(out.width) * 3);
    return out;
}

}  // namespace sayso::test

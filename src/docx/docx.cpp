#include "docx/docx.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/overload.h"
#include "docx/from_tree.h"
#include "docx/parts.h"
#include "ooxml/package.h"
#include "ooxml/theme.h"

namespace sayso::docx {
namespace {

using ooxml::ZipEntry;

constexpr std::size_t most_pictures = 64;
constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string main_part = "word/document.xml";

std::string type_of(std::string_view kind) {
    return std::string(word_type) + std::string(kind) + "+xml";
}

std::string relation(std::string_view kind) {
    return std::string(office) + std::string(kind);
}

}  // namespace

struct Cache::Impl {
    struct Figure {
        std::shared_ptr<const frame::Frame> frame;  // held, so that its address is no other's
        ZipEntry entry;
        Diagnostics faults;
    };

    /// Before a document is begun: while it is written, what it uses stays.
    void trim() {
        zipper.trim();
        while (figures.size() > most_pictures) figures.pop_front();
    }

    ooxml::Zipper zipper;
    std::deque<Figure> figures;
};

Cache::Cache() : impl_(std::make_unique<Impl>()) {}
Cache::~Cache() = default;
Cache::Cache(Cache&&) noexcept = default;

namespace {

class FileWriter {
  public:
    FileWriter(const Text& text, const Options& options, Cache::Impl& cache, Diagnostics& diagnostics)
        : text_(text), options_(options), cache_(cache), diagnostics_(diagnostics) {}

    std::string write() {
        find_ways(text_.blocks);
        if (!text_.footer.empty()) ways_.footer = add("footer1", "footer", footer_part(text_));
        if (!text_.notes.empty()) add("footnotes", "footnotes", footnotes_part(text_));
        add_shared("styles", "styles", styles_part(text_));
        if (!text_.lists.empty()) add("numbering", "numbering", numbering_part(text_));
        add_shared("settings", "settings", settings_part(text_));
        add_shared("fontTable", "fontTable", font_table_part(text_));
        const std::string theme = "word/theme/theme1.xml";
        package_.add(ooxml::theme_content_type,
                     cache_.zipper.shared(
                         theme, ooxml::theme_part(text_.palette, "Sayso", ooxml::family_name(text_.family))));
        package_.relate(main_part, ooxml::relationship::theme, theme);
        package_.add(main_part, type_of("document.main"), document_part(text_, ways_));
        package_.relate("", ooxml::relationship::office_document, main_part);
        package_.add_properties({text_.title, text_.author, text_.subject, text_.keywords, text_.lang,
                                 options_.created, options_.producer});
        return package_.zip(cache_.zipper);
    }

  private:
    std::string add(const std::string& name, std::string_view kind, std::string bytes) {
        const std::string path = "word/" + name + ".xml";
        package_.add(path, type_of(kind), std::move(bytes));
        return package_.relate(main_part, relation(kind), path);
    }
    /// A part that many documents have alike.
    void add_shared(const std::string& name, std::string_view kind, std::string bytes) {
        const std::string path = "word/" + name + ".xml";
        package_.add(type_of(kind), cache_.zipper.shared(path, std::move(bytes)));
        package_.relate(main_part, relation(kind), path);
    }

    void find_ways(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            std::visit(Overload{[&](const Paragraph& one) { find_addresses(one); },
                                [&](const Table& one) {
                                    for (const Row& row : one.rows)
                                        for (const Cell& cell : row.cells) find_ways(cell.blocks);
                                },
                                [&](const Picture& one) { add_picture(one); }},
                       block);
    }

    void find_addresses(const Paragraph& paragraph) {
        for (const Stretch& stretch : paragraph.stretches) {
            const std::string& address = stretch.address;
            const bool known =
                address.empty() ||
                std::ranges::find(ways_.addresses, address, &std::pair<std::string, std::string>::first) !=
                    ways_.addresses.end();
            if (!known)
                ways_.addresses.emplace_back(
                    address, package_.relate_outside(main_part, ooxml::relationship::hyperlink, address));
        }
    }

    void add_picture(const Picture& picture) {
        const auto* image = std::get_if<std::shared_ptr<const frame::Image>>(&picture.content);
        const bool jpeg = image && ((*image)->encoding == frame::Image::Encoding::jpeg_rgb ||
                                    (*image)->encoding == frame::Image::Encoding::jpeg_gray);
        const std::string ending = jpeg ? "jpeg" : "png";
        const std::string path =
            "word/media/image" + std::to_string(ways_.pictures.size() + 1) + "." + ending;
        package_.default_type(ending, "image/" + ending);
        if (jpeg)
            package_.add(path, "image/jpeg", (*image)->bytes);
        else
            package_.add("image/png", drawn(picture, path));
        ways_.pictures.push_back(package_.relate(main_part, ooxml::relationship::image, path));
    }

    const ZipEntry& drawn(const Picture& picture, const std::string& path) {
        const auto* frame = std::get_if<std::shared_ptr<const frame::Frame>>(&picture.content);
        if (!frame) {
            frame::Frame page{picture.size, {}, true};
            page.items.push_back({frame::Artifact::layout,
                                  frame::ImageItem{std::get<1>(picture.content),
                                                   {{}, {}, picture.size.width, picture.size.height}}});
            return entries_.emplace_back(cache_.zipper.entry(path, options_.png(page, diagnostics_)));
        }
        const auto known = std::ranges::find(cache_.figures, *frame, &Cache::Impl::Figure::frame);
        if (known != cache_.figures.end()) {
            diagnostics_.merge(known->faults);
            entries_.push_back(known->entry);
        } else {
            Cache::Impl::Figure made{*frame, {}, {}};
            made.entry = cache_.zipper.entry(path, options_.png(**frame, made.faults));
            diagnostics_.merge(made.faults);
            entries_.push_back(made.entry);
            cache_.figures.push_back(std::move(made));
        }
        entries_.back().path = path;
        return entries_.back();
    }

    const Text& text_;
    const Options& options_;
    Cache::Impl& cache_;
    Diagnostics& diagnostics_;
    ooxml::Package package_;
    Ways ways_;
    std::deque<ZipEntry> entries_;  // of this file's pictures
};

}  // namespace

std::string write(const doc::Document& document, const doc::PageSpec& pages, const Options& options,
                  Cache& cache, Diagnostics& diagnostics) {
    if (pages.imposition != doc::Imposition::none) {
        diagnostics.error(
            "docx-folded", {}, "\"" + document.title + "\" is folded paper, and Word knows none",
            "make it as pdf; briefings, one-page sheets and wordings for plans can be made as docx");
        return {};
    }
    const std::size_t errors = diagnostics.errors();
    cache.impl().trim();
    std::string bytes = FileWriter(text_from(document, pages), options, cache.impl(), diagnostics).write();
    return diagnostics.errors() > errors ? std::string() : bytes;
}

}  // namespace sayso::docx

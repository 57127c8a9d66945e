#include "pptx/pptx.h"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "ooxml/package.h"
#include "ooxml/theme.h"
#include "pptx/chart.h"
#include "pptx/freeform.h"
#include "pptx/from_tree.h"
#include "pptx/parts.h"

namespace sayso::pptx {
namespace {

constexpr std::string_view powerpoint = "application/vnd.openxmlformats-officedocument.presentationml.";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string main_part = "ppt/presentation.xml", master_path = "ppt/slideMasters/slideMaster1.xml",
                  notes_master_path = "ppt/notesMasters/notesMaster1.xml";

std::string type_of(std::string_view kind) {
    return fmt::format("{}{}+xml", powerpoint, kind);
}
std::string relation(std::string_view kind) {
    return fmt::format("{}{}", office, kind);
}

class FileWriter {
  public:
    FileWriter(const Deck& deck, const Options& options, ooxml::Zipper& zipper, Diagnostics& diagnostics)
        : deck_(deck), options_(options), zipper_(zipper), diagnostics_(diagnostics) {}

    std::string write() {
        const std::string master = package_.relate(main_part, relation("slideMaster"), master_path);
        const std::string notes = package_.relate(main_part, relation("notesMaster"), notes_master_path);
        add_masters();
        std::vector<std::string> slides;
        for (std::size_t i = 0; i < deck_.slides.size(); ++i) slides.push_back(add_slide(i));
        package_.relate(main_part, relation("theme"), "ppt/theme/theme1.xml");
        add_plain("presProps", presentation_properties_part());
        add_plain("viewProps", view_properties_part());
        add_plain("tableStyles", table_styles_part());
        package_.add(main_part, type_of("presentation.main"),
                     presentation_part(deck_, master, notes, slides));
        package_.relate("", ooxml::relationship::office_document, main_part);
        package_.add_properties({deck_.title, deck_.author, deck_.subject, deck_.keywords, deck_.lang,
                                 options_.created, options_.producer});
        return package_.zip(zipper_);
    }

  private:
    /// A part that many decks have alike.
    void add_shared(const std::string& path, std::string_view type, std::string bytes) {
        package_.add(type, zipper_.shared(path, std::move(bytes)));
    }

    void add_plain(const std::string& name, std::string bytes) {
        const std::string path = fmt::format("ppt/{}.xml", name);
        add_shared(path, type_of(name), std::move(bytes));
        package_.relate(main_part, relation(name), path);
    }

    static std::string layout_path(std::size_t layout) {
        return fmt::format("ppt/slideLayouts/slideLayout{}.xml", layout + 1);
    }

    void add_masters() {
        const std::string family = ooxml::family_name(deck_.family);
        // A notes master has a theme of its own, the same.
        for (const int number : {1, 2})
            add_shared(fmt::format("ppt/theme/theme{}.xml", number), ooxml::theme_content_type,
                       ooxml::theme_part(deck_.palette, "Sayso", family));
        std::vector<std::string> layouts;
        for (std::size_t i = 0; i < deck_.layouts.size(); ++i) {
            add_shared(layout_path(i), type_of("slideLayout"), layout_part(deck_, deck_.layouts[i]));
            layouts.push_back(package_.relate(master_path, relation("slideLayout"), layout_path(i)));
            package_.relate(layout_path(i), relation("slideMaster"), master_path);
        }
        package_.relate(master_path, ooxml::relationship::theme, "ppt/theme/theme1.xml");
        add_shared(master_path, type_of("slideMaster"), master_part(deck_, layouts));
        package_.relate(notes_master_path, ooxml::relationship::theme, "ppt/theme/theme2.xml");
        add_shared(notes_master_path, type_of("notesMaster"), notes_master_part(deck_));
    }

    std::string add_slide(std::size_t number) {
        const Slide& slide = deck_.slides[number];
        const std::string path = fmt::format("ppt/slides/slide{}.xml", number + 1);
        package_.relate(path, relation("slideLayout"), layout_path(slide.layout));
        package_.add(path, type_of("slide"), slide_part(deck_, slide, ways_of(slide, path)));
        const std::string notes = fmt::format("ppt/notesSlides/notesSlide{}.xml", number + 1);
        package_.add(notes, type_of("notesSlide"), notes_part(deck_, slide));
        package_.relate(path, relation("notesSlide"), notes);
        package_.relate(notes, relation("notesMaster"), notes_master_path);
        package_.relate(notes, relation("slide"), path);
        return package_.relate(main_part, relation("slide"), path);
    }

    Ways ways_of(const Slide& slide, const std::string& path) {
        Ways ways;
        for (const Shape& shape : slide.shapes) {
            if (const auto* words = std::get_if<Words>(&shape)) {
                for (const Paragraph& paragraph : words->paragraphs) find_addresses(paragraph, path, ways);
            } else if (const auto* figure = std::get_if<Figure>(&shape)) {
                if (figure->plot)
                    ways.charts.push_back(add_chart(*figure, path));
                else if (!std::holds_alternative<std::shared_ptr<const diagram::Picture>>(
                             figure->figure->model) &&
                         !is_freeform(deck_, *figure->figure))
                    ways.pictures.push_back(add_picture(*figure, path));
            }
        }
        return ways;
    }

    void find_addresses(const Paragraph& paragraph, const std::string& path, Ways& ways) {
        for (const Run& run : paragraph.runs) {
            const bool known = std::any_of(ways.addresses.begin(), ways.addresses.end(),
                                           [&](const auto& one) { return one.first == run.address; });
            if (!run.address.empty() && !known)
                ways.addresses.emplace_back(
                    run.address, package_.relate_outside(path, ooxml::relationship::hyperlink, run.address));
        }
    }

    std::string add_chart(const Figure& figure, const std::string& path) {
        const std::string to = fmt::format("ppt/charts/chart{}.xml", ++charts_);
        const std::string book = fmt::format("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", charts_);
        const auto& chart = *std::get<std::shared_ptr<const chart::Chart>>(figure.figure->model);
        const std::string way = package_.relate(to, relation("package"), book);
        package_.default_type("xlsx", workbook_content_type);
        package_.add(to, chart_content_type, chart_part(deck_, chart, *figure.plot, figure.box.size(), way));
        package_.add(book, workbook_content_type, chart_workbook(*figure.plot, zipper_));
        return package_.relate(path, relation("chart"), to);
    }

    std::string add_picture(const Figure& figure, const std::string& path) {
        frame::Frame page{figure.box.size(), {}, true};
        const double scale = figure.box.width / figure.figure->size.width;
        if (const auto* drawing = std::get_if<std::shared_ptr<const frame::Frame>>(&figure.figure->content)) {
            const double fit = figure.box.width / (*drawing)->size.width;
            page.items.push_back(frame::group(frame::Artifact::layout, *drawing, Transform::scale(fit, fit)));
        } else {
            page.items.push_back(
                {frame::Artifact::layout,
                 frame::ImageItem{
                     std::get<1>(figure.figure->content),
                     {{}, {}, figure.figure->size.width * scale, figure.figure->size.height * scale}}});
        }
        const std::string to = fmt::format("ppt/media/image{}.png", ++pictures_);
        package_.default_type("png", "image/png");
        package_.add(to, "image/png", options_.png(page, diagnostics_));
        return package_.relate(path, ooxml::relationship::image, to);
    }

    const Deck& deck_;
    const Options& options_;
    ooxml::Zipper& zipper_;
    Diagnostics& diagnostics_;
    ooxml::Package package_;
    int pictures_ = 0, charts_ = 0;
};

/// Two slides of one title cannot be told apart in a list of slides, nor by ear.
void report_twins(const Deck& deck, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (deck.slides[i].title.empty() || deck.slides[i].title != deck.slides[k].title) continue;
            diagnostics.warning("slide-title-twice", deck.slides[i].source,
                                fmt::format("two slides have the title \"{}\"", deck.slides[i].title),
                                "say in each title what that slide says");
            break;
        }
    }
}

}  // namespace

std::string write(const doc::Document& document, const doc::PageSpec& pages, const doc::Placed& placed,
                  const Options& options, ooxml::Zipper& zipper, Diagnostics& diagnostics) {
    const auto& children = document[doc::Document::root].children;
    const bool is_deck = !children.empty() && document.get<doc::Slide>(children.front()) != nullptr;
    if (!is_deck || pages.imposition != doc::Imposition::none) {
        diagnostics.error("pptx-no-deck", {},
                          fmt::format("\"{}\" is no talk, and PowerPoint shows slides", document.title),
                          "make the kind \"slides\" as pptx, and this one as pdf");
        return {};
    }
    const std::size_t errors = diagnostics.errors();
    zipper.trim();
    const Deck deck = deck_from(document, pages, placed);
    report_twins(deck, diagnostics);
    std::string bytes = FileWriter(deck, options, zipper, diagnostics).write();
    return diagnostics.errors() > errors ? std::string() : bytes;
}

}  // namespace sayso::pptx

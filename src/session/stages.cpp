#include "session/stages.h"

#include "cairo/cairo.h"
#include "check/check.h"
#include "html/epub.h"
#include "layout/bleed.h"
#include "pptx/pptx.h"
#include "session/fitting.h"
#include "svg/svg.h"

namespace sayso {
namespace {

compose::Composed tree(const compose::Request& request, Worker& worker, Diagnostics& diagnostics) {
    return compose::compose(request, worker.compose_cache, diagnostics);
}

compose::Composed tree(const compose::FigureRequest& request, Worker&, Diagnostics& diagnostics) {
    return compose::compose(request, diagnostics);
}

/// What pictures of pages say to those who do not see them.
std::string described(const doc::Document& document) {
    std::string out;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        const auto* figure = document.get<doc::Figure>(NodeId{i});
        if (figure != nullptr && !figure->decorative) out += (out.empty() ? "" : "\n") + figure->alt;
    }
    return out;
}

/// One file a page: "-2.png" is the second of several.
template <class Draw>
void each_page(const layout::Placed& placed, const char* ending, std::vector<Output>& out, const Draw& draw) {
    for (std::size_t page = 0; page < placed.pages.size(); ++page) {
        const std::string number = placed.pages.size() > 1 ? "-" + std::to_string(page + 1) : "";
        out.push_back({number + ending, draw(placed.pages[page])});
    }
}

/// For a printing house under another name: it is no file to read from.
Output pdf_file(const Emit& emit, const doc::Document& document, const layout::Placed& placed, Worker& worker,
                Diagnostics& diagnostics) {
    pdf::Options options{emit.created, emit.producer, placed.page_labels};
    options.standard = emit.pdf;
    if (emit.print) options.trim = pdf::Trim{layout::print_margin, layout::print_bleed};
    const auto& pages = placed.pages;
    return {emit.print ? "-print.pdf" : ".pdf",
            pdf::write(document, emit.print ? layout::with_bleed(pages) : pages, options, worker.pdf_cache,
                       diagnostics),
            pages.size()};
}

Output word_file(const Emit& emit, const compose::Composed& composed, Worker& worker,
                 Diagnostics& diagnostics) {
    constexpr double print_dpi = 200;
    const docx::Options options{emit.created, emit.producer,
                                [&](const frame::Frame& figure, Diagnostics& faults) {
                                    return cairo::png(figure, worker.fonts, print_dpi, faults);
                                }};
    return {".docx", docx::write(composed.document, composed.pages, options, worker.docx_cache, diagnostics)};
}

Output slides_file(const Emit& emit, const compose::Composed& composed, const layout::Placed& placed,
                   Worker& worker, Diagnostics& diagnostics) {
    constexpr double screen_dpi = 192;
    const pptx::Options options{emit.created, emit.producer,
                                [&](const frame::Frame& figure, Diagnostics& faults) {
                                    return cairo::png(figure, worker.fonts, screen_dpi, faults);
                                }};
    return {".pptx",
            pptx::write(composed.document, composed.pages, placed, options, worker.zipper, diagnostics),
            placed.pages.size()};
}

}  // namespace

compose::Composed compose_tree(const Request& request, Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::compose);
    return std::visit([&](const auto& content) { return tree(content, worker, diagnostics); },
                      request.content);
}

layout::Placed place_pages(compose::Composed& composed, const std::function<bool(Span)>& is_own,
                           Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::layout);
    layout::Placed placed = place_whole(composed, worker.shaper, diagnostics);
    if (has_misfits(diagnostics) && drop_dispensable(composed.document)) {
        diagnostics = {};
        placed = place_whole(composed, worker.shaper, diagnostics);
    }
    if (is_own) blame_long_texts(composed, is_own, worker.shaper, diagnostics);
    return placed;
}

std::vector<std::string> check_rules(const Rules& rules, const compose::Composed& composed,
                                     const layout::Placed& placed, Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::check);
    auto sets = check::check_document(composed.document, *rules.profile, placed.pages.size(), rules.lexicon,
                                      worker.reader, diagnostics);
    std::vector<model::Words> typed = composed.typed;
    for (model::Words& each : typed)
        if (each.lang.empty()) each.lang = composed.document.lang;
    if (rules.lexicon != nullptr) check::check_numbers(typed, worker.numbers, diagnostics);
    const auto weight = [&](FontId font) { return worker.fonts.weight(font); };
    check::check_pages(composed.document, placed.pages, weight, diagnostics);
    return sets;
}

std::vector<Output> emit_files(const Emit& emit, const compose::Composed& composed,
                               const layout::Placed& placed, Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::emit);
    const doc::Document& document = composed.document;
    std::vector<Output> out;
    for (const std::string& format : emit.formats) {
        if (format == "pdf") {
            out.push_back(pdf_file(emit, document, placed, worker, diagnostics));
        } else if (format == "png") {
            each_page(placed, ".png", out, [&](const frame::Frame& page) {
                return cairo::png(page, worker.fonts, emit.dpi, diagnostics);
            });
        } else if (format == "docx") {
            out.push_back(word_file(emit, composed, worker, diagnostics));
        } else if (format == "pptx") {
            out.push_back(slides_file(emit, composed, placed, worker, diagnostics));
        } else if (format == "html") {
            const html::Options options{emit.producer, &placed.pages, &composed.pages};
            out.push_back({".html", html::write(document, worker.fonts, options)});
        } else if (format == "epub") {
            const html::Options options{emit.producer, &placed.pages, &composed.pages};
            out.push_back(
                {".epub", html::write_epub(document, worker.fonts, options, emit.created, worker.zipper)});
        } else if (format == "svg") {
            const svg::FileOptions options{document.title, described(document), document.lang,
                                           emit.outline_text};
            each_page(placed, ".svg", out,
                      [&](const frame::Frame& page) { return svg::file(page, worker.fonts, options); });
        }
    }
    return out;
}

std::string draw_thumbnail(const Emit& emit, const layout::Placed& placed, Worker& worker,
                           Diagnostics& diagnostics) {
    if (!emit.thumbnail || placed.pages.empty()) return {};
    const Timed timed(worker.times, Stage::emit);
    return cairo::thumbnail(placed.pages.front(), worker.fonts, diagnostics);
}

}  // namespace sayso

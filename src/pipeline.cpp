#include "pipeline.h"

#include "cairo/cairo.h"
#include "html/html.h"

namespace sayso {
namespace {

std::vector<Output> emit_png(const layout::Placed& placed, const Emit& emit, Worker& worker,
                             Diagnostics& diagnostics) {
    std::vector<Output> out;
    for (std::size_t page = 0; page < placed.pages.size(); ++page) {
        std::string bytes = cairo::png(placed.pages[page], worker.fonts, emit.dpi, diagnostics);
        const std::string number = placed.pages.size() > 1 ? "-" + std::to_string(page + 1) : "";
        out.push_back({number + ".png", std::move(bytes)});
    }
    return out;
}

Output emit_docx(const compose::Composed& composed, const Emit& emit, Worker& worker,
                 Diagnostics& diagnostics) {
    constexpr double print_dpi = 200;
    const docx::Options options{emit.created, emit.producer,
                                [&](const frame::Frame& figure, Diagnostics& faults) {
                                    return cairo::png(figure, worker.fonts, print_dpi, faults);
                                }};
    return {".docx", docx::write(composed.document, composed.pages, options, worker.docx_cache, diagnostics)};
}

}  // namespace

compose::Composed compose_document(const compose::Request& request, Worker& worker,
                                   Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::compose);
    return compose::compose(request, worker.compose_cache, diagnostics);
}

layout::Placed place_document(const compose::Composed& composed, Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::layout);
    return layout::place(composed.document, composed.pages, worker.shaper, diagnostics);
}

std::vector<Output> emit_document(const compose::Composed& composed, const layout::Placed& placed,
                                  const Emit& emit, Worker& worker, Diagnostics& diagnostics) {
    const Timed timed(worker.times, Stage::emit);
    std::vector<Output> out;
    for (const std::string& format : emit.formats) {
        if (format == "pdf") {
            const pdf::Options options{emit.created, emit.producer, placed.page_labels};
            out.push_back(
                {".pdf", pdf::write(composed.document, placed.pages, options, worker.pdf_cache, diagnostics),
                 placed.pages.size()});
        } else if (format == "png") {
            for (Output& page : emit_png(placed, emit, worker, diagnostics)) out.push_back(std::move(page));
        } else if (format == "docx") {
            out.push_back(emit_docx(composed, emit, worker, diagnostics));
        } else if (format == "html") {
            const html::Options options{emit.producer, &placed.pages, &composed.pages};
            out.push_back({".html", html::write(composed.document, worker.fonts, options)});
        }
    }
    return out;
}

// The stages in order. What was loaded and validated (load, model) arrives in `request`; packs repeat this
// for each document on as many threads as there are workers.
std::vector<Output> make_document(const compose::Request& request, const Emit& emit, Worker& worker,
                                  Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.errors();
    const compose::Composed composed = compose_document(request, worker, diagnostics);
    if (diagnostics.errors() > errors_before) return {};
    const layout::Placed placed = place_document(composed, worker, diagnostics);
    std::vector<Output> out = emit_document(composed, placed, emit, worker, diagnostics);
    if (diagnostics.errors() > errors_before) return {};
    return out;
}

}  // namespace sayso

#include "compose/compose.h"

#include <algorithm>

#include "compose/context.h"
#include "compose/evidence_data.h"
#include "compose/flow.h"
#include "compose/large_print.h"
#include "compose/translated.h"

namespace sayso::compose {
namespace {

/// Room between running matter and the body, and from the edge of the paper to the running matter.
constexpr Length running_gap = mm(5);
constexpr Length paper_edge = mm(8);

doc::PageMaster master(const model::Page& page, FlowWriter& writer, const StyleSheet& styles,
                       Diagnostics& diagnostics) {
    doc::PageMaster out;
    out.size = {page.width, page.height};
    const Rect paper{{}, {}, page.width, page.height};
    if (page.regions.empty()) out.regions.push_back({"main", paper.inset(page.margin)});
    for (const model::PageRegion& region : page.regions) {
        out.regions.push_back({region.id.text, {region.x, region.y, region.width, region.height}});
    }
    for (const model::Band& band : page.bands) {
        if (const auto color = styles.color(band.color, diagnostics)) {
            out.decorations.push_back({{band.x, band.y, band.width, band.height}, *color, pt(0)});
        }
    }
    const Length width = page.width - page.margin.across();
    out.header_box = {page.margin.left, paper_edge, width, page.margin.top - paper_edge - running_gap};
    out.footer_box = {page.margin.left, page.height - page.margin.bottom + running_gap, width,
                      page.margin.bottom - paper_edge - running_gap};
    if (!page.header.empty()) out.header = writer.running(page.header);
    if (!page.footer.empty()) out.footer = writer.running(page.footer);
    return out;
}

doc::Imposition imposition(const model::Template& layout, Edition edition) {
    if (edition == Edition::large_print) return doc::Imposition::none;
    switch (layout.imposition) {
        case model::Imposition::none:
            return doc::Imposition::none;
        case model::Imposition::trifold:
            return doc::Imposition::trifold;
        case model::Imposition::booklet:
            return doc::Imposition::booklet;
        case model::Imposition::handout:
            return doc::Imposition::handout;
        case model::Imposition::notes:
            return doc::Imposition::notes;
    }
    return doc::Imposition::none;
}

std::string document_title(const Request& request, const Scope& scope, Diagnostics& diagnostics) {
    if (request.layout.title) return joined(interpolate(*request.layout.title, scope, diagnostics));
    return request.audience ? request.audience->title.text : request.approach.name.text;
}

/// How many pages, from the first, have a look of their own; all further ones are like the last of them.
int pages_apart(const model::Page& page) {
    int last = 2;
    for (const model::Band& band : page.bands)
        last = std::max({last, band.from_page.value_or(0), band.to_page.value_or(0) + 1});
    return last;
}

/// Without the bands of other pages.
model::Page with_bands_of(model::Page page, int number) {
    std::erase_if(page.bands, [number](const model::Band& band) { return !band.is_on(number); });
    return page;
}

void add_masters(const Request& request, const StyleSheet& styles, FlowWriter& writer, Composed& out,
                 Diagnostics& diagnostics) {
    for (const auto& [name, page] : request.layout.layouts) {
        out.pages.masters.push_back(master(page, writer, styles, diagnostics));
        out.pages.masters.back().name = name;
    }
    if (!out.pages.masters.empty()) return;
    const bool large = request.edition == Edition::large_print;
    // Loose pages have no bands of some pages.
    const int count = large ? 2 : pages_apart(request.layout.page);
    for (int number = 1; number <= count; ++number) {
        const model::Page& kind = number == 1 ? request.layout.first_page : request.layout.page;
        const model::Page page = large ? large_print_page(kind) : with_bands_of(kind, number);
        out.pages.masters.push_back(master(page, writer, styles, diagnostics));
        out.pages.masters.back().running_grows = large;
    }
}

Composed write_document(const Request& request, Standing standing, Cache& cache, Diagnostics& diagnostics) {
    Notes notes;
    const Scope scope(context(request, standing, cache), choices(request), &notes);
    const StyleSheet styles(request.layout, request.theme, request.edition, diagnostics);

    Composed out;
    out.document.lang = request.lang;
    out.document.title = document_title(request, scope, diagnostics);
    out.document.subject = request.approach.name.text;
    out.document.palette = model::palette_of(request.theme);
    if (request.service != nullptr) out.document.author = request.service->name.text;
    out.pages.mirror = out.document.rtl();
    out.pages.max_pages = request.edition == Edition::standard ? request.layout.max_pages : std::nullopt;
    out.pages.imposition = imposition(request.layout, request.edition);
    out.pages.unfinished = standing == Standing::unwritten;

    FlowWriter writer(request, styles, scope, out.document, diagnostics);
    writer.write(request.layout.flow, doc::Document::root);
    writer.fill_contents();
    writer.lead_to_notes();
    add_masters(request, styles, writer, out, diagnostics);
    out.account.printed.assign(notes.printed.begin(), notes.printed.end());
    out.typed = std::move(notes.typed);
    out.account.refused = refused_evidence(request, notes.asked);
    return out;
}

/// Whether a file of the document's language says of itself that nobody has checked its words.
bool is_unchecked_translation(const Request& request) {
    if (request.lang == request.approach.lang) return false;
    const auto says_so = [](const std::optional<model::Words>& status) { return status && !status->empty(); };
    return says_so(request.approach.status) ||
           (request.audience != nullptr && says_so(request.audience->status));
}

}  // namespace

Composed compose(const Request& request, Cache& cache, Diagnostics& diagnostics) {
    const Standing standing = is_unchecked_translation(request) ? Standing::draft : Standing::finished;
    Composed out = write_document(request, standing, cache, diagnostics);
    // Made again where running matter has to say what has just been found; faults found twice are told once.
    if (report_unwritten(out.document, diagnostics))
        out = write_document(request, Standing::unwritten, cache, diagnostics);
    if (request.lang == request.approach.lang) return out;
    const Translated words = translated(out.document);
    report_untranslated(out.document, diagnostics);
    if (!words.is_too_little()) return out;
    if (!request.draft_language) {
        refuse_untranslated(out.document, words, diagnostics);
        return out;
    }
    out = write_document(request, Standing::draft, cache, diagnostics);
    if (words.is_mostly_other()) out.pages.mirror = doc::is_rtl_language(words.other);
    return out;
}

}  // namespace sayso::compose

// `sayso diagram`: the model's picture as a page of its own.

#include <algorithm>

#include <fmt/format.h>

#include "base/paper.h"
#include "cairo/cairo.h"
#include "svg/svg.h"
#include "diag/suggest.h"
#include "diagram/diagram.h"
#include "sayso/sayso.h"
#include "session/report.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

struct Sheet {
    std::string_view name;
    Size size;
    diagram::Variant variant;
};

constexpr Sheet sheets[] = {
    {"a4", a4.landscape(), diagram::Variant::poster},
    {"a3", a3.landscape(), diagram::Variant::poster},
    {"a4-portrait", a4.portrait(), diagram::Variant::poster},
    {"a3-portrait", a3.portrait(), diagram::Variant::poster},
    {"slide", slide.landscape(), diagram::Variant::slide},
};

const Sheet* find_sheet(const std::string& name, Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const Sheet& sheet : sheets) {
        if (sheet.name == name) return &sheet;
        known.emplace_back(sheet.name);
    }
    diagnostics.error(usage_fault, {}, fmt::format("there is no size \"{}\"", name), suggestion(name, known));
    return nullptr;
}

/// A document of one figure, so that the diagram's PDF is tagged like any other.
doc::Document figure_document(const diagram::Drawn& drawn, const std::string& title,
                              const std::string& lang) {
    doc::Document document;
    document.title = title;
    document.lang = lang;
    const NodeId heading = document.add(
        doc::Document::root, doc::Figure{drawn.frame, drawn.frame->size, drawn.alt + "\n" + drawn.description,
                                         false, drawn.picture});
    document[heading].bookmark = title;
    return document;
}

frame::Frame figure_page(const diagram::Drawn& drawn) {
    frame::Frame page{drawn.frame->size, {}};
    page.items.push_back(frame::group(NodeId{1}, drawn.frame, {}));
    return page;
}

}  // namespace

Report Session::diagram(const DiagramOptions& options) {
    Library& library = impl_->library;
    Diagnostics& faults = library.diagnostics();
    if (!library.project()) return impl_->report({});
    const std::string lang = options.lang.empty() ? library.base_lang() : options.lang;
    const Sheet* paper = find_sheet(options.size, faults);
    const model::Approach* approach = library.approach(lang);
    const bool strand_known = library.knows_strand(options.strand);
    const std::vector<std::string> languages = library.languages();
    if (std::find(languages.begin(), languages.end(), lang) == languages.end()) {
        faults.error(usage_fault, {}, fmt::format("there is no language \"{}\"", lang),
                     suggestion(lang, languages));
        return impl_->report({});
    }
    if (paper == nullptr || approach == nullptr || !strand_known) return impl_->report({});

    Job job{options.highlight,
            "",
            options.strand == "both" ? "" : options.strand,
            lang,
            compose::Edition::standard,
            nullptr,
            ""};
    if (!options.highlight.empty() && approach->stakeholder(options.highlight) == nullptr) {
        std::vector<std::string> known;
        for (const model::Stakeholder& one : approach->stakeholders) known.push_back(one.id.text);
        faults.error(usage_fault, {}, fmt::format("there is no audience \"{}\"", options.highlight),
                     suggestion(options.highlight, known));
        return impl_->report({});
    }
    if (!library.theme() || !library.fonts()) return impl_->report({});
    std::vector<model::Ask> asks;
    if (!options.highlight.empty()) {
        if (const model::Audience* audience = library.audience(options.highlight, lang)) {
            std::copy_if(audience->asks.begin(), audience->asks.end(), std::back_inserter(asks),
                         [&](const model::Ask& ask) { return model::in_strand(ask.strands, job.strand); });
        }
    }
    Worker worker(*library.fonts());
    diagram::Options look;
    look.variant = paper->variant;
    look.size = paper->size;
    look.highlight = options.highlight;
    look.palette = model::palette_of(*library.theme());
    look.family = library.theme()->family.text;
    look.title = approach->name.text;
    look.subtitle = approach->summary.text;
    if (const model::Template* poster = library.document_template("poster", job.audience, lang)) {
        const auto you = poster->strings.find("you");
        if (!options.highlight.empty() && you != poster->strings.end()) look.flag = you->second.text;
    }
    const auto drawn =
        diagram::draw(diagram::from_approach(*approach, job.strand, asks, doc::is_rtl_language(lang)), look,
                      worker.shaper, faults);
    if (!drawn || faults.has_errors()) return impl_->report({});
    return impl_->emit_diagram(options, *drawn, approach->name.text, lang, worker);
}

Report Session::Impl::emit_diagram(const DiagramOptions& options, const diagram::Drawn& drawn,
                                   const std::string& title, const std::string& lang, Worker& worker) {
    Diagnostics& faults = library.diagnostics();
    const doc::Document document = figure_document(drawn, title, lang);
    const frame::Frame page = figure_page(drawn);
    std::string name = "diagram";
    if (!options.highlight.empty()) name += "-" + options.highlight;
    if (!options.strand.empty()) name += "-" + options.strand;
    name += "-" + options.size;
    if (lang != library.base_lang()) name += "-" + lang;

    std::vector<std::string> files;
    for (const std::string& format : formats_of(options.formats)) {
        std::string bytes;
        if (format == "pdf") {
            bytes = pdf::write(document, {page}, {library.env().now(), producer(), {"1"}}, worker.pdf_cache,
                               faults);
        } else if (format == "png") {
            bytes = cairo::png(page, worker.fonts, options.dpi, faults);
        } else {
            bytes = svg::file(page, worker.fonts, {title, drawn.description, lang, options.outline_text});
        }
        if (faults.has_errors()) break;
        write_file(library.env(), join_path(options.out, name + "." + format), bytes, files, faults);
    }
    return report(std::move(files));
}

}  // namespace sayso

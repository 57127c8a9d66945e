// `sayso diagram`: the model's picture as a document of its own.

#include <algorithm>

#include <fmt/format.h>

#include "base/paper.h"
#include "diag/suggest.h"
#include "sayso/sayso.h"
#include "session/report.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

struct Sheet {
    std::string_view name;
    Size size;
    model::DiagramVariant variant;
};

constexpr Sheet sheets[] = {
    {"a4", a4.landscape(), model::DiagramVariant::poster},
    {"a3", a3.landscape(), model::DiagramVariant::poster},
    {"a4-portrait", a4.portrait(), model::DiagramVariant::poster},
    {"a3-portrait", a3.portrait(), model::DiagramVariant::poster},
    {"slide", slide.landscape(), model::DiagramVariant::slide},
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

bool knows_language(Catalogue& catalogue, const std::string& lang) {
    const std::vector<std::string> languages = catalogue.languages();
    if (std::find(languages.begin(), languages.end(), lang) != languages.end()) return true;
    catalogue.diagnostics().error(usage_fault, {}, fmt::format("there is no language \"{}\"", lang),
                                  suggestion(lang, languages));
    return false;
}

bool knows_stakeholder(const model::Approach& approach, const std::string& id, Diagnostics& diagnostics) {
    if (id.empty() || approach.stakeholder(id) != nullptr) return true;
    std::vector<std::string> known;
    for (const model::Stakeholder& one : approach.stakeholders) known.push_back(one.id.text);
    diagnostics.error(usage_fault, {}, fmt::format("there is no audience \"{}\"", id), suggestion(id, known));
    return false;
}

/// What every kind of document calls whoever it is for.
std::string word_for_reader(Catalogue& catalogue, const std::string& reader, const std::string& lang) {
    model::Loader& loader = catalogue.loader();
    for (const std::string& kind : loader.template_kinds(*catalogue.project())) {
        if (!loader.serves(*catalogue.project(), kind, reader)) continue;
        const model::Template* layout = catalogue.document_template(kind, reader, lang);
        if (layout == nullptr) return {};
        const auto you = layout->strings.find("you");
        if (you != layout->strings.end()) return you->second.text;
    }
    return {};
}

compose::DiagramRequest asked(Catalogue& catalogue, const DiagramOptions& options, const Sheet& sheet,
                              const model::Approach& approach, const std::string& lang) {
    compose::DiagramRequest out{sheet.size, sheet.variant, options.highlight, "", {}};
    out.title = approach.name.text;
    out.subtitle = approach.summary.text;
    if (options.highlight.empty()) return out;
    catalogue.audience(options.highlight, lang);
    out.flag = word_for_reader(catalogue, options.highlight, lang);
    return out;
}

std::string file_name(const DiagramOptions& options, const std::string& lang, const std::string& base_lang) {
    std::string name = "diagram";
    if (!options.highlight.empty()) name += "-" + options.highlight;
    if (!options.strand.empty()) name += "-" + options.strand;
    name += "-" + options.size;
    if (lang != base_lang) name += "-" + lang;
    return join_path(options.out, name);
}

}  // namespace

Report Session::diagram(const DiagramOptions& options) const {
    Catalogue catalogue = impl_->catalogue();
    Diagnostics& faults = catalogue.diagnostics();
    if (!catalogue.project()) return impl_->report(catalogue, {});
    const std::string lang = options.lang.empty() ? catalogue.base_lang() : options.lang;
    const Sheet* sheet = find_sheet(options.size, faults);
    const bool strand_known = catalogue.knows_strand(options.strand);
    const model::Approach* approach = knows_language(catalogue, lang) ? catalogue.approach(lang) : nullptr;
    if (sheet == nullptr || approach == nullptr || !strand_known) return impl_->report(catalogue, {});
    if (!knows_stakeholder(*approach, options.highlight, faults)) return impl_->report(catalogue, {});
    if (!catalogue.theme() || !catalogue.fonts()) return impl_->report(catalogue, {});

    Job job;
    job.audience = options.highlight;
    job.strand = options.strand == "both" ? "" : options.strand;
    job.lang = lang;
    const compose::DiagramRequest figure = asked(catalogue, options, *sheet, *approach, lang);
    if (faults.has_errors()) return impl_->report(catalogue, {});
    const Workshop workshop(catalogue.snapshot());
    Worker worker(*catalogue.fonts());
    Emit emit{formats_of(options.formats), options.dpi, catalogue.env().now(), producer(),
              options.outline_text};
    emit.pdf = pdf::standard_on(options.pdf);
    Diagnostics found;
    const Made made =
        run(workshop.figure_request(job, figure, std::move(emit), worker.shaper), worker, found);
    faults.merge(found);
    std::vector<std::string> files;
    const std::string path = file_name(options, lang, catalogue.base_lang());
    for (const Output& output : made.outputs) {
        if (!write_file(catalogue.env(), path + output.suffix, output.bytes, files, faults)) break;
    }
    return impl_->report(catalogue, std::move(files));
}

}  // namespace sayso

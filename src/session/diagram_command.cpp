// `sayso diagram`: the model's picture as a document of its own.

#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "sayso/sayso.h"
#include "session/report.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

/// What every kind of document starts from; its words are everybody's.
constexpr const char* base_template = "base";

struct Paper {
    const char* name;
    Size size;
    const char* variant;
};

constexpr Paper papers[] = {
    {"a4", {mm(297), mm(210)}, "poster"},          {"a3", {mm(420), mm(297)}, "poster"},
    {"a4-portrait", {mm(210), mm(297)}, "poster"}, {"a3-portrait", {mm(297), mm(420)}, "poster"},
    {"slide", {pt(960), pt(540)}, "slide"},
};

const Paper* find_paper(const std::string& name, Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const Paper& paper : papers) {
        if (paper.name == name) return &paper;
        known.emplace_back(paper.name);
    }
    diagnostics.error(usage_fault, {}, fmt::format("there is no size \"{}\"", name), suggestion(name, known));
    return nullptr;
}

bool knows_language(Library& library, const std::string& lang) {
    const std::vector<std::string> languages = library.languages();
    if (std::find(languages.begin(), languages.end(), lang) != languages.end()) return true;
    library.diagnostics().error(usage_fault, {}, fmt::format("there is no language \"{}\"", lang),
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

compose::DiagramRequest asked(Library& library, const DiagramOptions& options, const Paper& paper,
                              const model::Approach& approach, const std::string& lang) {
    compose::DiagramRequest out{paper.size, paper.variant, options.highlight, "", {}};
    out.title = approach.name.text;
    out.subtitle = approach.summary.text;
    if (options.highlight.empty()) return out;
    library.audience(options.highlight, lang);
    if (const model::Template* base = library.document_template(base_template, "", lang)) {
        const auto you = base->strings.find("you");
        if (you != base->strings.end()) out.flag = you->second.text;
    }
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

Report Session::diagram(const DiagramOptions& options) {
    Library& library = impl_->library;
    Diagnostics& faults = library.diagnostics();
    if (!library.project()) return impl_->report({});
    const std::string lang = options.lang.empty() ? library.base_lang() : options.lang;
    const Paper* paper = find_paper(options.size, faults);
    const bool strand_known = library.knows_strand(options.strand);
    const model::Approach* approach = knows_language(library, lang) ? library.approach(lang) : nullptr;
    if (paper == nullptr || approach == nullptr || !strand_known) return impl_->report({});
    if (!knows_stakeholder(*approach, options.highlight, faults)) return impl_->report({});
    if (!library.theme() || !library.fonts()) return impl_->report({});

    Job job;
    job.strand = options.strand == "both" ? "" : options.strand;
    job.lang = lang;
    const compose::DiagramRequest figure = asked(library, options, *paper, *approach, lang);
    if (faults.has_errors()) return impl_->report({});
    Worker worker(*library.fonts());
    Emit emit{formats_of(options.formats), options.dpi, library.env().now(), producer(),
              options.outline_text};
    Diagnostics found;
    const Made made = run(library.figure_request(job, figure, std::move(emit), worker.shaper), worker, found);
    faults.merge(found);
    std::vector<std::string> files;
    const std::string path = file_name(options, lang, library.base_lang());
    for (const Output& output : made.outputs) {
        if (!write_file(library.env(), path + output.suffix, output.bytes, files, faults)) break;
    }
    return impl_->report(std::move(files));
}

}  // namespace sayso

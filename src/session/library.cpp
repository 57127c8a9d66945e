#include "session/library.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "model/site_table.h"
#include "session/chart_maker.h"
#include "model/word_list.h"
#include "session/checking.h"
#include "session/report.h"
#include "text/locale.h"

namespace sayso {

Library::Library(Env& env, std::string data_folder, const std::string& project_path)
    : env_(env), data_folder_(std::move(data_folder)), loader_(env_, data_folder_, sources_, diagnostics_) {
    project_ = loader_.project(project_path);
    if (!project_ || !project_->service || !project_->service->sites_file) return;
    if (const model::Approach* content = approach(base_lang()))
        model::drop_faulty_sites(*project_->service, *content);
}

const std::string& Library::base_lang() {
    static const std::string fallback = "en-GB";
    if (!project_) return fallback;
    if (!project_->lang.empty()) return project_->lang.text;
    const model::Approach* content = approach("");
    return content ? content->lang : fallback;
}

const model::Approach* Library::approach(const std::string& lang) {
    auto found = approaches_.find(lang);
    if (found == approaches_.end())
        found = approaches_.emplace(lang, loader_.approach(*project_, lang)).first;
    return found->second ? &*found->second : nullptr;
}

const model::Audience* Library::audience(const std::string& id, const std::string& lang) {
    const model::Approach* content = approach(lang);
    if (content == nullptr) return nullptr;
    auto found = audiences_.find({id, lang});
    if (found == audiences_.end()) {
        found =
            audiences_.emplace(std::pair{id, lang}, loader_.audience(*project_, *content, id, lang)).first;
    }
    return found->second ? &*found->second : nullptr;
}

const model::Template* Library::document_template(const std::string& kind, const std::string& audience,
                                                  const std::string& lang) {
    const std::tuple key{kind, audience, lang};
    auto found = templates_.find(key);
    if (found == templates_.end()) {
        found = templates_.emplace(key, loader_.document_template(*project_, kind, audience, lang)).first;
    }
    return found->second ? &*found->second : nullptr;
}

const model::Theme* Library::theme() {
    if (!theme_) theme_ = loader_.theme(*project_, project_->theme.text);
    return *theme_ ? &**theme_ : nullptr;
}

const std::vector<model::FrameworkUse>& Library::frameworks(const std::string& lang) {
    auto found = frameworks_.find(lang);
    if (found == frameworks_.end()) {
        const model::Approach* content = approach(lang);
        found = frameworks_
                    .emplace(lang, content ? loader_.frameworks(*project_, *content)
                                           : std::vector<model::FrameworkUse>{})
                    .first;
    }
    return found->second;
}

const std::vector<std::string>& Library::audience_ids() {
    if (!audience_ids_) {
        const model::Approach* content = approach(base_lang());
        audience_ids_ = content ? loader_.audience_ids(*project_, *content) : std::vector<std::string>{};
    }
    return *audience_ids_;
}

const std::vector<std::string>& Library::every_audience() {
    const std::vector<std::string>& all = audience_ids();
    const model::Approach* content = approach(base_lang());
    if (!all.empty() || content == nullptr || content->stakeholders.empty()) return all;
    diagnostics_.error("no-readers", content->name.span,
                       fmt::format("\"{}\" has words for no reader yet", content->name.text),
                       fmt::format("write audiences/{}.yaml beside approach.yaml, or for another of its "
                                   "stakeholders",
                                   content->stakeholders.front().id.text));
    return all;
}

const text::FontLibrary* Library::fonts() {
    if (!fonts_) {
        std::vector<std::string> folders;
        const std::string own = join_path(project_ ? project_->folder : "", "fonts");
        if (project_ && !project_->folder.empty() && env_.is_folder(own)) folders.push_back(own);
        folders.push_back(join_path(data_folder_, "fonts"));
        fonts_.emplace(text::FontLibrary::load(env_, folders, diagnostics_));
        check_family();
    }
    return *fonts_ ? &**fonts_ : nullptr;
}

void Library::prepare_rules(const std::string& lang) {
    if (lexicons_.contains(lang)) return;
    lexicons_.emplace(lang, model::load_word_list(env_, data_folder_, project_ ? project_->folder : "", lang,
                                                  sources_, diagnostics_));
}

/// A family that no font has would silently be drawn in another.
void Library::check_family() {
    const model::Theme* look = theme();
    const bool unnamed = look == nullptr || look->family.empty();  // and reported where it was read
    if (unnamed || !*fonts_ || (*fonts_)->find(look->family.text, 400)) return;
    diagnostics_.error("unknown-family", look->family.span,
                       fmt::format("no font of the family \"{}\" is there", look->family.text),
                       suggestion(look->family.text, (*fonts_)->families()));
}

bool Library::knows_strand(const std::string& strand) {
    const model::Approach* content = approach(base_lang());
    if (content == nullptr || strand.empty() || strand == "both") return true;
    std::vector<std::string> known{"both"};
    for (const model::Strand& one : content->strands) {
        if (one.id.text == strand) return true;
        known.push_back(one.id.text);
    }
    diagnostics_.error(usage_fault, {}, fmt::format("there is no strand \"{}\"", strand),
                       suggestion(strand, known));
    return false;
}

bool Library::for_everyone(const std::string& kind, const std::string& lang, Span asked_at) {
    const model::Template* layout = document_template(kind, "", lang);
    if (layout == nullptr || layout->for_everyone) return layout != nullptr;
    diagnostics_.error(asked_at ? "needs-reader" : usage_fault, asked_at,
                       fmt::format("the kind \"{}\" is for one reader, and cannot be for everyone", kind),
                       asked_at ? "name its readers instead of \"everyone\""
                                : "name a reader with --audience, " + suggestion("", audience_ids()));
    return false;
}

std::vector<std::string> Library::languages() {
    std::vector<std::string> out{base_lang()};
    for (const std::string& lang : loader_.translated_languages(*project_)) {
        if (std::find(out.begin(), out.end(), lang) == out.end()) out.push_back(lang);
    }
    return out;
}

/// A logo that no template shows is still promised by the project.
void Library::check_logo() {
    const auto& service = project_->service;
    if (!service || !service->logo || logo_checked_) return;
    logo_checked_ = true;
    const model::Words& file = service->logo->file;
    const auto bytes =
        model::read_project_file(env_, *project_, file, limits::picture_file_bytes, diagnostics_);
    if (bytes) picture::decode(*bytes, file.text, file.span, {}, diagnostics_);
}

/// Its labels and voices are in the project's own language, and would stand untranslated in any other.
bool Library::speaks_evidence(const std::string& lang) const {
    const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
    return primary(lang) == primary(project_->lang.text);
}

const ProjectEvidence* Library::evidence() {
    if (!evidence_) {
        evidence_.emplace();
        const bool own = project_ && !project_->folder.empty();
        const model::Approach* content = own ? approach(base_lang()) : nullptr;
        if (content != nullptr)
            *evidence_ = read_evidence(
                env_, *project_,
                known_of(*project_, *content, audience_ids(), loader_.template_kinds(*project_), env_.now()),
                printed_, sources_, diagnostics_);
    }
    return *evidence_ ? &**evidence_ : nullptr;
}

bool Library::prepare(const Job& job) {
    // Each is asked for whatever the others gave, so that one run finds the faults of all.
    const bool content = approach(job.lang) != nullptr;
    const bool reader = job.audience.empty() || audience(job.audience, job.lang) != nullptr;
    const model::Template* layout = document_template(job.kind, job.audience, job.lang);
    if (layout != nullptr && layout->frameworks) frameworks(job.lang);
    if (evidence() != nullptr && !claim_words_.contains(job.lang))
        claim_words_.emplace(
            job.lang, evidence::load_claim_words(env_, join_path(data_folder_, "templates/claims"), job.lang,
                                                 sources_, diagnostics_));
    const bool look = theme() != nullptr;
    const bool type = fonts() != nullptr;
    return content && reader && layout != nullptr && look && type;
}

/// Words of the service's own files: what is shipped lies in templates.
bool Library::is_own(Span place) const {
    return place && !sources_.path(place.source).starts_with(join_path(data_folder_, "templates/"));
}

Request Library::request(const Job& job, Emit emit, text::Shaper& shaper) const {
    Request out{content(job, shaper), std::move(emit)};
    if (const auto found = lexicons_.find(job.lang); found != lexicons_.end()) {
        const auto& lexicon = found->second;
        out.rules = rules_for(std::get<compose::Request>(out.content), lexicon ? &*lexicon : nullptr);
    }
    out.is_own = [this](Span place) { return is_own(place); };
    return out;
}

Request Library::figure_request(const Job& job, const compose::DiagramRequest& asked, Emit emit,
                                text::Shaper& shaper) const {
    const std::string& title = approaches_.at(job.lang)->name.text;
    return {compose::FigureRequest{title, job.lang, asked, diagram_maker(job, shaper)}, std::move(emit)};
}

compose::DiagramMaker Library::diagram_maker(const Job& job, text::Shaper& shaper) const {
    return [this, lang = job.lang, strand = job.strand, reader = job.audience, &shaper](
               const compose::DiagramRequest& asked, Diagnostics& diagnostics) {
        const DrawingKey key{lang, strand, asked, asked.highlight == reader};
        return drawings_.get(key, [&](Diagnostics& faults) { return drawn(key, shaper, faults); })
            .replay(diagnostics, asked.asked);
    };
}

compose::Request Library::content(const Job& job, text::Shaper& shaper) const {
    const auto& audience =
        job.audience.empty() ? std::optional<model::Audience>{} : audiences_.at({job.audience, job.lang});
    compose::Request out{*approaches_.at(job.lang), *templates_.at({job.kind, job.audience, job.lang}),
                         **theme_, *project_};
    if (audience) out.audience = &audiences_.at({job.audience, job.lang}).value();
    out.site = job.site;
    if (const auto found = frameworks_.find(job.lang); found != frameworks_.end())
        out.frameworks = &found->second;
    out.strand = job.strand;
    out.lang = job.lang;
    out.draft_language = job.draft_language;
    out.edition = job.edition;
    out.date = date(job.date != 0 ? job.date : env_.now(), job.lang);
    out.pictures = [this](const model::Words& name, const picture::Wanted& wanted, Diagnostics& diagnostics) {
        const PictureKey key{name.text, wanted};
        return pictures_.get(key, [&](Diagnostics& faults) { return decoded(key, faults); })
            .replay(diagnostics, name.span);
    };
    out.diagram = diagram_maker(job, shaper);
    if (evidence_ && *evidence_ && speaks_evidence(job.lang)) {
        out.published = &(*evidence_)->published;
        out.claim_words = &claim_words_.at(job.lang);
        out.chart = [this, job, &shaper](const compose::ChartRequest& asked, Diagnostics& diagnostics) {
            const ChartSetting setting{(*evidence_)->published,
                                       claim_words_.at(job.lang),
                                       *project_,
                                       **theme_,
                                       job.lang,
                                       job.site != nullptr ? job.site->id.text : std::string()};
            return draw_chart(setting, asked, shaper, diagnostics);
        };
    }
    return out;
}

// Opening ICU's formats costs as much as composing a page.
std::string Library::date(std::int64_t seconds, const std::string& lang) const {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds)).count();
    return dates_.get({day, lang}, [&](Diagnostics&) { return text::format_date(seconds, lang); }).value;
}

/// A project's own file or pictures/ID.*, else a shipped pictogram; empty when there is none.
std::string Library::picture_path(const std::string& id) const {
    std::vector<std::string> folders;
    if (!project_->folder.empty()) folders.push_back(join_path(project_->folder, "pictures"));
    folders.push_back(join_path(data_folder_, "templates/pictures"));
    for (const std::string& folder : folders) {
        if (std::string path = model::find_picture(env_, folder, id); !path.empty()) return path;
    }
    return {};
}

/// Its faults have no place: each asker has its own.
std::optional<picture::Picture> Library::decoded(const PictureKey& key, Diagnostics& diagnostics) const {
    const model::Words name{key.name, {}, {}};
    std::optional<std::string> bytes;
    const bool is_id = key.name.find_first_of("./") == std::string::npos;
    if (const std::string path = is_id ? picture_path(key.name) : ""; !path.empty()) {
        auto read = env_.read(path, limits::picture_file_bytes);
        if (auto* got = std::get_if<std::string>(&read)) {
            bytes = std::move(*got);
        } else {
            const IoError& fault = std::get<IoError>(read);
            diagnostics.error("cannot-read", {},
                              fmt::format("cannot read the picture \"{}\": {}", path, fault.reason),
                              fault.hint_or("put another file in its place"));
        }
    } else if (is_id) {
        diagnostics.error(
            "missing-picture", {}, fmt::format("there is no picture \"{}\"", key.name),
            fmt::format("put {}.svg, .png or .jpg into the project's pictures folder", key.name));
    } else {
        bytes = model::read_project_file(env_, *project_, name, limits::picture_file_bytes, diagnostics);
    }
    return bytes ? picture::decode(*bytes, key.name, {}, key.wanted, diagnostics) : std::nullopt;
}

/// UKAAF: large print is 16 pt or more.
constexpr Length large_print_type = pt(16);

std::optional<compose::Drawing> Library::drawn(const DrawingKey& key, text::Shaper& shaper,
                                               Diagnostics& diagnostics) const {
    const auto& [lang, strand, asked, is_for_reader] = key;
    const model::Approach& content = *approaches_.at(lang);
    std::vector<model::Ask> asks;
    const model::Audience* plain_reader = nullptr;
    if (const auto audience = audiences_.find({asked.highlight, lang});
        is_for_reader && audience != audiences_.end() && audience->second) {
        if (audience->second->is_plain_reader()) plain_reader = &*audience->second;
        for (const model::Ask& ask : audience->second->asks) {
            if (model::in_strand(ask.strands, strand)) asks.push_back(ask);
        }
    }
    const diagram::Model model =
        diagram::from_approach(content, strand, asks, doc::is_rtl_language(lang), plain_reader);
    diagram::Options options;
    options.variant = asked.variant == "poster"  ? diagram::Variant::poster
                      : asked.variant == "slide" ? diagram::Variant::slide
                                                 : diagram::Variant::compact;
    options.size = asked.size;
    options.highlight = asked.highlight;
    options.palette = model::palette_of(**theme_);
    options.family = (*theme_)->family.text;
    options.title = asked.title;
    options.subtitle = asked.subtitle;
    const model::Stakeholder* reader = content.stakeholder(asked.highlight);
    // The card of a central reader says "You" already.
    const bool addressed = plain_reader != nullptr && reader != nullptr && reader->central;
    if (!addressed) options.flag = asked.flag;
    if (asked.edition == compose::Edition::large_print) {
        // A poster leaves nothing out; in large print what does not fit is counted instead.
        if (options.variant == diagram::Variant::poster) options.variant = diagram::Variant::compact;
        options.smallest = large_print_type;
    }
    const auto drawn = diagram::draw(model, options, shaper, diagnostics);
    if (!drawn) return std::nullopt;
    return compose::Drawing{drawn->frame, drawn->alt + "\n" + drawn->description, drawn->picture};
}

}  // namespace sayso

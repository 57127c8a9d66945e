#include "session/catalogue.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "env/limits.h"
#include "model/project_files.h"
#include "model/site_table.h"
#include "model/word_list.h"
#include "picture/picture.h"
#include "session/recipients.h"
#include "session/report.h"

namespace sayso {
namespace {

template <class T>
std::shared_ptr<const T> shared(std::optional<T> value) {
    return value ? std::make_shared<const T>(std::move(*value)) : nullptr;
}

/// The value by `key`, made at the first call.
template <class Key, class T, class Make>
const std::shared_ptr<const T>& known(Shared<Key, T>& all, const Key& key, const Make& make) {
    const auto found = all.find(key);
    return found != all.end() ? found->second : all.emplace(key, make()).first->second;
}

}  // namespace

Catalogue::Catalogue(std::shared_ptr<RecordingEnv> env, std::string data_folder,
                     const std::string& project_path, const Snapshot* earlier)
    : env_(std::move(env)),
      read_(earlier != nullptr ? carried_over(*earlier, {}) : Snapshot{}),
      loader_(*env_, data_folder, read_.sources, read_.diagnostics, read_.parsed) {
    read_.env = env_;
    read_.data_folder = std::move(data_folder);
    std::optional<model::Project> project = loader_.project(project_path);
    if (project && project->service && project->service->sites_file) {
        read_.project = std::make_shared<const model::Project>(*project);
        if (const model::Approach* content = approach(base_lang()))
            model::drop_faulty_sites(*project->service, *content);
    }
    read_.project = shared(std::move(project));
}

const std::string& Catalogue::base_lang() {
    static const std::string fallback = "en-GB";
    if (!project()) return fallback;
    if (!project()->lang.empty()) return project()->lang.text;
    const model::Approach* content = approach("");
    return content ? content->lang : fallback;
}

const model::Approach* Catalogue::approach(const std::string& lang) {
    return known(read_.approaches, lang, [&] { return shared(loader_.approach(*project(), lang)); }).get();
}

const model::Audience* Catalogue::audience(const std::string& id, const std::string& lang) {
    const model::Approach* content = approach(lang);
    if (content == nullptr) return nullptr;
    const std::pair key{id, lang};
    return known(read_.audiences, key,
                 [&] { return shared(loader_.audience(*project(), *content, id, lang)); })
        .get();
}

const model::Template* Catalogue::document_template(const std::string& kind, const std::string& audience,
                                                    const std::string& lang) {
    const std::tuple key{kind, audience, lang};
    const auto make = [&] { return shared(loader_.document_template(*project(), kind, audience, lang)); };
    return known(read_.templates, key, make).get();
}

const model::Theme* Catalogue::theme() {
    if (!std::exchange(theme_read_, true))
        read_.theme = shared(loader_.theme(*project(), project()->theme.text));
    return read_.theme.get();
}

const std::vector<model::FrameworkUse>& Catalogue::frameworks(const std::string& lang) {
    return *known(read_.frameworks, lang, [&] {
        const model::Approach* content = approach(lang);
        return std::make_shared<const std::vector<model::FrameworkUse>>(
            content ? loader_.frameworks(*project(), *content) : std::vector<model::FrameworkUse>{});
    });
}

const std::vector<std::string>& Catalogue::audience_ids() {
    if (!audience_ids_) {
        const model::Approach* content = approach(base_lang());
        audience_ids_ = content ? loader_.audience_ids(*project(), *content) : std::vector<std::string>{};
    }
    return *audience_ids_;
}

const std::vector<std::string>& Catalogue::every_audience() {
    const std::vector<std::string>& all = audience_ids();
    const model::Approach* content = approach(base_lang());
    if (!all.empty() || content == nullptr || content->stakeholders.empty()) return all;
    read_.diagnostics.error("no-readers", content->name.span,
                            fmt::format("\"{}\" has words for no reader yet", content->name.text),
                            fmt::format("write audiences/{}.yaml beside approach.yaml, or for another of its "
                                        "stakeholders",
                                        content->stakeholders.front().id.text));
    return all;
}

const text::FontLibrary* Catalogue::fonts() {
    if (std::exchange(fonts_read_, true)) return read_.fonts.get();
    if (!read_.fonts) {
        std::vector<std::string> folders;
        const std::string own = join_path(project() ? project()->folder : "", "fonts");
        if (project() && !project()->folder.empty() && env_->is_folder(own)) folders.push_back(own);
        folders.push_back(join_path(read_.data_folder, "fonts"));
        auto loaded = text::FontLibrary::load(*env_, folders, read_.font_faults);
        // The library reads its files when they are first used.
        if (loaded)
            read_.fonts = std::shared_ptr<const text::FontLibrary>(
                new text::FontLibrary(std::move(*loaded)),
                [env = env_](const text::FontLibrary* library) { delete library; });
    }
    read_.diagnostics.merge(read_.font_faults);
    check_family();
    return read_.fonts.get();
}

void Catalogue::prepare_rules(const std::string& lang) {
    const auto load = [&](Diagnostics& faults) {
        const std::string own = project() ? project()->folder : "";
        return std::optional<check::Lexicon>(
            model::load_word_list(*env_, read_.data_folder, own, lang, read_.sources, faults));
    };
    using Words = Reported<std::optional<check::Lexicon>>;
    known(read_.lexicons, lang, [&] {
        return std::make_shared<const Words>(reported(load));
    })->replay(read_.diagnostics);
}

/// A family that no font has would silently be drawn in another.
void Catalogue::check_family() {
    const model::Theme* look = theme();
    const bool unnamed = look == nullptr || look->family.empty();  // and reported where it was read
    if (unnamed || !read_.fonts || read_.fonts->find(look->family.text, 400)) return;
    read_.diagnostics.error("unknown-family", look->family.span,
                            fmt::format("no font of the family \"{}\" is there", look->family.text),
                            suggestion(look->family.text, read_.fonts->families()));
}

bool Catalogue::knows_strand(const std::string& strand) {
    const model::Approach* content = approach(base_lang());
    if (content == nullptr || strand.empty() || strand == "both") return true;
    std::vector<std::string> known{"both"};
    for (const model::Strand& one : content->strands) {
        if (one.id.text == strand) return true;
        known.push_back(one.id.text);
    }
    read_.diagnostics.error(usage_fault, {}, fmt::format("there is no strand \"{}\"", strand),
                            suggestion(strand, known));
    return false;
}

bool Catalogue::for_everyone(const std::string& kind, const std::string& lang, Span asked_at) {
    const model::Template* layout = document_template(kind, "", lang);
    if (layout == nullptr || layout->for_everyone) return layout != nullptr;
    read_.diagnostics.error(
        asked_at ? "needs-reader" : usage_fault, asked_at,
        fmt::format("the kind \"{}\" is for one reader, and cannot be for everyone", kind),
        asked_at ? "name its readers instead of \"everyone\""
                 : "name a reader with --audience, " + suggestion("", audience_ids()));
    return false;
}

std::vector<std::string> Catalogue::languages() {
    std::vector<std::string> out{base_lang()};
    for (const std::string& lang : loader_.translated_languages(*project())) {
        if (std::find(out.begin(), out.end(), lang) == out.end()) out.push_back(lang);
    }
    return out;
}

/// A logo that no template shows is still promised by the project.
void Catalogue::check_logo() {
    const auto& service = project()->service;
    if (!service || !service->logo || logo_checked_) return;
    logo_checked_ = true;
    const model::Words& file = service->logo->file;
    const auto bytes =
        model::read_project_file(*env_, *project(), file, limits::picture_file_bytes, read_.diagnostics);
    if (!bytes) return;
    picture::Wanted wanted;
    wanted.fonts = picture::shipped_fonts(*env_, read_.data_folder);
    picture::decode(*bytes, file.text, file.span, wanted, read_.diagnostics);
}

const std::vector<model::Recipient>& Catalogue::recipients() {
    if (!read_.recipients)
        read_.recipients = std::make_shared<const std::vector<model::Recipient>>(
            read_recipients(*env_, *project(), audience_ids(), read_.sources, read_.diagnostics));
    return *read_.recipients;
}

const ProjectEvidence* Catalogue::evidence() {
    if (!std::exchange(evidence_read_, true) && project() != nullptr && !project()->folder.empty()) {
        if (const model::Approach* content = approach(base_lang()))
            read_.evidence = std::make_shared<const ProjectEvidence>(
                read_evidence(*env_, *project(),
                              known_of(*project(), *content, audience_ids(),
                                       loader_.template_kinds(*project()), env_->now()),
                              printed_, read_.sources, read_.diagnostics));
    }
    return read_.evidence.get();
}

/// The evidence's labels and voices are in the project's own language, and would stand untranslated in any
/// other.
void Catalogue::prepare_claims(const std::string& lang) {
    const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
    if (evidence() == nullptr || primary(lang) != primary(base_lang())) return;
    known(read_.claim_words, lang, [&] {
        return std::make_shared<const evidence::ClaimWords>(evidence::load_claim_words(
            *env_, join_path(read_.data_folder, "templates/claims"), lang, read_.sources, read_.diagnostics));
    });
}

bool Catalogue::prepare(const Job& job) {
    // Each is asked for whatever the others gave, so that one run finds the faults of all.
    const bool content = approach(job.lang) != nullptr;
    const bool reader = job.audience.empty() || audience(job.audience, job.lang) != nullptr;
    const model::Template* layout = document_template(job.kind, job.audience, job.lang);
    if (layout != nullptr && layout->frameworks) frameworks(job.lang);
    prepare_claims(job.lang);
    const bool look = theme() != nullptr;
    const bool type = fonts() != nullptr;
    if (content) read_.audience_ids = audience_ids();
    return content && reader && layout != nullptr && look && type;
}

std::shared_ptr<const Snapshot> Catalogue::snapshot() const {
    auto out = std::make_shared<Snapshot>(read_);
    for (const auto& [path, file] : loader_.parsed()) out->parsed[path] = file;
    return out;
}

}  // namespace sayso

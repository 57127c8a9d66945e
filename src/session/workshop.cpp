#include "session/workshop.h"

#include <chrono>

#include "session/chart_maker.h"
#include "session/checking.h"
#include "text/locale.h"

namespace sayso {

Request Workshop::request(const Job& job, Emit emit, text::Shaper& shaper) const {
    Request out{content(job, shaper), std::move(emit)};
    if (const auto found = snapshot_->lexicons.find(job.lang); found != snapshot_->lexicons.end()) {
        const auto& lexicon = found->second->value;
        const auto& profile =
            profiles_.get({job.audience, job.kind, job.lang, job.edition}, [&](Diagnostics&) {
                return std::make_shared<const check::Profile>(
                    profile_for(std::get<compose::Request>(out.content)));
            });
        out.rules = Rules{profile.value, lexicon ? &*lexicon : nullptr};
    }
    out.is_own = [this](Span place) { return snapshot_->is_own(place); };
    return out;
}

Request Workshop::figure_request(const Job& job, const compose::DiagramRequest& asked, Emit emit,
                                 text::Shaper& shaper) const {
    const std::string& title = snapshot_->approaches.at(job.lang)->name.text;
    return {compose::FigureRequest{title, job.lang, asked, diagram_maker(job, shaper)}, std::move(emit)};
}

compose::Request Workshop::content(const Job& job, text::Shaper& shaper) const {
    compose::Request out{*snapshot_->approaches.at(job.lang),
                         *snapshot_->templates.at({job.kind, job.audience, job.lang}), *snapshot_->theme};
    if (snapshot_->project->service) out.service = &*snapshot_->project->service;
    out.audience_ids = &snapshot_->audience_ids;
    if (!job.audience.empty()) out.audience = snapshot_->audiences.at({job.audience, job.lang}).get();
    out.site = job.site;
    out.recipient = job.recipient;
    if (out.layout.frameworks) out.frameworks = snapshot_->frameworks.at(job.lang).get();
    out.strand = job.strand;
    out.lang = job.lang;
    out.draft_language = job.draft_language;
    out.edition = job.edition;
    out.date = date(job.date != 0 ? job.date : snapshot_->env->now(), job.lang);
    out.pictures = [this](const model::Words& name, const picture::Wanted& wanted, Diagnostics& diagnostics) {
        return figures_.picture(name, wanted, diagnostics);
    };
    out.diagram = diagram_maker(job, shaper);
    const auto words = snapshot_->claim_words.find(job.lang);
    if (words == snapshot_->claim_words.end()) return out;
    out.published = &snapshot_->evidence->published;
    out.claim_words = words->second.get();
    out.chart = [setting = ChartSetting{*out.published, *out.claim_words, out.service, out.theme, job.lang,
                                        job.site != nullptr ? job.site->id.text : std::string()},
                 &shaper](const compose::ChartRequest& asked, Diagnostics& diagnostics) {
        return draw_chart(setting, asked, shaper, diagnostics);
    };
    return out;
}

compose::DiagramMaker Workshop::diagram_maker(const Job& job, text::Shaper& shaper) const {
    return [this, reader = FigureStore::Reader{job.audience, job.lang, job.strand}, &shaper](
               const compose::DiagramRequest& asked, Diagnostics& diagnostics) {
        return figures_.drawing(reader, asked, shaper, diagnostics);
    };
}

// Opening ICU's formats costs as much as composing a page.
std::string Workshop::date(std::int64_t seconds, const std::string& lang) const {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds)).count();
    return dates_.get({day, lang}, [&](Diagnostics&) { return text::format_date(seconds, lang); }).value;
}

}  // namespace sayso

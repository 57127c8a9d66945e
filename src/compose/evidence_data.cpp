#include "compose/evidence_data.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "evidence/claim.h"

namespace sayso::compose {
namespace {

using evidence::PublishedIndicator;
using model::Words;

/// Every text that a claim may have; those that it has not are there and empty, so that `when` can ask.
constexpr std::string_view claim_keys[] = {
    "label", "unit",     "latest",   "latest-period", "baseline",     "baseline-period", "change", "percent",
    "sum",   "mean",     "target",   "sentence",      "change-words", "verdict",         "source", "method",
    "by",    "strength", "measured", "note"};

/// Outcomes that this reader looks for.
std::set<std::string> own_outcomes(const Request& request) {
    std::set<std::string> out;
    const model::Stakeholder* stakeholder =
        request.audience != nullptr ? request.approach.stakeholder(request.audience->id.text) : nullptr;
    if (stakeholder != nullptr)
        for (const model::OutcomeUse& use : stakeholder->outcomes) out.insert(use.id.text);
    return out;
}

bool speaks_for(const std::vector<Words>& outcomes, const std::set<std::string>& wanted) {
    return std::any_of(outcomes.begin(), outcomes.end(),
                       [&](const Words& each) { return wanted.contains(each.text); });
}

/// Indicators of the reader's own outcomes first, then the others: their places are the notes' numbers.
std::vector<const PublishedIndicator*> in_order(const Request& request) {
    std::vector<const PublishedIndicator*> out;
    for (const PublishedIndicator& each : request.published->indicators) out.push_back(&each);
    const std::set<std::string> own = own_outcomes(request);
    std::stable_partition(out.begin(), out.end(), [&](const PublishedIndicator* each) {
        return speaks_for(each->about.outcomes, own);
    });
    return out;
}

std::string site_of(const Request& request) {
    return request.site != nullptr ? request.site->id.text : std::string();
}

/// Words that the account of the document will name.
Data cited(Words words, const char* what, const Words& id, std::string_view key) {
    return Leaf{std::move(words), Markup::plain, Isolate::none,
                std::make_shared<const evidence::Cited>(what, id.text, std::string(key))};
}

/// Figures and words of our own making belong to the language of the document.
Data said(const std::string& text, const Request& request, Span span) {
    return text.empty() ? Data{} : plain(Words{text, span, request.lang});
}

Data claim_text(const std::string& text, const PublishedIndicator& indicator, std::string_view key,
                const Request& request) {
    const evidence::Indicator& about = indicator.about;
    return text.empty() ? Data{} : cited({text, about.place, request.lang}, "claim", about.id, key);
}

Record claim(const Request& request, const PublishedIndicator& indicator) {
    Record out{fmt::format("claim \"{}\"", indicator.about.id.text), indicator.about.place, {}};
    const auto found = evidence::claim_of(indicator, site_of(request));
    auto texts = found ? evidence::texts_of(*found, *request.published, *request.claim_words, request.lang)
                       : std::map<std::string, std::string>{};
    out.fields.emplace_back("id", plain(indicator.about.id));
    out.fields.emplace_back("number", Data{});  // each document numbers them in its own order
    for (const std::string_view key : claim_keys)
        out.fields.emplace_back(key, claim_text(texts[std::string(key)], indicator, key, request));
    out.fields.emplace_back("is-better", texts["verdict"] == "better");
    out.fields.emplace_back("is-series", found && found->latest && found->baseline &&
                                             found->latest->period != found->baseline->period);
    const bool whole_service = found && found->site.empty();
    out.fields.emplace_back("whole-service", whole_service);
    return out;
}

std::string kind_of(const Request& request) {
    return request.layout.kind.text;
}

template <class T>
bool is_from_here(const Request& request, const T& item) {
    return !item.site || request.site == nullptr || *item.site == request.site->id.text;
}

template <class T>
std::string refusal_of(const Request& request, const T& item) {
    const std::string reader =
        request.audience != nullptr ? request.audience->id.text : std::string("everyone");
    return evidence::refusal(item.consent, request.published->today, reader, kind_of(request));
}

template <class T>
bool may_use(const Request& request, const T& item) {
    return is_from_here(request, item) && refusal_of(request, item).empty();
}

Data voice(const evidence::Voice& from) {
    return Record{fmt::format("voice \"{}\"", from.id.text),
                  from.place,
                  {{"id", plain(from.id)},
                   {"text", cited(from.text, "voice", from.id, "text")},
                   {"by", plain(from.by)},
                   {"story", from.is_story}}};
}

List voices(const Request& request) {
    List first, rest;
    const std::set<std::string> own = own_outcomes(request);
    for (const evidence::Voice& each : request.published->voices)
        if (may_use(request, each)) (speaks_for(each.outcomes, own) ? first : rest).push_back(voice(each));
    for (Data& each : rest) first.push_back(std::move(each));
    return first;
}

List photos(const Request& request) {
    List out;
    for (const evidence::Photo& each : request.published->photos) {
        if (each.shows_people && !may_use(request, each)) continue;
        out.push_back(Record{fmt::format("photo \"{}\"", each.id.text),
                             each.place,
                             {{"id", plain(each.id)},
                              {"file", cited(each.file, "photo", each.id, "file")},
                              {"alt", plain(each.alt)},
                              {"caption", each.caption ? plain(*each.caption) : Data{}},
                              {"credit", each.credit ? plain(*each.credit) : Data{}}}});
    }
    return out;
}

List costs(const Request& request) {
    List out;
    for (const evidence::Cost& each : request.published->costs)
        out.push_back(Record{fmt::format("cost \"{}\"", each.id.text),
                             each.place,
                             {{"id", plain(each.id)},
                              {"text", cited({evidence::cost_text(each, *request.claim_words, request.lang),
                                              each.place, request.lang},
                                             "cost", each.id, "text")},
                              {"basis", plain(each.basis)},
                              {"source", plain(each.source)}}});
    return out;
}

List references(const Request& request) {
    List out;
    for (const model::Reference& each : request.published->references)
        out.push_back(
            Record{fmt::format("reference \"{}\"", each.id.text),
                   each.id.span,
                   {{"id", plain(each.id)},
                    {"citation", cited(each.citation, "reference", each.id, "citation")},
                    {"finding",
                     each.finding.empty() ? Data{} : cited(each.finding, "reference", each.id, "finding")}}});
    return out;
}

bool has_hidden(const Request& request) {
    for (const PublishedIndicator& each : request.published->indicators)
        for (const evidence::Series& series : each.series)
            for (const evidence::Point& point : series.points)
                if (std::holds_alternative<evidence::Hidden>(point.shown)) return true;
    return false;
}

/// The first claim that changed for the better and can be said; else the first that can be said.
const Data* key_of(const List& claims) {
    const auto has = [](const Data& claim, const char* field) {
        return claim.record()->find(field)->truthy();
    };
    for (const Data& each : claims)
        if (has(each, "is-better")) return &each;
    for (const Data& each : claims)
        if (has(each, "change-words")) return &each;
    return nullptr;
}

List others(const List& claims, const Data* key) {
    List out;
    for (const Data& each : claims)
        if (&each != key) out.push_back(each);
    return out;
}

Data first_of(const List& list) {
    return list.empty() ? Data{} : list.front();
}

/// There is something to say here: neither this site nor the whole service may have a value.
bool is_told(const Record& claim) {
    return claim.find("sentence")->truthy() && claim.find("note")->truthy();
}

}  // namespace

const Record& Cache::claim(const Request& request, const PublishedIndicator& indicator) {
    constexpr std::size_t most_claims = 4096;
    ClaimKey key{indicator.about.id.text, site_of(request), request.lang};
    if (const auto found = claims_.find(key); found != claims_.end()) return found->second;
    if (claims_.size() >= most_claims) claims_.clear();
    return claims_.emplace(std::move(key), compose::claim(request, indicator)).first->second;
}

Claims claims_of(const Request& request, Cache& cache) {
    Claims out;
    if (request.published == nullptr) return out;
    for (const PublishedIndicator* each : in_order(request)) {
        Record claim = cache.claim(request, *each);
        const bool told = is_told(claim);
        if (told) {
            for (auto& [name, value] : claim.fields)
                if (name == "number") value = plain(std::to_string(out.told.size() + 1));
        }
        out.all.push_back(std::move(claim));
        if (told) out.told.push_back(out.all.back());
    }
    return out;
}

Data claim_data(const Request& request, const List& claims) {
    Record out{"the evidence", {}, {}};
    if (request.published == nullptr) return out;
    for (const Data& each : claims)
        out.fields.emplace_back(each.record()->find("id")->leaf()->words.text, each);
    for (const evidence::LeftOut& each : request.published->left_out)
        if (each.what == "indicator") out.fields.emplace_back(each.id, Data{});
    return out;
}

Data evidence_data(const Request& request, const List& claims) {
    if (request.published == nullptr) {
        // Every name, so that a template may ask for what is not there.
        Record none{"the evidence", {}, {{"measured", false}}};
        for (const char* name : {"claims", "key", "others", "voices", "voice", "photos", "photo", "costs",
                                 "references", "hidden-note"})
            none.fields.emplace_back(name, Data{});
        return none;
    }
    const Data* key = key_of(claims);
    const List all_voices = voices(request), all_photos = photos(request);
    const std::string note = evidence::filled(
        request.claim_words->hidden_note,
        {{"limit", evidence::number_in(request.published->hide_up_to + 1, 0, request.lang)}});
    return Record{"the evidence",
                  {},
                  {{"measured", !claims.empty()},
                   {"claims", claims},
                   {"key", key == nullptr ? Data{} : *key},
                   {"others", others(claims, key)},
                   {"voices", all_voices},
                   {"voice", first_of(all_voices)},
                   {"photos", all_photos},
                   {"photo", first_of(all_photos)},
                   {"costs", costs(request)},
                   {"references", references(request)},
                   {"hidden-note", has_hidden(request) ? said(note, request, {}) : Data{}}}};
}

std::vector<evidence::Refused> refused_evidence(const Request& request,
                                                const std::set<std::string, std::less<>>& asked) {
    std::vector<evidence::Refused> out;
    const auto wants = [&](std::string_view path) {
        const auto found = asked.lower_bound(path);
        return found != asked.end() && found->starts_with(path);
    };
    const auto note = [&](const char* what, const auto& item) {
        std::string why = is_from_here(request, item) ? refusal_of(request, item) : std::string();
        if (!why.empty()) out.push_back({what, item.id.text, std::move(why)});
    };
    if (request.published != nullptr && wants("evidence.voice"))
        for (const evidence::Voice& each : request.published->voices) note("voice", each);
    if (request.published != nullptr && wants("evidence.photo"))
        for (const evidence::Photo& each : request.published->photos)
            if (each.shows_people) note("photo", each);
    return out;
}

}  // namespace sayso::compose

#include "compose/context.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "compose/abbreviations.h"
#include "compose/evidence_data.h"
#include "compose/framework_data.h"
#include "compose/link.h"
#include "compose/strings.h"
#include "compose/told_data.h"

namespace sayso::compose {
namespace {

using model::Words;

/// Names of people and places belong to no language: they are never missed in a translation, and run the way
/// that their own letters do.
Data proper(Words words, Isolate isolate = Isolate::first_strong) {
    words.lang.clear();
    return Data(std::move(words), Markup::plain, isolate);
}

Data optional_proper(const std::optional<Words>& words) {
    return words ? proper(*words) : Data{};
}

/// Phone numbers and addresses run from left to right in every language.
Data address(const std::optional<Words>& words) {
    return words ? proper(*words, Isolate::left_to_right) : Data{};
}

/// With the audience's own words where it has some.
Data means_item(const Request& request, const model::MeansItem& item) {
    const Words* sentence = &item.plain;
    if (request.audience != nullptr) {
        for (const model::MeansWords& own : request.audience->means)
            if (own.id.text == item.id.text) sentence = &own.plain;
    }
    return Record{fmt::format("means item \"{}\"", item.id.text),
                  item.id.span,
                  {{"id", plain(item.id)},
                   {"name", plain(item.name)},
                   {"short", markdown(item.short_name.value_or(item.name))},
                   {"plain", markdown(*sentence)}}};
}

Data means_groups(const Request& request) {
    List groups;
    for (const model::MeansGroup& group : request.approach.means) {
        if (!in_strand(group.strands, request.strand)) continue;
        List items;
        for (const model::MeansItem& item : group.items) {
            if (in_strand(item.strands, request.strand)) items.push_back(means_item(request, item));
        }
        groups.push_back(Record{fmt::format("means group \"{}\"", group.id.text),
                                group.id.span,
                                {{"id", plain(group.id)},
                                 {"name", plain(group.name)},
                                 {"description", markdown(group.description)},
                                 {"items", items}}});
    }
    return groups;
}

/// An outcome as one stakeholder has it: spelled as there, in the reader's own words where the audience file
/// has some.
Data outcome(const model::Approach& approach, const model::OutcomeUse& use, const model::OutcomeWords* own) {
    const model::Outcome* shared = approach.outcome(use.id.text);
    if (shared == nullptr) return Data{};  // reported by the loader
    const Words& name = use.name ? *use.name : shared->name;
    return Record{fmt::format("outcome \"{}\"", use.id.text),
                  own ? own->id.span : shared->id.span,
                  {{"id", plain(use.id)},
                   {"name", plain(name)},
                   {"short", markdown(shared->short_name.value_or(name))},
                   {"claim", own && !own->claim.empty() ? markdown(own->claim) : plain(name)},
                   {"meaning", markdown(own && !own->meaning.empty() ? own->meaning : shared->meaning)}}};
}

Data outcomes(const model::Approach& approach, const std::vector<model::OutcomeUse>& uses) {
    List out;
    for (const model::OutcomeUse& use : uses) {
        if (Data made = outcome(approach, use, nullptr); made.truthy()) out.push_back(std::move(made));
    }
    return out;
}

Data own_outcomes(const Request& request, const model::Audience& reader,
                  const model::Stakeholder& stakeholder) {
    List out;
    for (const model::OutcomeUse& use : stakeholder.outcomes) {
        const auto& words = reader.outcomes;
        const auto own = std::find_if(words.begin(), words.end(), [&](const model::OutcomeWords& w) {
            return w.id.text == use.id.text && in_strand(w.strands, request.strand);
        });
        Data made = outcome(request.approach, use, own == words.end() ? nullptr : &*own);
        if (made.truthy()) out.push_back(std::move(made));
    }
    return out;
}

/// The means of the strand, in the order of the model, that `wanted` picks.
List picked_means(const Request& request, const auto& wanted) {
    List out;
    for (const model::MeansGroup& group : request.approach.means) {
        if (!in_strand(group.strands, request.strand)) continue;
        for (const model::MeansItem& item : group.items) {
            if (in_strand(item.strands, request.strand) && wanted(item))
                out.push_back(means_item(request, item));
        }
    }
    return out;
}

bool names(const model::Ask& ask, const model::MeansItem& item) {
    return std::any_of(ask.means.begin(), ask.means.end(),
                       [&](const Words& id) { return id.text == item.id.text; });
}

Data ask(const Request& request, const model::Ask& source) {
    const List means =
        picked_means(request, [&](const model::MeansItem& item) { return names(source, item); });
    return Record{fmt::format("ask \"{}\"", source.id.text),
                  source.id.span,
                  {{"id", plain(source.id)},
                   {"text", markdown(source.text)},
                   {"detail", markdown(source.detail)},
                   {"who", markdown(source.who)},
                   {"when", markdown(source.when)},
                   {"means", means}}};
}

/// Those that are said in the same plain words, of children and of adults, as one.
List said_once(List means) {
    std::set<std::string> said;
    std::erase_if(means, [&](const Data& item) {
        return !said.insert(item.record()->find("plain")->leaf()->words.text).second;
    });
    return means;
}

/// The means that this reader's asks can put in place, each once.
List asked_means(const Request& request, const model::Audience& reader) {
    List means = picked_means(request, [&](const model::MeansItem& item) {
        return std::any_of(reader.asks.begin(), reader.asks.end(), [&](const model::Ask& ask) {
            return in_strand(ask.strands, request.strand) && names(ask, item);
        });
    });
    return reader.is_plain_reader() ? said_once(std::move(means)) : means;
}

/// Which texts there are is each reader's own: of none, nothing is known.
Data texts(const model::Audience& a) {
    if (a.id.empty()) return Data{};
    Record out{fmt::format("`texts` of audience \"{}\"", a.id.text), a.id.span, {}};
    for (const auto& [name, words] : a.texts) out.fields.emplace_back(name, markdown(words));
    return out;
}

Record audience(const Request& request, const model::Audience& a) {
    const model::Stakeholder* stakeholder = request.approach.stakeholder(a.id.text);
    const List means = asked_means(request, a);
    List asks;
    for (const model::Ask& one : a.asks) {
        if (in_strand(one.strands, request.strand)) asks.push_back(ask(request, one));
    }
    const auto tested = a.texts.find("easy-read-tested");
    return Record{fmt::format("audience \"{}\"", a.id.text),
                  a.id.span,
                  {{"id", plain(a.id)},
                   {"name", plain(!a.name.empty() || !stakeholder ? a.name : stakeholder->name)},
                   {"title", markdown(a.title)},
                   {"standfirst", markdown(a.standfirst)},
                   {"what-this-is", markdown(a.what_this_is)},
                   {"outcomes-intro", markdown(a.outcomes_intro)},
                   {"outcomes", stakeholder ? own_outcomes(request, a, *stakeholder) : Data{List{}}},
                   {"person-intro", markdown(a.person_intro)},
                   {"knowing", markdown(a.knowing)},
                   {"means-intro", markdown(a.means_intro)},
                   {"means", means},
                   {"means-in-words", said_once(means)},
                   {"moments", words_list(a.moments.empty() ? request.approach.practice.moments : a.moments)},
                   {"abbreviations", abbreviations(request, means)},
                   {"asks-intro", markdown(a.asks_intro)},
                   {"asks", asks},
                   {"loop", markdown(a.loop)},
                   {"contact-intro", markdown(a.contact_intro)},
                   {"cover", a.cover ? plain(*a.cover) : Data{}},
                   {"easy-read", easy_read(a)},
                   {"easy-read-tested", tested == a.texts.end() ? Data{} : markdown(tested->second)},
                   {"deck", deck(a)},
                   {"plain-reader", a.is_plain_reader()},
                   {"is-central", stakeholder != nullptr && stakeholder->central},
                   {"texts", texts(a)}}};
}

/// Whom a document is from: "Mill Lane, Willow House", or the service alone.
Words sender(const Request& request, const model::Service& service) {
    if (request.site == nullptr) return service.name;
    Words out = request.site->name;
    out.text += ", " + service.name.text;
    return out;
}

/// With the place: "Mill Lane, Willow House, Northbridge".
Words whole_sender(const Request& request, const model::Service& service) {
    Words out = sender(request, service);
    if (request.site != nullptr && request.site->place) out.text += ", " + request.site->place->text;
    return out;
}

Data contact(const std::optional<model::Contact>& source, const Words& from) {
    const model::Contact& c = source ? *source : model::Contact{};
    Record out{"the contact",
               c.name.span,
               {{"name", proper(c.name)},
                {"role", c.role.empty() ? Data{} : proper(c.role)},
                {"from", proper(from)},
                {"phone", address(c.phone)},
                {"email", address(c.email)},
                {"web", address(c.web)}}};
    return source ? Data{std::move(out)} : absent(std::move(out));
}

/// An address on one line, however it was written.
Data postal(const std::optional<Words>& source) {
    if (!source) return Data{};
    Words line = *source;
    for (std::size_t at = line.text.find('\n'); at != std::string::npos; at = line.text.find('\n', at))
        line.text.replace(at, 1, at > 0 && line.text[at - 1] == ',' ? " " : ", ");
    return proper(std::move(line));
}

/// The site's own where it has one, else the service's.
const std::optional<Words>& nearest(const Request& request, std::optional<Words> model::Site::*of_site,
                                    const std::optional<Words>& of_service) {
    return request.site != nullptr && request.site->*of_site ? request.site->*of_site : of_service;
}

/// What the service says of itself in the document's language, else in its own.
Data spoken(const Request& request, const model::Service& service,
            std::optional<Words> model::ServiceWords::*part, const std::optional<Words>& own) {
    for (const std::string& tag : {request.lang, request.lang.substr(0, request.lang.find('-'))}) {
        const auto found = service.spoken.find(tag);
        if (found != service.spoken.end() && found->second.*part) return markdown(*(found->second.*part));
    }
    return own ? markdown(*own) : Data{};
}

Record service(const Request& request, const model::Service& s) {
    const bool own_hours = request.site != nullptr && request.site->opening_hours;
    return Record{"the service",
                  s.name.span,
                  {{"name", proper(s.name)},
                   {"from", proper(sender(request, s))},
                   {"sender", proper(whole_sender(request, s))},
                   {"about", spoken(request, s, &model::ServiceWords::about, s.about)},
                   {"address", postal(nearest(request, &model::Site::address, s.address))},
                   {"opening-hours",
                    own_hours ? markdown(*request.site->opening_hours)
                              : spoken(request, s, &model::ServiceWords::opening_hours, s.opening_hours)},
                   {"fictional", s.fictional},
                   {"logo", s.logo.has_value()},
                   {"contact", contact(s.contact, sender(request, s))}}};
}

Record site(const model::Site& s) {
    return Record{"the site",
                  s.id.span,
                  {{"id", proper(s.id)}, {"name", proper(s.name)}, {"place", optional_proper(s.place)}}};
}

Record recipient(const model::Recipient& r) {
    return Record{"the recipient",
                  r.name.span,
                  {{"name", proper(r.name)},
                   {"role", optional_proper(r.role)},
                   {"organisation", optional_proper(r.organisation)}}};
}

Data nearest_contact(const Request& request) {
    if (request.service == nullptr) return contact({}, {});
    const bool at_site = request.site != nullptr && request.site->contact;
    return contact(at_site ? request.site->contact : request.service->contact,
                   sender(request, *request.service));
}

/// A site with a contact of its own is reached there, and by no second one of the service's.
Data nearest_second_contact(const Request& request) {
    if (request.service == nullptr) return contact({}, {});
    const bool at_site = request.site != nullptr && request.site->contact;
    return contact(at_site ? request.site->second_contact : request.service->second_contact,
                   sender(request, *request.service));
}

Data terms(const Request& request) {
    Record out{"the approach's `terms`", request.approach.id.span, {}};
    for (const model::Term& term : request.approach.terms) {
        const auto narrowed = term.by_strand.find(request.strand);
        out.fields.emplace_back(term.id.text,
                                markdown(narrowed == term.by_strand.end() ? term.both : narrowed->second));
    }
    return out;
}

/// What a published work found is grounded in that work.
Data of_reference(const Words& words, const model::Reference& reference, const char* key) {
    return words.empty() ? markdown(words)
                         : Leaf{words, Markup::markdown, Isolate::none,
                                std::make_shared<const evidence::Cited>("reference", reference.id.text, key)};
}

Data references(const model::Knowing& knowing) {
    List out;
    for (const model::Reference& reference : knowing.references) {
        out.push_back(Record{fmt::format("reference \"{}\"", reference.id.text),
                             reference.id.span,
                             {{"id", plain(reference.id)},
                              {"citation", of_reference(reference.citation, reference, "citation")},
                              {"finding", of_reference(reference.finding, reference, "finding")},
                              {"url", address(reference.url)}}});
    }
    return out;
}

Data approach(const Request& request) {
    const model::Approach& a = request.approach;
    const Record practice{"the practice",
                          a.practice.name.span,
                          {{"name", markdown(a.practice.name)},
                           {"summary", markdown(a.practice.summary)},
                           {"qualities", words_list(a.practice.qualities)},
                           {"moments", words_list(a.practice.moments)}}};
    const Record loop{"the feedback loop",
                      a.loop.name.span,
                      {{"name", markdown(a.loop.name)},
                       {"summary", markdown(a.loop.summary)},
                       {"steps", words_list(a.loop.steps)}}};
    const Record knowing{"`knowing`",
                         a.knowing.summary.span,
                         {{"summary", markdown(a.knowing.summary)}, {"references", references(a.knowing)}}};
    return Record{
        fmt::format("approach \"{}\"", a.id.text),
        a.id.span,
        {{"id", plain(a.id)},
         {"name", plain(a.name)},
         {"summary", markdown(a.summary)},
         {"origin", markdown(a.origin)},
         {"means-name", markdown(a.means_name)},
         {"ends-name", markdown(a.ends_name)},
         {"means", means_groups(request)},
         {"practice", practice},
         {"overall-name", markdown(a.overall_name)},
         {"overall", outcomes(a, a.overall)},
         {"loop", loop},
         {"knowing", knowing},
         {"web", address(a.web)},
         {"web-shown", a.web ? address(Words{shown_address(a.web->text), a.web->span, {}}) : Data{}}}};
}

/// The stakeholder at the heart of the approach, whose outcomes every reader is shown after their own.
Record central(const model::Approach& approach, const model::Stakeholder& stakeholder) {
    return Record{"the central stakeholder",
                  stakeholder.id.span,
                  {{"id", plain(stakeholder.id)},
                   {"name", plain(stakeholder.name)},
                   {"in-sentence", plain(stakeholder.in_sentence.value_or(stakeholder.name))},
                   {"outcomes", outcomes(approach, stakeholder.outcomes)}}};
}

const model::Stakeholder* central_of(const model::Approach& approach) {
    const auto found = std::find_if(approach.stakeholders.begin(), approach.stakeholders.end(),
                                    [](const model::Stakeholder& s) { return s.central; });
    return found == approach.stakeholders.end() ? nullptr : &*found;
}

Record strand(const model::Strand& s) {
    return Record{"the strand", s.id.span, {{"id", plain(s.id)}, {"name", plain(s.name)}}};
}

const model::Strand* strand_of(const Request& request) {
    for (const model::Strand& one : request.approach.strands)
        if (one.id.text == request.strand) return &one;
    return nullptr;
}

/// A record of what may be left out: of `source`, or of an empty one to know its parts by.
template <class T>
Data present_or_absent(const T* source, const auto& record_of) {
    return source != nullptr ? Data{record_of(*source)} : absent(record_of(T{}));
}

std::vector<std::string> ids_of(const auto& items) {
    std::vector<std::string> out;
    for (const auto& one : items) out.push_back(one.id.text);
    return out;
}

/// That it is unfinished, a draft or made up.
Data mark(const Request& request, Standing standing) {
    const bool fictional = request.service != nullptr && request.service->fictional;
    const char* name = standing == Standing::unwritten ? "unwritten"
                       : standing == Standing::draft   ? (fictional ? "draft-sample" : "draft-language")
                       : fictional                     ? "sample"
                                                       : nullptr;
    if (name == nullptr) return Data{};
    const auto found = request.layout.strings.find(name);
    return found == request.layout.strings.end() ? Data{} : markdown(found->second);
}

}  // namespace

Choices choices(const Request& request) {
    Choices out{{"central.id", ids_of(request.approach.stakeholders)}};
    // An approach without strands may still use templates that part them.
    if (!request.approach.strands.empty()) out.emplace("strand.id", ids_of(request.approach.strands));
    if (request.audience_ids != nullptr) out.emplace("audience.id", *request.audience_ids);
    return out;
}

const CommonData& Cache::common(const Request& request) {
    constexpr std::size_t most_known = 256;
    const Key key{request.approach.id.text,
                  request.layout.id.text,
                  request.audience != nullptr ? request.audience->id.text : "",
                  request.lang,
                  request.strand,
                  request.frameworks != nullptr};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    if (known_.size() >= most_known) known_.clear();
    return known_
        .emplace(key,
                 CommonData{approach(request),
                            present_or_absent(request.audience,
                                              [&](const model::Audience& a) { return audience(request, a); }),
                            present_or_absent(
                                central_of(request.approach),
                                [&](const model::Stakeholder& s) { return central(request.approach, s); }),

                            framework_data(request), terms(request),
                            present_or_absent(strand_of(request), &strand), strings(request)})
        .first->second;
}

Data context(const Request& request, Standing standing, Cache& cache) {
    const CommonData& common = cache.common(request);
    const Claims claims = claims_of(request, cache);
    const Record document{"the document",
                          request.layout.id.span,
                          {{"date", plain(request.date)},
                           {"kind", plain(request.layout.kind)},
                           {"name", markdown(request.layout.name)},
                           {"lang", plain(request.lang)},
                           {"mark", mark(request, standing)},
                           {"large-print", request.edition == Edition::large_print}}};
    return Record{
        "the document's data",
        {},
        {{"approach", common.approach},
         {"audience", common.audience},
         {"central", common.central},
         {"frameworks", common.frameworks},
         {"term", common.terms},
         {"service",
          present_or_absent(request.service, [&](const model::Service& s) { return service(request, s); })},
         {"site", present_or_absent(request.site, &site)},
         {"recipient", present_or_absent(request.recipient, &recipient)},
         {"contact", nearest_contact(request)},
         {"second-contact", nearest_second_contact(request)},
         {"strand", common.strand},
         {"document", document},
         {"claim", claim_data(request, claims.all)},
         {"evidence", evidence_data(request, claims.told)},
         {"string", common.strings}}};
}

}  // namespace sayso::compose

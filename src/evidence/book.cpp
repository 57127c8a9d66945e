#include "evidence/book.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "evidence/fields.h"
#include "evidence/records.h"

namespace sayso::evidence {
namespace {

using Examples = std::map<std::string, std::string>;  // by heading

/// "unit-one" as "Unit one".
std::string title_of(std::string key) {
    std::replace(key.begin(), key.end(), '-', ' ');
    if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
    return key;
}

const load::FieldShape& field_of(const load::RecordShape& shape, const std::string& heading) {
    const load::FieldShape* within = nullptr;
    for (const load::FieldShape& field : shape.fields) {
        if (field.key == heading) return field;
        if (field.shape.kind == load::Shape::Kind::record && heading.starts_with(field.key + "-"))
            within = &field;
    }
    return field_of(within->shape.record(), heading.substr(within->key.size() + 1));
}

std::vector<std::string> choices_of(const load::FieldShape& field, const Known& known) {
    if (field.shape.kind == load::Shape::Kind::boolean) return {"yes", "no"};
    if (field.key == "site") {
        std::vector<std::string> ids;
        for (const Known::Site& site : known.sites) ids.push_back(site.id);
        return ids;
    }
    return field.rule.allowed;
}

template <class T>
sheet::FormSheet sheet_of(std::string name, const Known& known, const Examples& example) {
    sheet::FormSheet out{std::move(name), {}, {{}}};
    const load::RecordShape& shape = load::Reader<T>::record();
    for (const std::string& heading : headings_of(shape)) {
        const load::FieldShape& field = field_of(shape, heading);
        std::string note = field.doc;
        if (field.shape.kind == load::Shape::Kind::list) note += " Several are parted by semicolons.";
        if (field.rule.required) note += " Needed.";
        const bool is_long =
            field.key == "text" || field.key == "label" || field.key == "method" || field.key == "alt";
        out.columns.push_back({title_of(heading), note, choices_of(field, known), is_long ? 40.0 : 18.0});
        const auto found = example.find(heading);
        out.rows[0].push_back(found == example.end() ? "" : found->second);
    }
    return out;
}

sheet::FormSheet value_sheet(const Known& known, const std::vector<Indicator>& indicators) {
    std::vector<std::string> ids, sites;
    for (const Indicator& each : indicators) ids.push_back(each.id.text);
    for (const Known::Site& site : known.sites) sites.push_back(site.id);
    return {"Values",
            {{"Indicator", "The id of an indicator.", ids, 24},
             {"Site", "The id of a site. Empty: the whole service.", sites, 18},
             {"Period", "Such as 2025 Q1, 2025-03, 2025 or 2024/25.", {}, 14},
             {"Value",
              "The number as it was counted. Small counts of people are hidden by sayso, not here.",
              {},
              12}},
            {{std::string(example_id), sites.empty() ? "" : sites.front(), "2025 Q1", "48"}}};
}

}  // namespace

std::vector<sheet::FormSheet> empty_book(const Known& known, const std::vector<Indicator>& indicators) {
    return {{"Read me",
             {},
             {{"What your service has measured, and what people have said."},
              {"Fill in the sheets that you need, and leave the others empty. The notes at the headings say "
               "what goes where."},
              {"The row \"example\" in each sheet shows how. It is never read; keep it or delete it."},
              {"\"Indicators\" says what is measured. \"Values\" holds the numbers, a row for each site and "
               "period."},
              {"Type counts as they are. Counts of people from 1 to 7 are hidden when documents are made, "
               "and others with them "
               "where one could be worked out."},
              {"Nobody's words or picture are used without consent. Outside the audiences, kinds of "
               "documents and days that it "
               "names they are left out."},
              {"Save as .xlsx into the project's folder \"evidence\", then run: sayso evidence check"}}},
            sheet_of<Indicator>("Indicators", known,
                                {{"id", std::string(example_id)},
                                 {"label", "Incidents of distress"},
                                 {"counts", "events"},
                                 {"unit", "incidents"},
                                 {"unit-one", "incident"},
                                 {"better", "lower"},
                                 {"every", "quarter"},
                                 {"method", "Each is written down on the day."},
                                 {"source", "Incident log"},
                                 {"by", "Home managers"},
                                 {"strength", "fair"},
                                 {"start", "2024 Q1"}}),
            value_sheet(known, indicators),
            sheet_of<Voice>("Voices", known,
                            {{"id", std::string(example_id)},
                             {"text", "He looks for me now."},
                             {"by", "Sister of a man who lives here"},
                             {"consent-by", "his sister"},
                             {"consent-form", "written"},
                             {"consent-on", "2025-05-01"},
                             {"consent-audiences", "all"},
                             {"consent-uses", "briefing; leaflet"},
                             {"consent-record", "Consent file, sheet 12"}}),
            sheet_of<Photo>("Photos", known,
                            {{"id", std::string(example_id)},
                             {"file", "pictures/garden.jpg"},
                             {"alt", "The garden bench, where the two of them sit in the mornings."},
                             {"shows-people", "no"}}),
            sheet_of<model::Reference>("References", known,
                                       {{"id", std::string(example_id)},
                                        {"citation", "Author (2020) Title. Journal."},
                                        {"finding", "What it found."}}),
            sheet_of<Cost>("Costs", known,
                           {{"id", std::string(example_id)},
                            {"label", "Training and supervision"},
                            {"amount", "4200"},
                            {"currency", "GBP"},
                            {"per", "year"},
                            {"basis", "Hours at the usual rate."},
                            {"source", "Accounts"}})};
}

}  // namespace sayso::evidence

#include "check/check.h"

#include <algorithm>
#include <array>

#include "check/rules.h"

namespace sayso::check {
namespace {

enum class Of : std::uint8_t { every_document, easy_read };
enum class In : std::uint8_t { every_language, english };

struct Rule {
    Of documents;
    In languages;
    void (*find_faults)(const Subject&, Diagnostics&);
};

constexpr std::array rules = std::to_array<Rule>({
    {Of::every_document, In::every_language, &type_is_large_enough},
    {Of::every_document, In::every_language, &no_blocks_of_capitals},
    {Of::every_document, In::every_language, &headings_skip_no_level},
    {Of::every_document, In::every_language, &figures_have_alt_text},

    {Of::every_document, In::english, &sentences_are_short},
    {Of::every_document, In::english, &links_say_where_they_lead},
    {Of::every_document, In::english, &abbreviations_are_spelled_out},
    {Of::every_document, In::english, &no_jargon},
    {Of::every_document, In::english, &reading_age_meets_its_target},

    {Of::easy_read, In::every_language, &each_idea_has_a_picture},
    {Of::easy_read, In::every_language, &at_most_24_pages},
    {Of::easy_read, In::english, &a_draft_says_so},
    {Of::easy_read, In::english, &a_sentence_starts_on_a_new_line},
    {Of::easy_read, In::english, &hard_words_are_explained},
    {Of::easy_read, In::english, &nothing_in_the_passive},
    {Of::easy_read, In::english, &easy_read_reads_easily},
});

const char* set_of(const Rule& rule) {
    if (rule.documents == Of::every_document)
        return rule.languages == In::every_language ? "every-document" : "english";
    return rule.languages == In::every_language ? "easy-read" : "easy-read-english";
}

bool applies(const Rule& rule, const Subject& subject, bool has_words) {
    if (rule.documents == Of::easy_read && !subject.profile.easy_read) return false;
    return rule.languages == In::every_language || (has_words && is_english(subject.document.lang));
}

void add_unless_empty(std::vector<std::string>& names, const model::Words& words) {
    if (!words.empty()) names.push_back(words.text);
}

void add_names(std::vector<std::string>& names, const std::vector<model::OutcomeUse>& uses) {
    for (const model::OutcomeUse& use : uses) {
        if (use.name) add_unless_empty(names, *use.name);
    }
}

/// What an approach's source named: printed as it stands there.
std::vector<std::string> names_of(const model::Approach& approach) {
    std::vector<std::string> names;
    for (const model::MeansGroup& group : approach.means) {
        add_unless_empty(names, group.name);
        for (const model::MeansItem& item : group.items) add_unless_empty(names, item.name);
    }
    for (const model::Outcome& outcome : approach.outcomes) add_unless_empty(names, outcome.name);
    add_names(names, approach.overall);
    for (const model::Stakeholder& stakeholder : approach.stakeholders) {
        add_unless_empty(names, stakeholder.name);
        add_names(names, stakeholder.outcomes);
    }
    for (const model::Reference& reference : approach.knowing.references)
        add_unless_empty(names, reference.citation);
    return names;
}

}  // namespace

Profile profile_of(const model::Approach& approach, const model::Audience* audience) {
    Profile profile;
    if (audience != nullptr) {
        profile.reading_age_target = audience->reading_age_target;
        const auto tested = audience->texts.find("easy-read-tested");
        if (tested != audience->texts.end()) profile.tested_by = tested->second.text;
    }
    add_unless_empty(profile.uncounted, approach.name);
    profile.names = names_of(approach);
    for (const model::Abbreviation& one : approach.abbreviations)
        profile.abbreviations.emplace(one.id.text, one.meaning.text);
    return profile;
}

std::vector<std::string> check_document(const doc::Document& document, const Profile& profile,
                                        const Lexicon* lexicon, Reader& reader, Diagnostics& diagnostics) {
    const Lexicon none;
    const Subject subject(document, profile, lexicon != nullptr ? *lexicon : none, reader);
    std::vector<std::string> sets;
    for (const Rule& rule : rules) {
        if (!applies(rule, subject, lexicon != nullptr)) continue;
        rule.find_faults(subject, diagnostics);
        if (sets.empty() || sets.back() != set_of(rule)) sets.emplace_back(set_of(rule));
    }
    return sets;
}

Readability measure(const doc::Document& document, const Profile& profile) {
    const Lexicon none;
    Reader reader;
    const Subject subject(document, profile, none, reader);
    return readability(full_sentences(subject), profile.uncounted);
}

}  // namespace sayso::check

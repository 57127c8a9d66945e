#include "check/check.h"

#include <algorithm>
#include <array>

#include "check/rules.h"

namespace sayso::check {
namespace {

/// What a rule is for: any document, or Easy Read alone; in any language, or in English, whose words are
/// known.
enum class Set : std::uint8_t { every_document, english, easy_read, easy_read_english };
constexpr std::array<const char*, 4> set_names{"every-document", "english", "easy-read", "easy-read-english"};

struct Rule {
    Set set;
    void (*find_faults)(const Subject&, Diagnostics&);
};

constexpr std::array rules = std::to_array<Rule>({
    {Set::every_document, &type_is_large_enough},
    {Set::every_document, &no_blocks_of_capitals},
    {Set::every_document, &headings_skip_no_level},
    {Set::every_document, &figures_have_alt_text},

    {Set::english, &sentences_are_short},
    {Set::english, &links_say_where_they_lead},
    {Set::english, &abbreviations_are_spelled_out},
    {Set::english, &no_jargon},
    {Set::english, &reading_age_meets_its_target},

    {Set::easy_read, &each_idea_has_a_picture},
    {Set::easy_read, &at_most_24_pages},
    {Set::easy_read_english, &a_draft_says_so},
    {Set::easy_read_english, &a_sentence_starts_on_a_new_line},
    {Set::easy_read_english, &hard_words_are_explained},
    {Set::easy_read_english, &nothing_in_the_passive},
    {Set::easy_read_english, &easy_read_reads_easily},
});

bool applies(Set set, const Subject& subject, bool has_words) {
    const bool of_easy_read = set == Set::easy_read || set == Set::easy_read_english;
    const bool of_english = set == Set::english || set == Set::easy_read_english;
    return (!of_easy_read || subject.profile.easy_read) &&
           (!of_english || (has_words && is_english(subject.document.lang)));
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
                                        std::size_t pages, const Lexicon* lexicon, Reader& reader,
                                        Diagnostics& diagnostics) {
    const Lexicon none;
    const Subject subject(document, profile, pages, lexicon != nullptr ? *lexicon : none, reader);
    std::vector<std::string> sets;
    for (const Rule& rule : rules) {
        if (!applies(rule.set, subject, lexicon != nullptr)) continue;
        rule.find_faults(subject, diagnostics);
        const char* name = set_names[static_cast<std::size_t>(rule.set)];
        if (sets.empty() || sets.back() != name) sets.emplace_back(name);
    }
    return sets;
}

Readability measure(const doc::Document& document, const Profile& profile) {
    const Lexicon none;
    Reader reader;
    const Subject subject(document, profile, 0, none, reader);
    return readability(full_sentences(subject), profile.uncounted);
}

}  // namespace sayso::check

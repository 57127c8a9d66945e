#include <array>
#include <regex>
#include <utility>

#include <fmt/format.h>

#include "check/check.h"
#include "check/subject.h"

namespace sayso::check {
namespace {

// Patterns can be read, and are slow: only sentences with a digit in them are looked at, and each text once.

std::regex pattern(const std::string& text) {
    return std::regex(text, std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
}

/// English names of months.
constexpr std::string_view month =
    "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|"
    "jun|"
    "jul|aug|sept?|oct|nov|dec)\\b";

/// Links and addresses, and the marks of a list: taken out before sentences are told apart.
const std::regex& marks() {
    static const std::regex made =
        pattern("\\]\\([^)]*\\)|https?://\\S+|www\\.\\S+|\\S+@\\S+|(^|\\n) *[0-9]+[.)] ");
    return made;
}

/// Always claims: money, and shares of a hundred.
const std::regex& claims() {
    static const std::regex made = pattern(
        "(£|€|\\$) ?[0-9][0-9.,]*( ?(million|billion|m|bn|k)\\b)?|[0-9][0-9.,]* ?(%|per ?cent\\b|percentage "
        "point)");
    return made;
}

/// Numbers that name something and count nothing.
const auto& names() {
    static const std::array made{
        pattern("(\\+|\\b0)[0-9][0-9 ()-]{6,}[0-9]"),              // telephone numbers
        pattern("\\b[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}\\b"),  // postcodes
        pattern("\\b[0-9]{4}-[0-9]{2}(-[0-9]{2})?\\b|\\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\\b"),
        pattern("\\b[0-9]{1,2}(st|nd|rd|th)?(( to | and | or |–|-)[0-9]{1,2}(st|nd|rd|th)?)?( of)? " +
                std::string(month)),
        pattern("\\b" + std::string(month) + " [0-9]{1,2}(st|nd|rd|th)?\\b(?![.,]?[0-9])"),
        pattern("\\b(19|20)[0-9]{2}(s|(/|–|-)([0-9]{2}|(19|20)[0-9]{2}))?\\b(?![.,][0-9])"),  // years
        pattern(
            "\\b[0-9]{1,2}([:.][0-9]{2})? ?(am|pm|noon|o(’|')clock)\\b|\\b[0-9]{1,2}:[0-9]{2}\\b|\\b24/7\\b"),
        pattern("\\b[a-z][a-z-]*[0-9][a-z0-9-]*|\\b[0-9]+(st|nd|rd|th)\\b"),  // A4, KS2, 3rd
        pattern("\\b(these|those|the following|the next) [0-9]{1,2}\\b"),
        pattern(
            "\\b(page|part|step|chapter|section|article|regulation|schedule|figure|table|level|stage|phase|"
            "year|week|day|room|flat|unit|ward|number|no\\.|version|type|band|grade|tier|form|question|line|"
            "item|point|appendix|annex|issue|volume|module|standard|goal|slide)s? "
            "[0-9]+[a-z]?((, | to | and | or |–|-)[0-9]+)*\\b"),
    };
    return made;
}

/// Ages, and how long something takes: what people are told to do, unless it is said to have changed.
const auto& measures() {
    static const std::array made{
        pattern("\\b(age|ages|aged|under|over)[ -][0-9]{1,3}s?(( to | and | or "
                "|–|-)[0-9]{1,3})?\\b|\\b[0-9]{1,2}\\+"),
        pattern("\\b[0-9]+([.,][0-9]+)?(( to | or |–|-)[0-9]+)?[ "
                "-]?(second|minute|hour|day|week|month|year)s?\\b"),
    };
    return made;
}

const std::regex& change() {
    static const std::regex made = pattern(
        "\\b(fell|fallen|rose|risen|grew|grown|dropped|increased?|decreased?|reduced?|reduction|cut|halved|"
        "doubled|trebled|tripled|saved|improved|fewer)\\b");
    return made;
}

/// Takes the matches out, and gives the digits that were in them.
std::vector<std::string> take(std::string& text, const std::regex& what) {
    std::vector<std::string> found;
    std::string rest;
    auto from = text.cbegin();
    for (std::sregex_iterator at(text.begin(), text.end(), what), end; at != end; ++at) {
        found.push_back(at->str());
        rest.append(from, (*at)[0].first).append(" ");
        from = (*at)[0].second;
    }
    text = rest.append(from, text.cend());
    return found;
}

std::vector<std::string> sentences(const std::string& text) {
    static const std::regex end = pattern("[.!?;]+[ \\n]+");
    return {std::sregex_token_iterator(text.begin(), text.end(), end, -1), std::sregex_token_iterator()};
}

bool has_digit(const std::string& text) {
    return text.find_first_of("0123456789") != text.npos;
}

std::vector<std::string> unfounded(std::string sentence) {
    if (!has_digit(sentence)) return {};
    static const std::regex number = pattern("[0-9][0-9.,/]*[0-9]|[0-9]");
    std::vector<std::string> out = take(sentence, claims());
    for (const std::regex& each : names()) take(sentence, each);
    if (!std::regex_search(sentence, change()))
        for (const std::regex& each : measures()) take(sentence, each);
    for (std::string& each : take(sentence, number)) out.push_back(std::move(each));
    return out;
}

}  // namespace

const std::vector<std::string>& NumberFinder::in(const std::string& text) {
    constexpr std::size_t most_known = 4096;
    if (const auto found = known_.find(text); found != known_.end()) return found->second;
    if (known_.size() >= most_known) known_.clear();
    std::vector<std::string> out;
    std::string rest = has_digit(text) ? text : std::string();
    take(rest, marks());
    for (const std::string& sentence : sentences(rest))
        for (std::string& number : unfounded(sentence)) out.push_back(std::move(number));
    return known_.emplace(text, std::move(out)).first->second;
}

void check_numbers(const std::vector<model::Words>& typed, NumberFinder& finder, Diagnostics& diagnostics) {
    for (const model::Words& words : typed) {
        if (!is_english(words.lang)) continue;
        for (const std::string& number : finder.in(words.text)) {
            diagnostics.warning("number-without-evidence", words.span,
                                fmt::format("the number \"{}\" comes from no evidence", number),
                                "write it once in the project's evidence/ and show it with "
                                "{{claim.ID.latest}}, or say it "
                                "without a number");
        }
    }
}

}  // namespace sayso::check

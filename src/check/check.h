// The rules of plain, accessible print on one document: WCAG 2.2 contrast, UKAAF print sizes, GOV.UK plain
// English, Easy Read, reading level, alt text. Stage: after compose (words and looks) and after layout
// (contrast as placed). In: the semantic tree, who it is for, a language's word list. Out: diagnostics at the
// YAML that the words came from. The rules stand in one table in check.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/lexicon.h"
#include "check/readability.h"
#include "check/reading.h"
#include "diag/diagnostic.h"
#include "doc/document.h"
#include "frame/frame.h"
#include "model/approach.h"

namespace sayso::check {

/// What the rules must know of a document besides its tree.
struct Profile {
    double reading_age_target = 0;  // years; 0: none
    bool easy_read = false;
    bool large_print = false;
    std::string tested_by;               // of an Easy Read: who tried it, and when; empty: nobody yet
    std::vector<std::string> uncounted;  // names that do not count for the reading level
    std::vector<std::string> names;      // spelled as their source spells them, jargon and all
    std::map<std::string, std::string> abbreviations;  // "EHCP" -> "Education, Health and Care Plan"
};

/// What an approach and an audience (or none) say of it; the caller adds edition, kind and pages. The
/// audience's text "easy-read-tested" is the line of who tried its Easy Read, and when.
Profile profile_of(const model::Approach& approach, const model::Audience* audience);

/// Every rule that needs no more of the pages than their number (0: not placed yet). Without a lexicon (a
/// language that sayso has none for) the rules about words are passed over; they are too for every block that
/// is not in English. Gives the sets of rules that the document was held against: every-document, english,
/// easy-read, easy-read-english (docs/checks.md).
std::vector<std::string> check_document(const doc::Document& document, const Profile& profile,
                                        std::size_t pages, const Lexicon* lexicon, Reader& reader,
                                        Diagnostics& diagnostics);

/// Finds numbers in English texts that count something, and remembers those of each text. One a thread.
class NumberFinder {
  public:
    const std::vector<std::string>& in(const std::string& text);

  private:
    std::unordered_map<std::string, std::vector<std::string>> known_;  // bounded, then begun anew
};

/// Numbers in English running texts that no evidence gave, but for those that name something (years, dates,
/// telephone numbers, pages): docs/checks.md says which. A warning each.
void check_numbers(const std::vector<model::Words>& typed, NumberFinder& finder, Diagnostics& diagnostics);

/// The weight of a face: text::FontLibrary::weight.
using WeightOf = std::function<int(FontId)>;

/// Every run of text against what lies under it on the page, and the size of words in drawings. Words on a
/// picture made of pixels are passed over: nobody can tell.
void check_pages(const doc::Document& document, const std::vector<frame::Frame>& pages,
                 const WeightOf& weight_of, Diagnostics& diagnostics);

/// Code of what `check_all_is_placed` reports.
inline constexpr const char* not_placed = "not-placed";

/// Every letter of the tree's texts, and every picture, is on a page: none was lost between the two. What was
/// is one error, at the first of it. For every document on its way out, whatever rules it is held against.
void check_all_is_placed(const doc::Document& document, const std::vector<frame::Frame>& pages,
                         Diagnostics& diagnostics);

/// The measures of the document's English sentences, headings and names in lists left out.
Readability measure(const doc::Document& document, const Profile& profile);

}  // namespace sayso::check

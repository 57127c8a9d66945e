// The linter's rules by what they look at. Private to tests/support.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/ooxml_reader.h"

namespace sayso::test {

/// A package with its XML parts parsed, and the faults found so far.
struct OfficeLint {
    const OfficeFile& file;
    std::map<std::string, pugi::xml_document> xml{};
    std::vector<std::string> faults{};

    void fault(const std::string& part, const std::string& what) { faults.push_back(part + ": " + what); }
    /// The parts of a content type that ends so, by path.
    std::vector<std::string> parts_of(std::string_view type_end) const;
};

void lint_package(OfficeLint& lint);
void lint_slides(OfficeLint& lint);
void lint_charts(OfficeLint& lint);
void lint_words(OfficeLint& lint);

/// All elements of this name beneath `node`, in order.
std::vector<pugi::xml_node> all_of(pugi::xml_node node, const char* name);
/// A whole number; `fallback` for anything else (a fraction, NaN, words).
long long whole(const char* text, long long fallback);
inline bool is_whole(const char* text) {
    return whole(text, 1) == whole(text, 2);
}
/// Adds a fault for a picture or figure without a description that is not marked as decorative.
void lint_description(const std::string& part, pugi::xml_node properties, OfficeLint& lint);

}  // namespace sayso::test

// An Office file opened again, by libraries that had no part in writing it: its parts, content types and
// relationships as plain values. For ooxml_lint.h and the suites.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::test {

struct OfficeRelationship {
    std::string id, type, target;  // of parts within the package, the whole path
    bool outside = false;
};

struct OfficeFile {
    std::vector<std::string> order;                          // names as they stand in the archive
    std::map<std::string, std::string> parts;                // by path
    std::map<std::string, std::string> defaults, overrides;  // content types, by ending and by path
    std::map<std::string, std::vector<OfficeRelationship>>
        relationships;                // by the part they lead from; "" = package
    std::vector<std::string> faults;  // of the archive, the content types and the relationships themselves

    /// Empty where nothing says.
    std::string type_of(const std::string& path) const;
    const OfficeRelationship* relationship(const std::string& from, const std::string& id) const;
    /// Those whose type ends in `type` ("slideLayout").
    std::vector<OfficeRelationship> related(const std::string& from, std::string_view type) const;
};

/// Throws nothing: a file that cannot be read at all is one fault.
OfficeFile read_office(std::string_view bytes);
/// The archive again, after a test has changed its parts. Deflated, in `order`.
std::string write_office(const OfficeFile& file);

}  // namespace sayso::test

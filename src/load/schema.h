// JSON Schema (draft 2020-12) and reference text from the same descriptions that check a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "load/shape.h"

namespace sayso::load {

/// What a schema is for: a whole file, or one laid upon another, where nothing is required and items of lists
/// may be left out.
enum class Completeness : unsigned char { whole, overlay };

/// A key that a file has besides its record's: `audiences` of an overlay.
struct ExtraKey {
    std::string key, doc;
    Shape shape;
};

/// The schema of a file that holds one record, indented, with a final line end. Records are named
/// definitions.
std::string json_schema(const RecordShape& file, Completeness completeness, std::string_view title,
                        const std::vector<ExtraKey>& extra = {});

/// Markdown: the file's record, then every record within it, once each, in the order they are first used.
/// `known` holds the names that an earlier call has described; it grows.
std::string reference_section(const RecordShape& file, std::string_view title,
                              std::vector<std::string>& known);

}  // namespace sayso::load

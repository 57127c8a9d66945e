// Turning one Value into one plain C++ value, or saying what was found and what is wanted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/color.h"
#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "load/shape.h"
#include "load/value.h"

namespace sayso::load {

/// Where faults go, and how to name the value that is being read: `"level"`, `an item of "steps"`.
struct Reading {
    Diagnostics& diagnostics;
    std::string what;

    /// Adds an error unless there are more than anybody would read (limits::errors_shown).
    void error(std::string code, Span span, std::string message, std::string hint = {},
               std::vector<Note> notes = {}) const;
    Reading named(std::string name) const { return {diagnostics, std::move(name)}; }
    Reading key(std::string_view key) const;
    Reading item() const;
};

/// The first line of a user's text, short enough for a message.
std::string clipped(std::string_view text);

/// Reports that `wanted` ("a whole number") should stand here.
void wrong_type(const Value& value, std::string_view wanted, const Reading& reading, std::string hint = {});

/// The text without the line end that block scalars bring; null when it is not a text.
std::optional<std::string> text_of(const Value& value, const Reading& reading);

void read_text(const Value& value, std::string& out, const Reading& reading);
void read_integer(const Value& value, int& out, const Reading& reading);
void read_number(const Value& value, double& out, const Reading& reading);
void read_boolean(const Value& value, bool& out, const Reading& reading);
/// "18mm", "12pt", or a bare number of points.
void read_length(const Value& value, Length& out, const Reading& reading);
/// {top, right, bottom, left}, or one length for all four.
void read_edges(const Value& value, Edges& out, const Reading& reading);
void read_color(const Value& value, Color& out, const Reading& reading);

std::optional<double> parse_number(std::string_view text);
/// However long.
std::optional<Length> parse_length(std::string_view text);
/// Lower-case letters and digits in words joined by single hyphens.
bool is_kebab(std::string_view text);
/// The id that a text comes nearest to, "mill-lane" of "Mill Lane"; empty when it is of other letters.
std::string kebab_of(std::string_view text);

/// Type, unknown keys and missing keys of a record. False when there is nothing in it to read.
bool check_record(const RecordShape& shape, const Value& value, const Reading& reading);
/// The one kind of `shape.kinds` that the record is of, told by its key; null, and reported, when that is
/// unclear.
const RecordShape* check_kind(const RecordShape& shape, const Value& value, const Reading& reading);
void check_rule(const FieldShape& field, const Value& value, const Reading& reading);
/// The ids of a list's items are written once each.
void check_unique_ids(const Value& list, const Reading& reading);
bool check_list(const Value& value, const Reading& reading);
/// Is a map, and its keys are kebab-case.
bool check_map(const Value& value, const Reading& reading);

}  // namespace sayso::load

// Steps that the loader of every noun takes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "load/fields.h"
#include "model/fields.h"

namespace sayso::model {

/// Language of shipped files that do not name theirs.
inline const std::string shipped_language = "en-GB";
/// The theme of projects and of themes that name none.
inline constexpr std::string_view default_theme = "sayso";

/// Reads a whole file's value by its type's table.
template <class T>
T bind(const load::Value& value, Diagnostics& diagnostics) {
    T out;
    load::Reader<T>::read(value, out, {diagnostics, "the file"});
    return out;
}

/// The text of a key, or nothing said when it is absent or no text.
std::string scalar_at(const load::Value& value, std::string_view key, std::string_view otherwise = {});

/// The value without some of its keys.
load::Value without(const load::Value& value, const std::vector<std::string_view>& keys);

/// `id` must be what the file is called, so that everything can be found by its id.
void check_file_id(const load::Value& value, const std::string& expected, Diagnostics& diagnostics);

/// True for tags such as "cy" and "en-GB": language names become parts of paths.
bool is_language(std::string_view lang);

/// Takes out of an approach every use of what an overlay left out: outcomes out of the lists of stakeholders.
void drop_left_out(load::Value& approach);
/// Notes in the typed approach what was left out, so that audiences can follow.
void note_left_out(const load::Value& value, Approach& approach);
/// Takes out of an audience the outcomes and asks whose outcomes and means were left out of the approach.
void drop_left_out(load::Value& audience, const Approach& approach, const std::string& id);

/// Takes out of a cross-reference the means and outcomes that were left out, and the lines that named nothing
/// else.
void drop_left_out_lines(load::Value& reference, const Approach& approach);
/// The name and the order of outcomes come from the stakeholder unless the audience gives them.
void complete(Audience& audience, const Approach& approach);

}  // namespace sayso::model

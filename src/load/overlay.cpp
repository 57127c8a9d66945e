// Laying one file upon another, value by value.
#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "load/value.h"

namespace sayso::load {
namespace {

constexpr std::string_view leave_out = "leave-out";

bool is_map(const Value& value) {
    return value.kind == Value::Kind::map;
}
bool is_sequence(const Value& value) {
    return value.kind == Value::Kind::sequence;
}

/// A sequence whose items are maps with ids, and so are merged rather than replaced.
bool is_keyed(const Value& list) {
    return is_sequence(list) && !list.items.empty() &&
           std::all_of(list.items.begin(), list.items.end(),
                       [](const Value& item) { return is_map(item) && id_of(item) != nullptr; });
}

/// `{add: [...], leave-out: [...]}` in the place of a sequence.
bool is_list_edit(const Value& value) {
    if (!is_map(value) || value.entries.empty()) return false;
    return std::all_of(value.entries.begin(), value.entries.end(), [](const Entry& entry) {
        return (entry.key == "add" || entry.key == leave_out) && is_sequence(entry.value);
    });
}

Value* find_item(Value& list, const std::string& id) {
    const auto found = std::find_if(list.items.begin(), list.items.end(), [&](const Value& item) {
        const Value* own = id_of(item);
        return own != nullptr && own->scalar == id;
    });
    return found == list.items.end() ? nullptr : &*found;
}

bool was_left_out(const Value& list, const std::string& id) {
    return std::find(list.left_out.begin(), list.left_out.end(), id) != list.left_out.end();
}

std::vector<std::string> ids_of(const Value& list) {
    std::vector<std::string> ids;
    for (const Value& item : list.items) {
        if (const Value* id = id_of(item)) ids.push_back(id->scalar);
    }
    return ids;
}

void take_away(Value& list, const Value& id, Diagnostics& diagnostics) {
    if (was_left_out(list, id.scalar)) return;
    const Value* found = find_item(list, id.scalar);
    if (found == nullptr) {
        diagnostics.error("unknown-id", id.span,
                          fmt::format("there is no \"{}\" here to leave out", id.scalar),
                          suggestion(id.scalar, ids_of(list)));
        return;
    }
    list.items.erase(list.items.begin() + (found - list.items.data()));
    list.left_out.push_back(id.scalar);
}

/// True for `leave-out: true`; an item with another value there is reported and kept out of the list.
bool asks_to_leave_out(const Value& item, Diagnostics& diagnostics) {
    const Value* wish = item.find(leave_out);
    if (wish->scalar != "true" || wish->quoted) {
        diagnostics.error("wrong-type", wish->span, "\"leave-out\" can only be true",
                          "write leave-out: true, or remove the line");
        return false;
    }
    return true;
}

/// An item of the base may be a plain id where the overlay gives it more keys.
void lay_on_item(Value& item, const Value& over, Diagnostics& diagnostics) {
    if (is_map(item)) {
        overlay(item, over, diagnostics);
    } else {
        item = over;
    }
}

void merge_keyed(Value& base, const Value& over, Diagnostics& diagnostics) {
    for (const Value& item : over.items) {
        const Value& id = *id_of(item);
        if (item.find(leave_out) != nullptr) {
            if (asks_to_leave_out(item, diagnostics)) take_away(base, id, diagnostics);
        } else if (Value* twin = find_item(base, id.scalar)) {
            lay_on_item(*twin, item, diagnostics);
        } else if (!was_left_out(base, id.scalar)) {
            base.items.push_back(item);
        }
    }
}

void edit_list(Value& base, const Value& edit, Diagnostics& diagnostics) {
    if (const Value* gone = edit.find(leave_out)) {
        for (const Value& item : gone->items) {
            if (const Value* id = id_of(item)) take_away(base, *id, diagnostics);
        }
    }
    if (const Value* more = edit.find("add")) {
        for (const Value& item : more->items) {
            const Value* id = id_of(item);
            if (id == nullptr || find_item(base, id->scalar) == nullptr) base.items.push_back(item);
        }
    }
}

bool can_merge_by_id(const Value& base, const Value& over) {
    if (!is_sequence(base) || !is_keyed(over)) return false;
    return std::all_of(base.items.begin(), base.items.end(),
                       [](const Value& item) { return id_of(item) != nullptr; });
}

/// Where the base has nothing, an overlay's list edits have an empty list to work on.
Value empty_like(const Value& over) {
    Value base;
    base.kind = is_keyed(over) || is_list_edit(over) ? Value::Kind::sequence : over.kind;
    base.span = over.span;
    base.lang = over.lang;
    return base;
}

}  // namespace

void overlay(Value& base, const Value& over, Diagnostics& diagnostics) {
    if (base.kind == Value::Kind::null) base = empty_like(over);
    if (is_sequence(base) && is_list_edit(over)) return edit_list(base, over, diagnostics);
    if (can_merge_by_id(base, over)) return merge_keyed(base, over, diagnostics);
    if (!is_map(base) || !is_map(over)) {
        base = over;
        return;
    }
    for (const Entry& entry : over.entries) {
        if (Value* found = base.find(entry.key)) {
            overlay(*found, entry.value, diagnostics);
        } else {
            Entry& added = base.entries.emplace_back(Entry{entry.key, entry.span, empty_like(entry.value)});
            overlay(added.value, entry.value, diagnostics);
        }
    }
}

}  // namespace sayso::load

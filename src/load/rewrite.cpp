#include "load/rewrite.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/utf8.h"
#include "load/extent.h"
#include "load/scalar_style.h"

namespace sayso::load {
namespace {

using Kind = Value::Kind;
using Path = std::vector<std::string>;

bool is_item_id(const std::string& step) {
    return step.size() > 1 && step.front() == item_mark;
}

bool is_item(const std::string& step) {
    return step == new_item || is_item_id(step);
}

std::optional<std::size_t> item_number(const Value& list, const std::string& step) {
    const std::string wanted = is_item_id(step) ? step.substr(1) : step;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Value* id = id_of(list.items[i]);
        if (id != nullptr && id->scalar == wanted) return i;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), number);
    const bool whole = error == std::errc{} && end == step.data() + step.size();
    return whole && number < list.items.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::size_t> child_number(const Value& parent, const std::string& step) {
    if (parent.kind == Kind::sequence) return item_number(parent, step);
    for (std::size_t i = 0; i < parent.entries.size(); ++i) {
        if (parent.entries[i].key == step) return i;
    }
    return std::nullopt;
}

const Value& child(const Value& parent, std::size_t number) {
    return parent.kind == Kind::sequence ? parent.items[number] : parent.entries[number].value;
}

/// What is put into a list at such a step: the value, with the id that the step gives it.
Value item_at(const std::string& step, Value value) {
    if (!is_item_id(step) || value.kind != Kind::map || value.find("id") != nullptr) return value;
    Value id;
    id.kind = Kind::scalar;
    id.scalar = step.substr(1);
    id.quoted = true;
    value.entries.insert(value.entries.begin(), {"id", {}, std::move(id)});
    return value;
}

/// The value that the rest of a path leads to, as what has to be put at its beginning.
Value wrapped(const Path& path, std::size_t from, Value value) {
    for (std::size_t i = path.size(); i > from; --i) {
        Value around;
        if (is_item(path[i - 1])) {
            around.kind = Kind::sequence;
            around.items.push_back(item_at(path[i - 1], std::move(value)));
        } else {
            around.kind = Kind::map;
            around.entries.push_back({path[i - 1], {}, std::move(value)});
        }
        value = std::move(around);
    }
    return value;
}

std::string without_line_ends(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

/// What stands at one step on the way down.
struct Level {
    const Value* value = nullptr;
    Setting setting;
    const RecordShape* shape = nullptr;
};

class Rewriter {
  public:
    Rewriter(std::string_view text, const Value& root, const Change& change, const RecordShape* shape)
        : text_(text), change_(change) {
        levels_.push_back({&root, {}, shape});
        while (levels_.size() <= change.path.size()) {
            const auto number = child_number(*levels_.back().value, change.path[levels_.size() - 1]);
            if (!number) break;
            levels_.push_back(below(levels_.back(), *number));
        }
    }

    bool is_there() const { return levels_.size() > change_.path.size(); }
    /// Several ways to write it, the nicest first.
    std::vector<std::string> proposals() const {
        if (!change_.value) return {taken_away(change_.path.size())};
        if (!is_there()) return {added()};
        return replaced(levels_.back(), *change_.value);
    }
    /// What the file must say then. Nothing where the path leads through what is no list or map.
    std::optional<Value> wanted() const {
        Value root = *levels_.front().value;
        return set(root, 0) ? std::optional(std::move(root)) : std::nullopt;
    }

  private:
    const std::string& step(std::size_t level) const { return change_.path[level]; }

    Level below(const Level& parent, std::size_t number) const {
        const Value& value = *parent.value;
        const std::size_t begin = byte_at(text_, value.span);
        const bool in_brackets = parent.setting.in_brackets || opens_bracket(text_, begin);
        const auto indent = static_cast<std::ptrdiff_t>(column_of(text_, begin));
        if (value.kind == Kind::sequence) {
            const RecordShape* shape = parent.shape;  // of the items: told with the list's field
            return {&value.items[number], {begin, indent, in_brackets}, shape};
        }
        const Entry& entry = value.entries[number];
        return {&entry.value,
                {behind_key(text_, entry.span), indent, in_brackets},
                shape_of(parent.shape, entry.key)};
    }

    static const RecordShape* shape_of(const RecordShape* shape, const std::string& key) {
        if (shape == nullptr) return nullptr;
        for (const FieldShape& field : shape->fields) {
            if (field.key != key) continue;
            const Shape* inner = &field.shape;
            while (inner->of) inner = inner->of.get();
            return inner->record ? &inner->record() : nullptr;
        }
        return nullptr;
    }

    bool set(Value& here, std::size_t level) const {
        const bool last = level + 1 == change_.path.size();
        const auto number = child_number(here, step(level));
        if (number) {
            Value& next = here.kind == Kind::sequence ? here.items[*number] : here.entries[*number].value;
            if (!last && !set(next, level + 1)) return false;
            if (last && change_.value) next = *change_.value;
            if ((last && !change_.value) || (!change_.value && next.kind == Kind::null))
                remove(here, *number);
            return true;
        }
        if (!change_.value) return false;
        return add(here, step(level), wrapped(change_.path, level + 1, *change_.value));
    }

    /// A list or map that becomes empty says nothing any more.
    static void remove(Value& from, std::size_t number) {
        const auto at = static_cast<std::ptrdiff_t>(number);
        if (from.kind == Kind::sequence) {
            from.items.erase(from.items.begin() + at);
        } else {
            from.entries.erase(from.entries.begin() + at);
        }
        if (from.items.empty() && from.entries.empty()) from.kind = Kind::null;
    }

    static bool add(Value& to, const std::string& key, Value value) {
        if (to.kind == Kind::null) to.kind = is_item(key) ? Kind::sequence : Kind::map;
        if (to.kind == Kind::scalar || (to.kind == Kind::sequence) != is_item(key)) return false;
        if (to.kind == Kind::sequence) {
            to.items.push_back(item_at(key, std::move(value)));
        } else {
            to.entries.push_back({key, {}, std::move(value)});
        }
        return true;
    }

    std::string spliced(const Extent& where, std::string_view what) const {
        return std::string(text_.substr(0, where.begin)) + std::string(what) +
               std::string(text_.substr(where.end));
    }

    // Replacing
    // ---------------------------------------------------------------------------------------------
    std::vector<std::string> replaced(const Level& level, const Value& value) const {
        const Extent old = extent_of(text_, *level.value, level.setting);
        std::vector<std::string> out;
        const bool scalars = value.kind == Kind::scalar && level.value->kind == Kind::scalar;
        if (scalars) {
            for (const std::string& style : styles(old, level.setting, value))
                out.push_back(spliced(old, style));
            return out;
        }
        if (level.setting.in_brackets || opens_bracket(text_, old.begin))
            out.push_back(spliced(old, spaced(old.begin, flow_style(value))));
        const Extent from_key{level.setting.begin, old.end};
        const auto indent = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, level.setting.indent));
        if (!level.setting.in_brackets) out.push_back(spliced(from_key, block_style(value, indent + 2)));
        return out;
    }

    /// Behind a colon or dash stands a space.
    std::string spaced(std::size_t at, const std::string& what) const {
        return at > 0 && (text_[at - 1] == ':' || text_[at - 1] == '-') ? " " + what : what;
    }

    std::vector<std::string> styles(const Extent& old, const Setting& setting, const Value& value) const {
        std::vector<std::string> out;
        const auto propose = [&](const std::optional<std::string>& style) {
            if (style) out.push_back(*style);
        };
        const char first = text_[old.begin];
        if (first == '\'') propose(single_quoted(value.scalar));
        if (first == '|' || first == '>') propose(block_scalar(old, value.scalar));
        const bool was_plain = first != '"' && first != '\'';
        if (was_plain || !value.quoted) propose(plain(value));
        if (value.scalar.find('\n') != std::string::npos && !setting.in_brackets && was_plain) {
            const auto indent = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, setting.indent)) + 2;
            if (const auto lines = literal_lines(value.scalar, indent)) out.push_back("|-" + *lines);
        }
        propose(double_quoted(value.scalar));
        return out;
    }

    /// With the head and the margin that it has.
    std::optional<std::string> block_scalar(const Extent& old, const std::string& text) const {
        const std::string_view all = text_.substr(old.begin, old.size());
        const std::size_t head = std::min(all.find('\n'), all.size());
        std::size_t indent = 0, width = 0;
        for (std::size_t at = head; at < all.size();) {
            const std::size_t stop = std::min(all.find('\n', at + 1), all.size());
            const std::string_view line = all.substr(at + 1, stop - at - 1);
            const std::size_t word = line.find_first_not_of(" \r");
            if (word != line.npos && indent == 0) indent = word;
            width = std::max(width, line.size());
            at = stop;
        }
        if (indent == 0) return std::nullopt;
        const std::string body = without_line_ends(text);
        const auto lines = all[0] == '|' ? literal_lines(body, indent) : folded_lines(body, indent, width);
        return lines ? std::optional(std::string(all.substr(0, head)) + *lines) : std::nullopt;
    }

    // Adding
    // ---------------------------------------------------------------------------------------------
    std::string added() const {
        const Level& parent = levels_.back();
        const std::size_t depth = levels_.size() - 1;
        const std::string& key = step(depth);
        const Value value = item_at(key, wrapped(change_.path, depth + 1, *change_.value));
        if (parent.value->kind == Kind::null) return in_empty(parent, key, value);
        const std::size_t begin = byte_at(text_, parent.value->span);
        if (parent.setting.in_brackets || opens_bracket(text_, begin)) return in_brackets(parent, key, value);
        const std::size_t indent = column_of(text_, begin);
        const std::string margin(indent, ' ');
        if (is_item(key))
            return with_line(line_end(text_, extent_of(text_, *parent.value, parent.setting).end),
                             margin + item_style(value, indent));
        const std::string line = entry_style(key, value, indent);
        if (const auto before = predecessor(parent, key))
            return with_line(line_end(text_, end_of_entry(parent, *before)), margin + line);
        if (is_below_comment(begin))
            return with_line(line_end(text_, extent_of(text_, *parent.value, parent.setting).end),
                             margin + line);
        return spliced({begin, begin}, line + "\n" + margin);
    }

    std::string with_line(std::size_t at, const std::string& line) const {
        return spliced({at, at}, "\n" + line);
    }

    bool is_below_comment(std::size_t begin) const {
        const std::size_t start = line_start(text_, begin);
        if (start == 0) return false;
        const std::string_view above = text_.substr(line_start(text_, start - 1), start - 1);
        const auto word = above.find_first_not_of(" \t");
        return word != above.npos && above[word] == '#';
    }

    std::size_t end_of_entry(const Level& parent, std::size_t number) const {
        const Level entry = below(parent, number);
        return extent_of(text_, *entry.value, entry.setting).end;
    }

    /// The entry that a new one goes behind: of those that the shape has before it, the last.
    static std::optional<std::size_t> predecessor(const Level& parent, const std::string& key) {
        const auto order = [&](const std::string& name) -> std::optional<std::size_t> {
            if (parent.shape == nullptr) return std::nullopt;
            for (std::size_t i = 0; i < parent.shape->fields.size(); ++i) {
                if (parent.shape->fields[i].key == name) return i;
            }
            return std::nullopt;
        };
        const auto& entries = parent.value->entries;
        const auto own = order(key);
        if (!own) return entries.size() - 1;
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto other = order(entries[i].key);
            if (other && *other < *own && (!best || *other >= *order(entries[*best].key))) best = i;
        }
        return best;
    }

    std::string in_empty(const Level& parent, const std::string& key, const Value& value) const {
        const bool is_root = levels_.size() == 1;
        const auto indent =
            is_root ? 0 : static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parent.setting.indent)) + 2;
        const std::string line = is_item(key) ? item_style(value, indent) : entry_style(key, value, indent);
        const Extent old = extent_of(text_, *parent.value, parent.setting);
        if (is_root) {
            const bool open_line = !text_.empty() && text_.back() != '\n';
            return std::string(text_) + (open_line ? "\n" : "") + line + "\n";
        }
        if (parent.setting.in_brackets) return spliced(old, " " + flow_style(wrapped({key}, 0, value)));
        const Extent gap{parent.setting.begin, std::max(parent.setting.begin, old.end)};
        const std::size_t stop = line_end(text_, gap.end);
        return std::string(text_.substr(0, gap.begin)) + std::string(text_.substr(gap.end, stop - gap.end)) +
               "\n" + std::string(indent, ' ') + line + std::string(text_.substr(stop));
    }

    std::string in_brackets(const Level& parent, const std::string& key, const Value& value) const {
        const std::string word = is_item(key) ? flow_style(value) : flow_style(wrapped({key}, 0, value));
        const std::string inner = is_item(key) ? word : word.substr(1, word.size() - 2);
        const std::size_t begin = byte_at(text_, parent.value->span);
        const std::size_t children = parent.value->items.size() + parent.value->entries.size();
        if (children == 0) return spliced({begin + 1, begin + 1}, inner);
        const std::size_t end = end_of_entry(parent, children - 1);
        return spliced({end, end}, ", " + inner);
    }

    // Taking away
    // ---------------------------------------------------------------------------------------------
    /// What `levels_[level]` is, with all that becomes empty by it.
    std::string taken_away(std::size_t level) const {
        while (level > 1 && children_of(level - 1) == 1) --level;
        const Level& parent = levels_[level - 1];
        const std::size_t number = *child_number(*parent.value, step(level - 1));
        const Extent whole = whole_child(parent, number);
        if (levels_[level].setting.in_brackets) return spliced(with_comma(parent, number, whole), "");
        const std::size_t start = line_start(text_, whole.begin), stop = line_end(text_, whole.end);
        const std::string_view margin = text_.substr(start, whole.begin - start);
        if (margin.find_first_not_of(' ') != margin.npos) return first_of_item(parent, number, whole);
        const std::string_view rest = text_.substr(whole.end, stop - whole.end);
        const auto comment = rest.find('#');
        if (comment != rest.npos)
            return spliced({start, stop}, std::string(margin) + std::string(rest.substr(comment)));
        return spliced({start, std::min(text_.size(), stop + 1)}, "");
    }

    std::size_t children_of(std::size_t level) const {
        const Value& value = *levels_[level].value;
        return value.items.size() + value.entries.size();
    }

    /// From the key or the dash to the end of the value.
    Extent whole_child(const Level& parent, std::size_t number) const {
        const Level one = below(parent, number);
        const Extent value = extent_of(text_, *one.value, one.setting);
        if (parent.value->kind == Kind::map)
            return {byte_at(text_, parent.value->entries[number].span), value.end};
        if (one.setting.in_brackets) return value;
        std::size_t dash = value.begin;
        while (dash > 0 && text_[dash] != '-') --dash;
        return {dash, value.end};
    }

    Extent with_comma(const Level& parent, std::size_t number, Extent whole) const {
        const std::size_t children = parent.value->items.size() + parent.value->entries.size();
        if (number + 1 < children) return {whole.begin, whole_child(parent, number + 1).begin};
        if (number > 0) return {whole_child(parent, number - 1).end, whole.end};
        return whole;
    }

    /// A key that stands behind the dash of its item: the next one takes its place.
    std::string first_of_item(const Level& parent, std::size_t number, const Extent& whole) const {
        const std::size_t children = parent.value->items.size() + parent.value->entries.size();
        if (number + 1 >= children) return std::string(text_);
        return spliced({whole.begin, whole_child(parent, number + 1).begin}, "");
    }

    std::string_view text_;
    const Change& change_;
    std::vector<Level> levels_;
};

std::optional<Value> parsed(std::string_view text) {
    Diagnostics faults;
    auto value = parse_yaml(1, text, {}, faults);
    return faults.has_errors() ? std::nullopt : std::move(value);
}

/// Line ends as the file has them.
std::string as_in(std::string_view file, const std::string& text) {
    if (file.find("\r\n") == file.npos) return text;
    std::string out;
    for (const char c : text) {
        if (c == '\n' && !out.ends_with('\r')) out += '\r';
        out += c;
    }
    return out;
}

}  // namespace

const Value* value_along(const Value& root, const Path& path) {
    const Value* here = &root;
    for (const std::string& step : path) {
        const auto number = child_number(*here, step);
        if (!number) return nullptr;
        here = &child(*here, *number);
    }
    return here;
}

bool says_the_same(const Value& a, const Value& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == Kind::scalar) return without_line_ends(a.scalar) == without_line_ends(b.scalar);
    if (a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!says_the_same(a.items[i], b.items[i])) return false;
    }
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const Entry& entry) {
        const Value* other = b.find(entry.key);
        return other != nullptr && says_the_same(entry.value, *other);
    });
}

std::variant<std::string, CannotRewrite> rewritten(std::string_view file, const Change& change,
                                                   const RecordShape* shape) {
    using Why = CannotRewrite::Why;
    const bool marked = file.starts_with(byte_order_mark);
    const std::string_view text = marked ? file.substr(byte_order_mark.size()) : file;
    const auto root = parsed(text);
    if (!root) return CannotRewrite{Why::not_yaml};
    const Rewriter rewriter(text, *root, change, shape);
    const auto wanted = rewriter.wanted();
    if (!wanted || (!change.value && !rewriter.is_there())) return CannotRewrite{Why::not_there};
    // What goes by one id and says another would not be found again.
    const bool is_named = std::find(change.path.begin(), change.path.end(), new_item) == change.path.end();
    if (change.value && is_named && value_along(*wanted, change.path) == nullptr)
        return CannotRewrite{Why::not_there};
    for (const std::string& proposal : rewriter.proposals()) {
        const std::string out = as_in(text, proposal);
        const auto read = parsed(out);
        if (read && says_the_same(*read, *wanted))
            return (marked ? std::string(byte_order_mark) : std::string()) + out;
    }
    return CannotRewrite{Why::too_entangled};
}

}  // namespace sayso::load

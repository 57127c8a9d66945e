#include "model/scaffold.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "load/fields.h"
#include "model/fields.h"

namespace sayso::model {
namespace {

using load::FieldShape;
using load::RecordShape;
using load::Shape;
using load::Value;

Value quoted(std::string text) {
    Value value;
    value.kind = Value::Kind::scalar;
    value.scalar = std::move(text);
    value.quoted = true;
    return value;
}

/// "What is claimed." as the end of a sentence.
std::string within_sentence(std::string doc) {
    if (doc.ends_with('.')) doc.pop_back();
    const bool is_word = doc.size() > 1 && std::islower(static_cast<unsigned char>(doc[1])) != 0;
    if (is_word) doc[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(doc[0])));
    return doc;
}

std::string words_of_key(std::string key) {
    std::replace(key.begin(), key.end(), '-', ' ');
    return key;
}

/// What stands in the place of a text: what it is for, where there is room to say it.
std::string placeholder(const std::string& key, const std::string& purpose, int room, int number) {
    const std::string which = number > 0 ? fmt::format(" {}", number) : std::string();
    std::string whole = fmt::format("{} {}{}.", to_be_written, within_sentence(purpose), which);
    const bool fits = room == 0 || whole.size() <= static_cast<std::size_t>(room);
    return fits && !purpose.empty() ? whole : fmt::format("{} {}{}", to_be_written, words_of_key(key), which);
}

bool is_text(const Shape& shape) {
    return shape.kind == Shape::Kind::text || (shape.kind == Shape::Kind::list && is_text(*shape.of));
}

/// Optional keys that say something only where another text is not enough.
bool is_spare(const RecordShape& record, const std::string& key) {
    return (record.name == "audience" && (key == "name" || key == "moments")) || key == "in-sentence";
}

/// Adds to a record every text that its table knows and it has not.
class Filler {
  public:
    explicit Filler(std::vector<WantedText> texts) : texts_(std::move(texts)) {}

    void fill(const RecordShape& shape, Value& value, int number = 0) {
        if (value.kind != Value::Kind::map) return;
        Value whole = value;
        whole.entries.clear();
        for (const FieldShape& field : shape.fields) {
            if (Value* given = value.find(field.key)) {
                go_in(field.shape, *given);
                whole.entries.push_back({field.key, {}, std::move(*given)});
            } else if (field.key == "texts") {
                if (!texts_.empty()) whole.entries.push_back({field.key, {}, named()});
            } else if (wants(shape, field)) {
                whole.entries.push_back({field.key, {}, made(field, number)});
            }
        }
        value = std::move(whole);
    }

  private:
    static bool wants(const RecordShape& shape, const FieldShape& field) {
        const load::Rule& rule = field.rule;
        return is_text(field.shape) && field.key != "id" && !rule.kebab && !rule.verbatim &&
               rule.allowed.empty() && shape.shorthand.empty() && !is_spare(shape, field.key);
    }

    void go_in(const Shape& shape, Value& value) {
        if (shape.kind == Shape::Kind::record) fill(shape.record(), value);
        if (shape.kind != Shape::Kind::list || shape.of->kind != Shape::Kind::record) return;
        for (std::size_t i = 0; i < value.items.size(); ++i)
            fill(shape.of->record(), value.items[i], static_cast<int>(i) + 1);
    }

    static Value made(const FieldShape& field, int number) {
        if (field.shape.kind == Shape::Kind::text)
            return quoted(placeholder(field.key, field.doc, field.rule.room, number));
        Value list;
        list.kind = Value::Kind::sequence;
        for (const int one : {1, 2, 3, 4}) list.items.push_back(quoted(placeholder(field.key, {}, 0, one)));
        return list;
    }

    Value named() const {
        Value map;
        map.kind = Value::Kind::map;
        for (const WantedText& one : texts_) {
            map.entries.push_back(
                {one.name, {}, quoted(placeholder(one.name, one.text.purpose.text, one.text.room, 0))});
        }
        return map;
    }

    std::vector<WantedText> texts_;
};

/// A value as YAML, with what its table says above each key, once for each list.
class Printer {
  public:
    explicit Printer(const std::vector<WantedText>& texts) : texts_(texts) {}

    std::string record(const RecordShape& shape, const Value& value, std::size_t indent,
                       bool explained) const {
        std::string out;
        for (const load::Entry& entry : value.entries) {
            for (const FieldShape& field : shape.fields) {
                if (field.key == entry.key) out += key(field, entry.value, indent, explained);
            }
        }
        return out;
    }

  private:
    std::string key(const FieldShape& field, const Value& value, std::size_t indent, bool explained) const {
        const std::string lead(indent, ' ');
        std::string out;
        if (explained) out += comment(lead, field.doc, field.rule.room);
        if (value.kind == Value::Kind::scalar)
            return out + fmt::format("{}{}: {}\n", lead, field.key, scalar(value));
        if (value.kind == Value::Kind::sequence) return out + list(field, value, indent, explained);
        out += fmt::format("{}{}:\n", lead, field.key);
        if (field.shape.kind == Shape::Kind::record)
            return out + record(field.shape.record(), value, indent + 2, explained);
        for (const load::Entry& entry : value.entries) {
            for (const WantedText& one : texts_) {
                if (one.name == entry.key) out += comment(lead + "  ", one.text.purpose.text, one.text.room);
            }
            out += fmt::format("{}  {}: {}\n", lead, entry.key, scalar(entry.value));
        }
        return out;
    }

    std::string list(const FieldShape& field, const Value& value, std::size_t indent, bool explained) const {
        const std::string lead(indent, ' ');
        const bool plain = std::none_of(value.items.begin(), value.items.end(), [](const Value& item) {
            return item.quoted || item.kind != Value::Kind::scalar;
        });
        std::string out = lead + field.key + ":";
        if (plain) {
            std::string ids;
            for (const Value& item : value.items) ids += (ids.empty() ? "" : ", ") + item.scalar;
            return out + " [" + ids + "]\n";
        }
        out += "\n";
        for (const Value& item : value.items) {
            if (item.kind == Value::Kind::scalar) {
                out += fmt::format("{}  - {}\n", lead, scalar(item));
            } else {
                const bool first = explained && &item == &value.items.front();
                std::string text = record(field.shape.of->record(), item, indent + 4, first);
                // The dash stands before the first key, behind any comment on it.
                std::size_t at = 0;
                while (text[text.find_first_not_of(' ', at)] == '#') at = text.find('\n', at) + 1;
                text.replace(at + indent + 2, 1, "-");
                out += text;
            }
        }
        return out;
    }

    static std::string comment(const std::string& lead, const std::string& doc, int room) {
        return fmt::format("{}# {}{}\n", lead, doc,
                           room > 0 ? fmt::format(" Room for about {} characters.", room) : "");
    }

    static std::string scalar(const Value& value) {
        if (!value.quoted && value.scalar.find_first_of(" :#\"") == std::string::npos) return value.scalar;
        std::string out;
        for (const char c : value.scalar) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        return "\"" + out + "\"";
    }

    const std::vector<WantedText>& texts_;
};

constexpr const char* head =
    "# Made by `sayso init`. Write over each text that begins with \"To write:\", then take `status` out. "
    "Ids such "
    "as\n# outcome-1 may be renamed, wherever they stand. `sayso check` says what is left.\n";
constexpr const char* status = "not finished: texts that begin with “To write:” are still to be written";

std::string title_of(const std::string& id) {
    std::string title = words_of_key(id);
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

Value plain(std::string word) {
    Value value = quoted(std::move(word));
    value.quoted = false;
    return value;
}

Value part(const Value& bones, std::string_view key) {
    const Value* found = bones.find(key);
    return found != nullptr ? *found : Value{};
}

/// The bones of a file, with what every file of an approach begins with.
Value begun(Value value, const std::string& id) {
    value.kind = Value::Kind::map;
    value.entries.push_back({"id", {}, plain(id)});
    value.entries.push_back({"status", {}, quoted(status)});
    return value;
}

std::string approach_file(const Value& bones, const std::string& id) {
    Value value = begun(part(bones, "approach"), id);
    value.entries.push_back({"name", {}, quoted(title_of(id))});
    value.entries.push_back({"lang", {}, plain("en-GB")});
    const RecordShape& shape = load::Reader<Approach>::record();
    Filler({}).fill(shape, value);
    return head + Printer({}).record(shape, value, 0, true);
}

/// Each outcome of a stakeholder, for the reader's own words.
Value outcomes_of(const Value& stakeholder) {
    Value list = part(stakeholder, "outcomes");
    for (Value& outcome : list.items) {
        Value words;
        words.kind = Value::Kind::map;
        words.entries.push_back({"id", {}, plain(outcome.scalar)});
        outcome = std::move(words);
    }
    return list;
}

bool among(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string audience_file(const Value& bones, const Value& stakeholder, const std::vector<WantedText>& all) {
    const std::string id = part(stakeholder, "id").scalar;
    std::vector<WantedText> texts;
    for (const WantedText& one : all) {
        if (one.audiences.empty() || among(one.audiences, id)) texts.push_back(one);
    }
    Value value = begun(part(bones, "audience"), id);
    value.entries.push_back({"outcomes", {}, outcomes_of(stakeholder)});
    if (Value age = part(part(bones, "reading-age-targets"), id); age.kind == Value::Kind::scalar) {
        value.entries.push_back({"reading-age-target", {}, std::move(age)});
        value.entries.push_back({"easy-read", {}, part(bones, "easy-read")});
    }
    const RecordShape& shape = load::Reader<Audience>::record();
    Filler(texts).fill(shape, value);
    return head + Printer(texts).record(shape, value, 0, true);
}

std::string project_file(const std::string& id) {
    return fmt::format(
        "# Who you are. Write over each text that begins with \"To write:\".\n"
        "approach: {}\n"
        "service:\n"
        "  name: \"{} your service's name\"\n"
        "  # One sentence of who the service is.\n"
        "  about: \"{} who you are, in one sentence.\"\n"
        "  # Whom readers can ring or write to.\n"
        "  contact:\n"
        "    name: \"{} whom to ask\"\n",
        id, to_be_written, to_be_written, to_be_written);
}

}  // namespace

std::vector<NewFile> new_approach(const std::string& id, const Value& bones,
                                  const std::vector<WantedText>& texts) {
    std::vector<NewFile> files{{"sayso.yaml", project_file(id)},
                               {id + "/approach.yaml", approach_file(bones, id)}};
    for (const Value& stakeholder : part(part(bones, "approach"), "stakeholders").items) {
        files.push_back({fmt::format("{}/audiences/{}.yaml", id, part(stakeholder, "id").scalar),
                         audience_file(bones, stakeholder, texts)});
    }
    return files;
}

}  // namespace sayso::model

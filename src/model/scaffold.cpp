#include "model/scaffold.h"

#include <algorithm>
#include <array>
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

constexpr const char* approach_bones = R"(
lang: en-GB
means-name: Means
ends-name: Ends
means:
  - {id: people, name: People, items: [{id: training}, {id: somebody-to-ask}]}
  - {id: surroundings, name: Time and place, items: [{id: time}, {id: place}]}
practice: {}
outcomes: [{id: outcome-1}, {id: outcome-2}, {id: outcome-3}, {id: outcome-4}, {id: outcome-5}, {id: outcome-6}]
overall-name: For everyone
overall: [outcome-1]
stakeholders:
  - {id: person, name: The Person, in-sentence: the person, central: true, outcomes: [outcome-1, outcome-2]}
  - {id: family, name: Families, outcomes: [outcome-2, outcome-3]}
  - {id: staff, name: Staff, outcomes: [outcome-3, outcome-4]}
  - {id: therapists, name: Therapists, outcomes: [outcome-1, outcome-5]}
  - {id: commissioners, name: Commissioners, outcomes: [outcome-5, outcome-6]}
loop: {name: Feedback loop}
knowing: {}
)";

constexpr const char* asks_bones = R"(
asks:
  - {id: ask-1, means: [training]}
  - {id: ask-2, means: [time]}
)";

// The headings are what any Easy Read asks and answers; the pictures are there to be exchanged.
constexpr const char* easy_read_bones = R"(
easy-read:
  - id: what-it-is
    title: What is this about?
    rows: [{id: name, picture: two-people}, {id: what-happens, picture: together}]
  - id: what-you-hope
    title: What you can hope for
    rows: [{id: hope-1, picture: hope}, {id: hope-2, picture: heart}]
  - id: how-we-know
    title: How we know
    rows: [{id: know, picture: look}]
  - id: what-helps
    title: What helps
    rows: [{id: help-1, picture: learn}, {id: help-2, picture: clock}]
  - id: what-you-can-do
    title: What you can do
    rows: [{id: do-1, picture: tell}, {id: do-2, picture: choose}]
  - id: who-to-talk-to
    title: Who to talk to
    rows: [{id: talk, picture: talk}]
)";

/// Stakeholders of approach_bones, and the reading age of those who have one to meet.
struct Reader {
    const char* id;
    std::array<const char*, 2> outcomes;
    int reading_age;
};
constexpr std::array readers{Reader{"person", {"outcome-1", "outcome-2"}, 9},
                             Reader{"family", {"outcome-2", "outcome-3"}, 11},
                             Reader{"staff", {"outcome-3", "outcome-4"}, 0},
                             Reader{"therapists", {"outcome-1", "outcome-5"}, 0},
                             Reader{"commissioners", {"outcome-5", "outcome-6"}, 0}};

Value bones(const std::string& text) {
    Diagnostics none;
    return load::parse_yaml(0, text, "en-GB", none).value_or(Value{});
}

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
    if (number > 0) return fmt::format("{} {} {}", to_be_written, words_of_key(key), number);
    std::string whole = fmt::format("{} {}.", to_be_written, within_sentence(purpose));
    const bool fits = room == 0 || whole.size() <= static_cast<std::size_t>(room);
    return fits ? whole : fmt::format("{} {}", to_be_written, words_of_key(key));
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
        for (const int one : {1, 2}) list.items.push_back(quoted(placeholder(field.key, {}, 0, one)));
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

    std::string record(const RecordShape& shape, const Value& value, std::size_t indent, bool explained) const {
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
        if (value.kind == Value::Kind::scalar) return out + fmt::format("{}{}: {}\n", lead, field.key, scalar(value));
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
        const bool plain = !value.quoted && load::is_kebab(value.scalar);
        if (plain || value.scalar == "en-GB") return value.scalar;
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
    "# Made by `sayso init`. Write over each text that begins with \"To write:\", then take `status` out. Ids such "
    "as\n# outcome-1 may be renamed, wherever they stand. `sayso check` says what is left.\n";
constexpr const char* status = "status: \"not finished: texts that begin with “To write:” are still to be written\"\n";

std::string title_of(const std::string& id) {
    std::string title = words_of_key(id);
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

std::string approach_file(const std::string& id) {
    Value value = bones(fmt::format("id: {}\n{}name: {}\n", id, status, title_of(id)) + approach_bones);
    const RecordShape& shape = load::Reader<Approach>::record();
    Filler({}).fill(shape, value);
    return head + Printer({}).record(shape, value, 0, true);
}

std::string audience_file(const Reader& reader, const std::vector<WantedText>& all) {
    std::vector<WantedText> texts;
    bool has_easy_read = false;
    for (const WantedText& one : all) {
        const auto& ids = one.audiences;
        if (!ids.empty() && std::find(ids.begin(), ids.end(), reader.id) == ids.end()) continue;
        texts.push_back(one);
        const auto& kinds = one.kinds;
        has_easy_read |= std::find(kinds.begin(), kinds.end(), "easy-read") != kinds.end();
    }
    std::string text = fmt::format("id: {}\n{}outcomes: [{{id: {}}}, {{id: {}}}]\n", reader.id, status,
                                   reader.outcomes[0], reader.outcomes[1]);
    text += asks_bones;
    if (reader.reading_age > 0) text += fmt::format("reading-age-target: {}\n", reader.reading_age);
    if (has_easy_read) text += easy_read_bones;
    Value value = bones(text);
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

std::vector<NewFile> new_approach(const std::string& id, const std::vector<WantedText>& texts) {
    std::vector<NewFile> files{{"sayso.yaml", project_file(id)}, {id + "/approach.yaml", approach_file(id)}};
    for (const Reader& reader : readers)
        files.push_back({fmt::format("{}/audiences/{}.yaml", id, reader.id), audience_file(reader, texts)});
    return files;
}

}  // namespace sayso::model

// The reference page's text from the descriptions of records.
#include <algorithm>

#include <fmt/format.h>

#include "load/schema.h"

namespace sayso::load {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "`" : ", `") + word + "`";
    return all;
}

std::string anchor(std::string name) {
    for (char& c : name) c = c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name;
}

/// A record that is mostly written as its id alone says all in the table that names it.
bool is_id(const FieldShape* shorthand) {
    return shorthand != nullptr && shorthand->rule.kebab;
}

std::string type_words(const Shape& shape, const Rule& rule) {
    switch (shape.kind) {
        case Shape::Kind::text:
            return rule.kebab ? "id" : "text";
        case Shape::Kind::integer:
            return "whole number";
        case Shape::Kind::number:
            return "number";
        case Shape::Kind::boolean:
            return "true or false";
        case Shape::Kind::length:
            return "length";
        case Shape::Kind::edges:
            return "length, or four";
        case Shape::Kind::color:
            return "colour";
        case Shape::Kind::list:
            return "list of " + type_words(*shape.of, rule);
        case Shape::Kind::map:
            return "names, each with " + type_words(*shape.of, rule);
        case Shape::Kind::record:
            break;
    }
    const RecordShape& record = shape.record();
    const FieldShape* shorthand = shorthand_of(record);
    if (is_id(shorthand)) return "id, or id with a spelling";
    const std::string link = fmt::format("[{}](#{})", record.name, anchor(record.name));
    return shorthand != nullptr ? fmt::format("{}, or its {} alone", link, shorthand->key) : link;
}

/// What stands in the last column: bounds, allowed words, what holds otherwise.
std::string rule_words(const Rule& rule) {
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
    if (rule.required) add("**needed**");
    if (!rule.allowed.empty()) add("one of " + joined(rule.allowed));
    if (rule.least && rule.most) add(fmt::format("{} to {}", *rule.least, *rule.most));
    if (rule.least && !rule.most) add(fmt::format("{} or more", *rule.least));
    if (rule.room > 0) add(fmt::format("room for about {} characters", rule.room));
    if (!rule.by_default.empty()) add("default: " + rule.by_default);
    return words;
}

/// A bar would end the cell of the table.
std::string cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

std::string table_of(const RecordShape& record) {
    std::string out = "| key | value | meaning | |\n|---|---|---|---|\n";
    for (const FieldShape& field : record.fields) {
        out += fmt::format("| `{}` | {} | {} | {} |\n", field.key, type_words(field.shape, field.rule),
                           cell(field.doc), cell(rule_words(field.rule)));
    }
    return out + "\n";
}

class ReferenceWriter {
  public:
    explicit ReferenceWriter(std::vector<std::string>& known) : known_(known) {}

    void describe(const RecordShape& record, std::string_view heading, int level) {
        known_.push_back(record.name);
        out_ += fmt::format("{:#<{}} {}\n\n{}\n\n", "", level, heading, record.doc);
        if (!record.fields.empty()) out_ += table_of(record);
        for (const RecordShape* kind : record.kinds) {
            out_ += fmt::format("#### {}\n\n{}\n\n", kind->name, kind->doc) + table_of(*kind);
        }
        for (const RecordShape* kind : record.kinds) follow(*kind);
        follow(record);
    }

    std::string take() { return std::move(out_); }

  private:
    void follow(const RecordShape& record) {
        for (const FieldShape& field : record.fields) {
            const Shape* shape = &field.shape;
            while (shape->of) shape = shape->of.get();
            if (shape->kind != Shape::Kind::record) continue;
            const RecordShape& inner = shape->record();
            const bool is_known = std::find(known_.begin(), known_.end(), inner.name) != known_.end();
            if (!is_known && !is_id(shorthand_of(inner))) describe(inner, inner.name, 3);
        }
    }

    std::vector<std::string>& known_;
    std::string out_;
};

}  // namespace

std::string reference_section(const RecordShape& file, std::string_view title,
                              std::vector<std::string>& known) {
    ReferenceWriter writer(known);
    writer.describe(file, title, 2);
    return writer.take();
}

}  // namespace sayso::load

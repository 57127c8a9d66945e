#include "serve/describe.h"

#include "evidence/fields.h"
#include "model/fields.h"

namespace sayso::serve {
namespace {

constexpr int most_levels = 6;  // records can hold themselves

const char* word_of(load::Shape::Kind kind) {
    using Kind = load::Shape::Kind;
    switch (kind) {
        case Kind::text:
            return "text";
        case Kind::integer:
            return "integer";
        case Kind::number:
            return "number";
        case Kind::boolean:
            return "boolean";
        case Kind::length:
            return "length";
        case Kind::edges:
            return "edges";
        case Kind::color:
            return "color";
        case Kind::list:
            return "list";
        case Kind::map:
            return "map";
        case Kind::record:
            return "record";
    }
    return "";
}

Json json_of_record(const load::RecordShape& record, int level);

Json json_of_shape(const load::Shape& shape, int level) {
    Json out{{"kind", word_of(shape.kind)}};
    if (shape.of) out["of"] = json_of_shape(*shape.of, level);
    if (shape.record != nullptr && level < most_levels)
        out["record"] = json_of_record(shape.record(), level + 1);
    return out;
}

Json json_of_record(const load::RecordShape& record, int level) {
    Json fields = Json::array();
    for (const load::FieldShape& field : record.fields) {
        Json one = json_of_shape(field.shape, level);
        one["key"] = field.key;
        one["doc"] = field.doc;
        const load::Rule& rule = field.rule;
        if (rule.required) one["required"] = true;
        if (rule.kebab) one["kebab"] = true;
        if (rule.verbatim) one["verbatim"] = true;
        if (!rule.allowed.empty()) one["allowed"] = rule.allowed;
        if (rule.room > 0) one["room"] = rule.room;
        if (!rule.by_default.empty()) one["default"] = rule.by_default;
        fields.push_back(std::move(one));
    }
    Json out{{"name", record.name}, {"doc", record.doc}, {"fields", std::move(fields)}};
    if (!record.shorthand.empty()) out["shorthand"] = record.shorthand;
    return out;
}

Json json_of_names(const std::vector<Choices::Named>& all) {
    Json out = Json::array();
    for (const Choices::Named& one : all) out.push_back({{"id", one.id}, {"name", one.name}});
    return out;
}

}  // namespace

Json json_of(const load::RecordShape& record) {
    return json_of_record(record, 0);
}

const load::RecordShape* shape_of_file(const std::string& file) {
    if (file == "sayso.yaml") return &load::Reader<model::Project>::record();
    if (file == "evidence/evidence.yaml") return &load::Reader<evidence::File>::record();
    if (file == "pack.yaml") return &load::Reader<model::PackFile>::record();
    return nullptr;
}

Json Faults::field(const TextPlace& place) const {
    const auto found = field_at(yaml_, approach_, files_, place);
    if (!found) return nullptr;
    Json out{{"file", found->file}, {"path", found->path}};
    if (files_.file_of(place.file) == found->file) out["line"] = place.line;
    return out;
}

Json Faults::operator()(const Report& report) const {
    Json out = Json::array();
    for (const Report::Fault& fault : report.faults) {
        const Json told = Json::parse(fault.json, nullptr, false);
        if (!told.is_object()) continue;
        Json one{{"error", fault.error},
                 {"message", text_at(told, "message")},
                 {"hint", text_at(told, "hint")},
                 {"code", text_at(told, "code")}};
        const std::string path = text_at(told, "file");
        if (!path.empty()) {
            const TextPlace place{path, told.value("line", 0U), told.value("column", 0U)};
            const auto file = files_.file_of(path);
            if (file) one["place"] = {{"file", *file}, {"line", place.line}};
            if (const Json leads = field(place); !leads.is_null()) one["field"] = leads;
        }
        if (told.contains("notes")) {
            for (const Json& note : told["notes"]) one["notes"].push_back(text_at(note, "message"));
        }
        out.push_back(std::move(one));
    }
    return out;
}

Json json_of(const Choices& choices) {
    Json kinds = Json::array();
    for (const Choices::Kind& kind : choices.kinds)
        kinds.push_back({{"id", kind.id}, {"audiences", kind.audiences}, {"forEveryone", kind.for_everyone}});
    return {{"service", choices.service},
            {"lang", choices.lang},
            {"audiences", json_of_names(choices.audiences)},
            {"sites", json_of_names(choices.sites)},
            {"kinds", std::move(kinds)},
            {"langs", choices.langs},
            {"themes", choices.themes}};
}

Json json_of(const PackContents& contents) {
    const auto count = [](const PackContents::Count& one) {
        return Json{{"documents", one.documents}, {"sites", one.sites}, {"wholeService", one.whole_service}};
    };
    Json out{{"all", count(contents.all)}, {"groups", Json::array()}, {"readers", Json::array()}};
    for (const PackContents::Count& one : contents.groups) out["groups"].push_back(count(one));
    for (const PackContents::Reader& one : contents.readers) {
        out["readers"].push_back(count(one.count));
        out["readers"].back()["id"] = one.id;
    }
    return out;
}

Json json_of(const Pages& pages, const Faults& faults) {
    Json sheets = Json::array(), pieces = Json::array();
    for (const Pages::Page& page : pages.pages)
        sheets.push_back({{"svg", page.svg}, {"width", page.width}, {"height", page.height}});
    for (const Pages::Piece& piece : pages.pieces) {
        Json from = Json::array();
        for (const TextPlace& place : piece.from) {
            Json one = faults.field(place);
            if (!one.is_null()) from.push_back(std::move(one));
        }
        pieces.push_back({{"page", piece.page},
                          {"x", piece.x},
                          {"y", piece.y},
                          {"width", piece.width},
                          {"height", piece.height},
                          {"text", piece.text},
                          {"fields", std::move(from)}});
    }
    return {{"title", pages.title},
            {"pages", std::move(sheets)},
            {"pieces", std::move(pieces)},
            {"faults", faults(pages)}};
}

}  // namespace sayso::serve

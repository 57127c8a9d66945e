// Each reader's texts, with what is shipped beside what the service says instead.

#include <map>

#include "load/rewrite.h"
#include "load/texts.h"
#include "model/fields.h"
#include "serve/desk.h"

namespace sayso::serve {
namespace {

/// What a text is for, and how long it may be.
struct Purpose {
    std::string says;
    int room = 0;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> out{""};
    for (const char c : line) {
        if (c == '\t') {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    return out;
}

/// Of the texts that templates ask for by name.
std::map<std::string, Purpose> named_purposes(const Session& session) {
    std::map<std::string, Purpose> out;
    std::vector<std::string> lines;
    session.list("texts", lines);
    for (const std::string& line : lines) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() >= 5) out[cells[0]] = {cells[4], std::atoi(cells[3].c_str())};
    }
    return out;
}

/// The path as an edit of the file has it: items by id.
std::vector<std::string> marked(const load::Value& root, const std::vector<std::string>& path) {
    std::vector<std::string> out;
    const load::Value* here = &root;
    for (const std::string& step : path) {
        out.push_back(here->kind == load::Value::Kind::sequence ? load::item_mark + step : step);
        here = load::value_along(*here, {step});
        if (here == nullptr) break;
    }
    return out;
}

}  // namespace

Answer Desk::on(const ReadWords& command) {
    const View now = view();
    if (const auto refusal = no_project(now)) return answer_of(*refusal);
    const Choices choices = now.session->choices();
    const bool known = std::any_of(choices.audiences.begin(), choices.audiences.end(),
                                   [&](const Choices::Named& one) { return one.id == command.audience; });
    if (!known) return answer_of(Refusal{404, "There is no such reader."});
    const Approach uses = approach(now);
    const std::string name = "audiences/" + command.audience + ".yaml";
    const auto shipped = yaml_.read(join_path(uses.folder, name));
    const auto overlay = uses.shipped ? yaml_.read(now.files->path(uses.overlay)) : nullptr;
    if (!shipped) return answer_of(Refusal{404, "This reader's texts are not to be found."});
    const auto purposes = named_purposes(*now.session);
    Json texts = Json::array();
    load::for_each_text(load::Reader<model::Audience>::record(), *shipped, [&](const load::TextAt& text) {
        const auto field = own_field(uses, *now.files, name, marked(*shipped, text.path));
        if (!field) return;
        const load::Value* own = overlay ? load::value_along(*overlay, field->path) : nullptr;
        Json one{{"file", field->file},
                 {"path", field->path},
                 {"key", text.path.back()},
                 {"doc", text.field.doc},
                 {"room", text.field.rule.room},
                 {"shipped", uses.shipped ? json_of(text.value) : Json(nullptr)},
                 {"own", uses.shipped ? (own ? json_of(*own) : Json(nullptr)) : json_of(text.value)}};
        if (const auto purpose = purposes.find(text.path.back()); purpose != purposes.end()) {
            one["doc"] = purpose->second.says;
            one["room"] = purpose->second.room;
        }
        texts.push_back(std::move(one));
    });
    return answer_of(Json{{"revision", now.revision}, {"texts", std::move(texts)}});
}

}  // namespace sayso::serve

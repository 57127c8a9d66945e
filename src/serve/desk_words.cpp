// Each reader's texts, with what is shipped beside what the service says instead.

#include <map>

#include "load/rewrite.h"
#include "load/texts.h"
#include "model/fields.h"
#include "model/word_list.h"
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

/// Letters that an approach's documents spell out by themselves.
void add_abbreviations(const load::Value* root, Json& out) {
    const load::Value* all = root == nullptr ? nullptr : root->find("abbreviations");
    if (all == nullptr) return;
    for (const load::Value& one : all->items) {
        if (const load::Value* id = one.find("id")) out.push_back(id->scalar);
    }
}

/// What a sentence is held against as it is typed; null for a language that there is no list for.
Json plain_words(const Env& env, const std::string& data_folder, const std::string& project,
                 const std::string& lang) {
    SourceMap sources;
    Diagnostics faults;
    const auto list = model::load_word_list(env, data_folder, project, lang, sources, faults);
    if (!list) return nullptr;
    Json out{{"jargon", Json::array()}, {"hard", Json::array()}, {"known", list->known_abbreviations}};
    for (const model::Jargon& one : list->jargon)
        out["jargon"].push_back({{"word", one.word}, {"say", one.say}, {"unless", one.unless}});
    for (const model::HardWord& one : list->hard_words)
        out["hard"].push_back({{"word", one.word}, {"means", one.means}});
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
    Json plain = plain_words(env_, data_folder_, now.files->folder(), choices.lang);
    if (!plain.is_null()) {
        add_abbreviations(yaml_.read(join_path(uses.folder, "approach.yaml")).get(), plain["known"]);
        add_abbreviations(overlay.get(), plain["known"]);
    }
    return answer_of(
        Json{{"revision", now.revision}, {"texts", std::move(texts)}, {"plain", std::move(plain)}});
}

}  // namespace sayso::serve

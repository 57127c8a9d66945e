#include "model/word_list.h"

#include <algorithm>
#include <string_view>

#include "model/files.h"
#include "model/word_list_fields.h"

namespace sayso::model {
namespace {

/// "en" of "en-GB"; empty when that could not be the name of a file.
std::string primary_language(std::string_view lang) {
    const std::string_view primary = lang.substr(0, lang.find('-'));
    const bool plain =
        std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return plain ? std::string(primary) : "";
}

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void append(WordList& to, WordList more) {
    append(to.jargon, std::move(more.jargon));
    append(to.hard_words, std::move(more.hard_words));
    append(to.explaining, std::move(more.explaining));
    append(to.link_texts, std::move(more.link_texts));
    append(to.known_abbreviations, std::move(more.known_abbreviations));
    append(to.passive.be, std::move(more.passive.be));
    append(to.passive.between, std::move(more.passive.between));
    append(to.passive.participles, std::move(more.passive.participles));
    append(to.passive.not_participles, std::move(more.passive.not_participles));
    if (!more.easy_read_draft.empty()) to.easy_read_draft = std::move(more.easy_read_draft);
}

}  // namespace

std::optional<WordList> load_word_list(const Env& env, const std::string& data_folder,
                                       const std::string& project_folder, const std::string& lang,
                                       SourceMap& sources, Diagnostics& diagnostics) {
    const std::string file = "words/" + primary_language(lang) + ".yaml";
    std::vector<std::string> paths{join_path(join_path(data_folder, "templates"), file)};
    if (!project_folder.empty()) paths.push_back(join_path(project_folder, file));

    Files files(env, sources, diagnostics);
    std::optional<WordList> list;
    for (const std::string& path : paths) {
        const load::Value* value = files.has(path) ? files.value(path) : nullptr;
        if (value == nullptr) continue;
        WordList more;
        load::Reader<WordList>::read(*value, more, {diagnostics, "the file"});
        if (!list) {
            list = std::move(more);
        } else {
            append(*list, std::move(more));
        }
    }
    return list;
}

}  // namespace sayso::model

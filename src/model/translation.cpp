#include "model/translation.h"

#include <algorithm>

#include <fmt/format.h>

#include "load/texts.h"

namespace sayso::model {
namespace {

using load::Value;

constexpr std::string_view marker =
    "# Still to be translated. `sayso translate` writes these lines anew: put what you translate above "
    "them.\n";

/// A text that lacks its words.
struct Missing {
    std::vector<std::string> path;
    std::string purpose, source;
    bool is_list = false;
};

std::string sentence(std::string text) {
    return text.ends_with('.') || text.empty() ? text : text + ".";
}

std::string purpose_of(const load::TextAt& text, const Translatable& file) {
    std::string purpose = text.field.doc;
    int room = text.field.rule.room;
    if (text.field.key == "texts") {
        for (const WantedText& one : file.texts) {
            if (one.name != text.path.back()) continue;
            purpose = one.text.purpose.text;
            room = one.text.room;
        }
    }
    if (text.field.key == "strings") purpose.clear();  // "Fixed words of the template" says nothing of one
    purpose = sentence(purpose);
    if (room > 0) purpose += fmt::format("{}Room for about {} characters.", purpose.empty() ? "" : " ", room);
    return purpose;
}

/// A source as comment lines behind the language's tag.
std::string source_of(const load::TextAt& text) {
    const std::string& tag = text.value.lang;
    std::string out;
    const auto add = [&](std::string_view lead, const std::string& words) {
        std::size_t begin = 0;
        for (bool first = true; begin < words.size() || first; first = false) {
            const std::size_t end = std::min(words.find('\n', begin), words.size());
            out += fmt::format("{}{}\n", first ? lead : "  ", words.substr(begin, end - begin));
            begin = end + 1;
        }
    };
    if (text.value.kind == Value::Kind::scalar) add(tag + ": ", text.value.scalar);
    for (const Value& item : text.value.items) add(tag + ": - ", item.scalar);
    return out;
}

bool is_done(const Translatable& file, const std::vector<std::string>& path) {
    return std::any_of(file.done.begin(), file.done.end(), [&](const Value& layer) {
        const Value* here = load::value_at(layer, path);
        return here != nullptr && here->kind != Value::Kind::null;
    });
}

/// Writes nested keys and items for a list of paths that stand in the order of the source.
class Writer {
  public:
    explicit Writer(const Value& source) : source_(source) {}

    std::string write(const std::vector<Missing>& all) {
        for (const Missing& one : all) add(one);
        return std::move(out_);
    }

  private:
    void add(const Missing& one) {
        std::size_t shared = 0;
        while (shared < open_.size() && shared + 1 < one.path.size() && open_[shared] == one.path[shared])
            ++shared;
        open_.assign(one.path.begin(), one.path.end() - 1);
        for (std::size_t depth = shared; depth < open_.size(); ++depth) open(one.path, depth);
        const std::string indent(2 * (one.path.size() - 1), ' ');
        comment(indent, one.purpose);
        comment(indent, one.source);
        out_ += fmt::format("{}{}:\n", indent, one.path.back());
    }

    void open(const std::vector<std::string>& path, std::size_t depth) {
        const Value* parent = load::value_at(source_, {path.begin(), path.begin() + std::ptrdiff_t(depth)});
        const bool is_item = parent != nullptr && parent->kind == Value::Kind::sequence;
        out_ += fmt::format("{}{}{}\n", std::string(2 * depth, ' '), is_item ? "- id: " : "",
                            is_item ? path[depth] : path[depth] + ":");
    }

    void comment(const std::string& indent, std::string_view lines) {
        while (!lines.empty()) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            out_ += fmt::format("{}# {}\n", indent, lines.substr(0, end));
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
    }

    const Value& source_;
    std::vector<std::string> open_;
    std::string out_;
};

std::string as_comment(const std::string& text) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        out += "# " + text.substr(begin, end - begin) + "\n";
        begin = end + 1;
    }
    return out;
}

}  // namespace

TranslationText translation_of(const Translatable& file, const std::string& before) {
    TranslationText out;
    std::vector<Missing> fresh, inside;  // under keys that the file lacks; under keys that it has
    load::for_each_text(*file.shape, file.source, [&](const load::TextAt& text) {
        if (is_done(file, text.path)) return;
        ++out.missing;
        if (file.own && load::value_at(*file.own, text.path) != nullptr) return;  // waits there
        const bool has_key = file.own && file.own->find(text.path.front()) != nullptr;
        (has_key ? inside : fresh).push_back({text.path, purpose_of(text, file), source_of(text)});
    });
    out.text = before.substr(0, before.find(marker));
    if (!out.text.empty() && !out.text.ends_with('\n')) out.text += '\n';
    out.text += Writer(file.source).write(fresh);
    if (!inside.empty()) out.text += std::string(marker) + as_comment(Writer(file.source).write(inside));
    return out;
}

}  // namespace sayso::model

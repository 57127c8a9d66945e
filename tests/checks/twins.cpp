// A build from nothing compiles each folder of src/ as one file (SAYSO_UNITY), where all its anonymous
// namespaces are one. So no two files of a folder may give their own helpers the same name. Everyday builds
// would not notice.
#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source_tree.h"

namespace checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

bool in_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::string_view word_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && in_word(text[end])) ++end;
    return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, std::size_t end) {
    while (end > 0 && text[end - 1] == ' ') --end;
    auto at = end;
    while (at > 0 && in_word(text[at - 1])) --at;
    return text.substr(at, end - at);
}

/// "Reader" of "class Reader {", "enum class Reader" or "using Reader =", where a type is defined.
std::optional<std::string_view> type_in(std::string_view line) {
    if (line.ends_with(';') && !line.starts_with("using ")) return std::nullopt;
    for (const std::string_view keyword : {"struct ", "class ", "enum class ", "enum ", "using "}) {
        if (!line.starts_with(keyword)) continue;
        const auto name = word_at(line, keyword.size());
        if (name == "class" || name == "namespace") continue;
        const auto next = line.substr(keyword.size() + name.size());
        if (next.starts_with(" {") || next.starts_with(" :") || next.starts_with(" =") ||
            next.starts_with(" final"))
            return name;
    }
    return std::nullopt;
}

/// Without the last word, which is its name: "const Span&" of "const Span& span".
std::string type_of_parameter(std::string_view parameter) {
    parameter = parameter.substr(0, parameter.find(" = "));
    const auto name = word_before(parameter, parameter.size());
    const auto type = parameter.substr(0, parameter.size() - name.size());
    std::string out(type.find_first_not_of(' ') == type.npos ? parameter : type);
    std::erase(out, ' ');
    return out;
}

/// What makes two definitions one: "share(std::string)" for a function, the name for a constant.
std::optional<std::string> function_or_constant(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    if (line.empty() || !(in_word(line[0]) || line[0] == ':') || line.starts_with("template") ||
        line.starts_with("using ") || line.starts_with("namespace") || line.starts_with("static_assert") ||
        line.starts_with("extern"))
        return std::nullopt;
    const auto open = text.find('('), assigned = std::min(text.find(" = "), text.find('{'));
    if (assigned < open) {
        const auto name = word_before(text, assigned);
        return line.starts_with("const") && !name.empty() ? std::optional(std::string(name)) : std::nullopt;
    }
    if (open == text.npos || word_before(text, open).empty()) return std::nullopt;
    std::string signature(word_before(text, open)), parameter;
    signature += '(';
    int depth = 0;
    for (auto at = open + 1; at < text.size() && depth >= 0; ++at) {
        const char c = text[at];
        depth += c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
        if (depth < 0 || (c == ',' && depth == 0)) {
            signature += type_of_parameter(parameter) + (depth < 0 ? ')' : ',');
            parameter.clear();
        } else if (c != '\n' && !(c == ' ' && parameter.empty())) {
            parameter += c;
        }
    }
    return signature;
}

std::string module_of(const SourceFile& file) {
    const auto begin = file.path.find('/') + 1;
    const auto end = file.path.find('/', begin);
    return end == file.path.npos ? "session"
                                 : file.path.substr(begin, end - begin);  // what src/ itself is part of
}

struct Definition {
    std::string name;
    std::size_t line = 0;
};

/// What a file defines in its anonymous namespaces; as clang-format leaves them, nothing there is indented.
std::vector<Definition> own_definitions(const SourceFile& file) {
    std::vector<Definition> out;
    bool inside = false;
    std::size_t number = 0;
    for (const auto line : lines_of(file.text)) {
        ++number;
        if (line == "namespace {") inside = true;
        if (line.starts_with("}  // namespace")) inside = false;
        if (!inside) continue;
        const auto from = static_cast<std::size_t>(line.data() - file.text.data());
        if (const auto type = type_in(line))
            out.push_back({std::string(*type), number});
        else if (const auto other = function_or_constant(std::string_view(file.text).substr(from)))
            out.push_back({*other, number});
    }
    return out;
}

Complaints twins(const std::vector<SourceFile>& files) {
    struct Place {
        std::string path;
        std::string_view line;
    };
    std::map<std::string, std::map<std::string, Place>> seen;  // by module and name
    for (const auto& file : files) {
        if (!is_header(file)) continue;
        for (const auto line : lines_of(file.text))
            if (const auto type = type_in(line)) seen[module_of(file)].emplace(*type, Place{file.path, line});
    }
    Complaints complaints;
    for (const auto& file : files) {
        if (is_header(file)) continue;
        for (const auto& [name, line] : own_definitions(file)) {
            const auto text = lines_of(file.text)[line - 1];
            const auto& first = seen[module_of(file)].emplace(name, Place{file.path, text}).first->second;
            const bool same_alias =
                text.starts_with("using ") && text == first.line;  // which may be said twice
            if (first.path != file.path && !same_alias)
                complaints.push_back(complaint(file, line, name + " is in " + first.path + " too"));
        }
    }
    return complaints;
}

TEST(Twins, NoTwoFilesOfAFolderNameTheirHelpersAlike) {
    EXPECT_THAT(twins(source_files("src")), IsEmpty());
}

TEST(Twins, AreFoundAmongFunctionsConstantsAndTypes) {
    const auto file = [](std::string path, std::string_view body) {
        return SourceFile{std::move(path), "namespace {\n\n" + std::string(body) +
                                               "}  // namespace\n\nint outside(int a) {\n}\n"};
    };
    const SourceFile first = file("src/a/one.cpp",
                                  "int twice(const Map<int, int>& a,\n          int b) {\n}\n"
                                  "constexpr double pi = 3;\nstruct Row {\n};\n");
    EXPECT_THAT(twins({first, file("src/b/two.cpp", "struct Row {\n};\nconstexpr double pi = 3;\n"),
                       file("src/a/two.cpp", "int twice(int b) {\n}\nstruct Other;\n")}),
                IsEmpty());
    EXPECT_THAT(twins({first, file("src/a/two.cpp", "int twice(const Map<int, int>& other, int most) {\n}\n"),
                       file("src/a/wing/three.cpp", "constexpr int pi = 4;\nusing Row = int;\n")}),
                ElementsAre("src/a/two.cpp:3: twice(constMap<int,int>&,int) is in src/a/one.cpp too",
                            "src/a/wing/three.cpp:3: pi is in src/a/one.cpp too",
                            "src/a/wing/three.cpp:4: Row is in src/a/one.cpp too"));
}

TEST(Twins, AHelperNamedLikeATypeOfTheFolderIsFound) {
    EXPECT_THAT(twins({{"src/a/a.h", "template <class T>\nstruct Reader {\n"},
                       {"src/a/a.cpp", "namespace {\n\nclass Reader {\n};\n\n}  // namespace\n"}}),
                ElementsAre("src/a/a.cpp:3: Reader is in src/a/a.h too"));
}

}  // namespace
}  // namespace checks

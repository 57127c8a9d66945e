// parse_ahead OUT FILE...: writes the C++ source of shipped_ahead() for these YAML files. A tool of the
// build: what ships is read here once, and its faults end the build.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "load/parsed_ahead.h"

// The tool itself has nothing that was parsed ahead.
std::string_view sayso::load::shipped_ahead() {
    return {};
}

namespace {

std::optional<std::string> text_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_literal(std::ostream& out, std::string_view bytes) {
    constexpr std::size_t a_line = 64;
    for (std::size_t at = 0; at < bytes.size(); at += a_line) {
        out << "\n    \"";
        for (const char c : bytes.substr(at, a_line)) {
            char octal[5];
            std::snprintf(octal, sizeof octal, "\\%03o",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            out << octal;
        }
        out << '"';
    }
}

}  // namespace

int main(int count, char** words) {
    std::vector<sayso::load::Parsed> files;
    for (int i = 2; i < count; ++i) {
        auto text = text_of(words[i]);
        sayso::Diagnostics faults;
        auto value = text ? sayso::load::parse_yaml(1, *text, {}, faults) : std::nullopt;
        if (!value || faults.errors() > 0) {
            std::cerr << words[i] << ": cannot be parsed\n";
            return 1;
        }
        files.push_back({std::move(*text), std::move(*value)});
    }
    const std::string table = sayso::load::ahead_table(files);
    std::ofstream out(words[1], std::ios::binary);
    out << "#include \"load/parsed_ahead.h\"\n\nstd::string_view sayso::load::shipped_ahead() {\n"
        << "    static constexpr char bytes[] =";
    write_literal(out, table);
    out << ";\n    return {bytes, sizeof bytes - 1};\n}\n";
    return out.flush() ? 0 : 1;
}

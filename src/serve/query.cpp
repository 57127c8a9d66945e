#include "serve/query.h"

#include <algorithm>

#include "load/utf8.h"

namespace sayso::serve {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+') {
            out += ' ';
        } else if (text[at] != '%') {
            out += text[at];
        } else {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    const bool sound = !load::first_bad_byte(out);
    return sound ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::optional<Query> parse_query(std::string_view text) {
    Query out;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        const auto equals = std::min(pair.find('='), pair.size());
        const auto key = unescaped(pair.substr(0, equals));
        const auto value = unescaped(pair.substr(std::min(pair.size(), equals + 1)));
        if (!key || !value) return std::nullopt;
        if (!key->empty()) out.emplace(*key, *value);
    }
    return out;
}

Target split_target(std::string_view target) {
    const auto mark = std::min(target.find('?'), target.size());
    return {target.substr(0, mark), target.substr(std::min(target.size(), mark + 1))};
}

}  // namespace sayso::serve

#include "load/reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "env/limits.h"
#include "load/fields.h"

namespace sayso::load {
namespace {

// No paper is larger than a PDF page may be: 200 inches (ISO 32000-1, Annex C.2).
constexpr double longest_points = 14'400;

constexpr std::string_view bracket_hint = "put double quotes around a text that begins with \"{\" or \"[\"";

std::string found_words(const Value& value) {
    switch (value.kind) {
        case Value::Kind::null:
            return "nothing";
        case Value::Kind::sequence:
            return "a list";
        case Value::Kind::map:
            return "keys with values";
        case Value::Kind::scalar:
            break;
    }
    return fmt::format("\"{}\"", clipped(value.scalar));
}

const Value* sole_scalar(const Value& value) {
    return value.kind == Value::Kind::scalar ? &value : nullptr;
}

}  // namespace

std::string clipped(std::string_view text) {
    constexpr std::size_t shown = 60;  // bytes
    text = text.substr(0, text.find('\n'));
    if (text.size() <= shown) return std::string(text);
    std::size_t end = shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

void Reading::error(std::string code, Span span, std::string message, std::string hint,
                    std::vector<Note> notes) const {
    if (diagnostics.errors() > limits::errors_shown) return;
    diagnostics.add(
        {Severity::error, std::move(code), span, std::move(message), std::move(hint), std::move(notes)});
}

Reading Reading::key(std::string_view key) const {
    return named(fmt::format("\"{}\"", clipped(key)));
}

Reading Reading::item() const {
    return what.starts_with("an item") ? *this : named("an item of " + what);
}

void wrong_type(const Value& value, std::string_view wanted, const Reading& reading, std::string hint) {
    reading.error("wrong-type", value.span,
                  fmt::format("{} wants {}, found {}", reading.what, wanted, found_words(value)),
                  std::move(hint));
}

std::optional<std::string> text_of(const Value& value, const Reading& reading) {
    if (value.kind != Value::Kind::scalar) {
        const bool is_list = value.kind == Value::Kind::sequence;
        wrong_type(value, "a text", reading,
                   value.kind == Value::Kind::null ? "write the text after the colon"
                   : is_list                       ? "write one text"
                                                   : std::string(bracket_hint));
        return std::nullopt;
    }
    if (value.scalar.size() > limits::paragraph_bytes) {
        reading.error("too-long", value.span,
                      fmt::format("{} is longer than {} bytes", reading.what, limits::paragraph_bytes),
                      "make several texts of it");
        return std::nullopt;
    }
    std::string text = value.scalar;
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

void read_text(const Value& value, std::string& out, const Reading& reading) {
    if (auto text = text_of(value, reading)) out = std::move(*text);
}

std::optional<double> parse_number(std::string_view text) {
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<Length> parse_length(std::string_view text) {
    double unit = 1;
    if (text.ends_with("mm")) unit = mm(1).pt();
    if (text.ends_with("mm") || text.ends_with("pt")) text.remove_suffix(2);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto number = parse_number(text);
    if (!number) return std::nullopt;
    return pt(*number * unit);
}

void read_number(const Value& value, double& out, const Reading& reading) {
    const Value* scalar = sole_scalar(value);
    const auto number = scalar != nullptr ? parse_number(scalar->scalar) : std::nullopt;
    if (number && !value.quoted) {
        out = *number;
    } else {
        wrong_type(value, "a number", reading,
                   number ? "remove the quotes" : "write digits, such as 12 or 1.5");
    }
}

void read_integer(const Value& value, int& out, const Reading& reading) {
    int number = 0;
    const char* begin = value.scalar.data();
    const char* end = begin + value.scalar.size();
    const auto result = std::from_chars(begin, end, number);
    const bool fits = value.kind == Value::Kind::scalar && result.ec == std::errc{} && result.ptr == end;
    if (fits && !value.quoted) {
        out = number;
    } else {
        wrong_type(value, "a whole number", reading, fits ? "remove the quotes" : "write digits, such as 2");
    }
}

void read_boolean(const Value& value, bool& out, const Reading& reading) {
    const bool is_plain = value.kind == Value::Kind::scalar && !value.quoted;
    if (is_plain && (value.scalar == "true" || value.scalar == "false")) {
        out = value.scalar == "true";
    } else {
        wrong_type(value, "true or false", reading, "write true or false, without quotes");
    }
}

void read_length(const Value& value, Length& out, const Reading& reading) {
    const Value* scalar = sole_scalar(value);
    const auto length = scalar != nullptr ? parse_length(scalar->scalar) : std::nullopt;
    if (length && std::abs(length->pt()) > longest_points) {
        reading.error(
            "out-of-range", value.span,
            fmt::format("{} is \"{}\", longer than any page may be", reading.what, clipped(value.scalar)),
            fmt::format("write {}pt or less", longest_points));
    } else if (length) {
        out = *length;
    } else {
        wrong_type(value, "a length", reading, "write 18mm, 12pt or a number of points");
    }
}

void read_color(const Value& value, Color& out, const Reading& reading) {
    const Value* scalar = sole_scalar(value);
    const auto color = scalar != nullptr ? parse_color(scalar->scalar) : std::nullopt;
    if (color) {
        out = *color;
    } else {
        const bool written = scalar != nullptr && !scalar->scalar.empty();
        wrong_type(value, "a colour", reading,
                   written ? "write six digits after a #, of 0 to 9 and A to F, such as \"#1E2A32\""
                           : "write it in quotes, such as \"#1E2A32\": a bare # begins a comment");
    }
}

const Fields<Edges>& fields_of(const Edges*) {
    static const Fields<Edges> table("edges", "Distances at the four sides.",
                                     {{"top", &Edges::top, "At the top."},
                                      {"right", &Edges::right, "At the right."},
                                      {"bottom", &Edges::bottom, "At the bottom."},
                                      {"left", &Edges::left, "At the left."}});
    return table;
}

void read_edges(const Value& value, Edges& out, const Reading& reading) {
    if (value.kind == Value::Kind::scalar) {
        Length side;
        read_length(value, side, reading);
        out = Edges::all(side);
    } else {
        fields_of(&out).read(value, out, reading);
    }
}

bool is_kebab(std::string_view text) {
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    bool after_word = false;
    for (const char c : text) {
        if (!is_word(c) && !(c == '-' && after_word)) return false;
        after_word = is_word(c);
    }
    return after_word;
}

std::string kebab_of(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return {};
        const bool is_capital = c >= 'A' && c <= 'Z';
        if (is_capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += static_cast<char>(is_capital ? c - 'A' + 'a' : c);
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    if (out.ends_with('-')) out.pop_back();
    return out;
}

bool check_list(const Value& value, const Reading& reading) {
    if (value.kind == Value::Kind::sequence) return true;
    wrong_type(value, "a list", reading,
               value.kind == Value::Kind::scalar ? fmt::format("write [{}]", clipped(value.scalar))
                                                 : "begin each item with \"- \"");
    return false;
}

}  // namespace sayso::load

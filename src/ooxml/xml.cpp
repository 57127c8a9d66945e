#include "ooxml/xml.h"

#include "base/utf8.h"

namespace sayso::ooxml {
namespace {

/// The escape of a byte, or nothing where it may stand as it is.
std::string_view escape_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\t':
            return "&#9;";
        case '\n':
            return "&#10;";
        case '\r':
            return "&#13;";
        default:
            return {};
    }
}

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '&' && c != '<' && c != '>' && c != '"';
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_plain(text[end])) ++end;
        out += text.substr(at, end - at);
        at = end;
        if (at == text.size()) return;
        if (const std::string_view escape = escape_of(text[at]); !escape.empty()) {
            out += escape;
            ++at;
        } else if (const char32_t character = next_code_point(text, at);
                   character >= 0x20 && character != 0xFFFE && character != 0xFFFF) {
            append_utf8(out, character);
        }
    }
}

Xml::Xml() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

void Xml::open(std::string_view name, Attributes attributes, std::string_view end) {
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
        out_ += ' ';
        out_ += key;
        out_ += "=\"";
        append_escaped(out_, value);
        out_ += '"';
    }
    out_ += end;
}

void Xml::close(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += '>';
}

Xml::Element Xml::element(std::string_view name, Attributes attributes) {
    open(name, attributes, ">");
    return {*this, name};
}

void Xml::leaf(std::string_view name, Attributes attributes) {
    open(name, attributes, "/>");
}

void Xml::words(std::string_view name, std::string_view words, Attributes attributes) {
    const Element holder = element(name, attributes);
    text(words);
}

void Xml::text(std::string_view words) {
    append_escaped(out_, words);
}

}  // namespace sayso::ooxml

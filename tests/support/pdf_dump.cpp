// The re-read file as text.
#include <set>

#include <fmt/format.h>

#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

const PdfMark* find_mark(const PdfFile& file, const PdfKid& kid) {
    if (kid.page < 0 || kid.page >= static_cast<int>(file.pages.size())) return nullptr;
    const auto& marks = file.pages[static_cast<std::size_t>(kid.page)].marks;
    const auto found = marks.find(kid.index);
    return found == marks.end() ? nullptr : &found->second;
}

const PdfAnnotation* find_annotation(const PdfFile& file, const PdfKid& kid) {
    if (kid.page < 0 || kid.page >= static_cast<int>(file.pages.size())) return nullptr;
    for (const PdfAnnotation& each : file.pages[static_cast<std::size_t>(kid.page)].annotations)
        if (each.object == kid.index) return &each;
    return nullptr;
}

void dump_element(const PdfFile& file, const PdfElement& element, int depth, std::string& out) {
    const std::string indent(static_cast<std::size_t>(2 * depth), ' ');
    out += indent + element.type;
    if (element.space == "http://iso.org/pdf/ssn") out += " of-1.7";
    for (const int object : element.mentions)
        for (const PdfElement& other : file.elements)
            if (other.object == object) out += " ref=" + other.type;
    if (!element.lang.empty()) out += " lang=" + element.lang;
    if (!element.alt.empty()) out += " alt=\"" + element.alt + "\"";
    if (!element.actual_text.empty()) out += " actual=\"" + element.actual_text + "\"";
    for (const auto& [key, value] : element.attributes) out += fmt::format(" {}={}", key, value);
    out += '\n';
    for (const PdfKid& kid : element.kids) {
        if (kid.kind == PdfKid::Kind::element) {
            dump_element(file, file.elements.at(static_cast<std::size_t>(kid.index)), depth + 1, out);
        } else if (kid.kind == PdfKid::Kind::mark) {
            const PdfMark* const mark = find_mark(file, kid);
            const std::string words = mark ? plain(mark->text) : "(missing)";
            out +=
                fmt::format("{}  page {}: {}\n", indent, kid.page + 1, words.empty() ? "(drawing)" : words);
        } else if (const PdfAnnotation* const annotation = find_annotation(file, kid)) {
            const std::string target = annotation->uri.empty()
                                           ? fmt::format("page {}", annotation->target_page + 1)
                                           : annotation->uri;
            out += fmt::format("{}  page {}: link to {} \"{}\"\n", indent, kid.page + 1, target,
                               annotation->contents);
        }
    }
}

bool is_inline(const std::string& type) {
    return type == "Link" || type == "Span" || type == "Strong";
}

void collect(const PdfFile& file, const PdfElement& element, std::string& out) {
    if (element.type == "Artifact") return;
    if (!element.actual_text.empty()) {
        out += element.actual_text;
    } else {
        for (const PdfKid& kid : element.kids) {
            if (kid.kind == PdfKid::Kind::element)
                collect(file, file.elements.at(static_cast<std::size_t>(kid.index)), out);
            const PdfMark* const mark = kid.kind == PdfKid::Kind::mark ? find_mark(file, kid) : nullptr;
            if (mark) out += mark->text;
        }
    }
    if (!is_inline(element.type) && !out.empty() && out.back() != '\n') out += '\n';
}

}  // namespace

std::string dump_tags(const PdfFile& file) {
    std::string out;
    for (const PdfElement& element : file.elements)
        if (element.parent < 0) dump_element(file, element, 0, out);
    return out;
}

std::string text_in_tree_order(const PdfFile& file) {
    std::string out;
    for (const PdfElement& element : file.elements)
        if (element.parent < 0) collect(file, element, out);
    return out;
}

std::string plain(std::string_view text) {
    constexpr std::string_view nothing = "\xE2\x80\x8B", hard_space = "\xC2\xA0";  // U+200B, U+00A0
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with(nothing)) {
            at += nothing.size() - 1;
            continue;
        }
        const bool hard = text.substr(at).starts_with(hard_space);
        if (hard) at += hard_space.size() - 1;
        const bool space = hard || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
        if (!space)
            out += text[at];
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace sayso::test

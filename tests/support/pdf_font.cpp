#include "support/pdf_font.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include <fmt/format.h>

namespace sayso::test {
namespace {

unsigned number_at(const std::string& bytes, std::size_t at, int count) {
    unsigned value = 0;
    for (int i = 0; i < count; ++i)
        value = value << 8 | (at + static_cast<std::size_t>(i) < bytes.size()
                                  ? static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)])
                                  : 0u);
    return value;
}

/// Offset of a table of a TrueType font; 0 when it is not there.
std::size_t table(const std::string& font, const std::string& tag) {
    const unsigned count = number_at(font, 4, 2);
    for (unsigned i = 0; i < count; ++i)
        if (font.compare(12 + 16 * i, 4, tag) == 0) return number_at(font, 12 + 16 * i + 8, 4);
    return 0;
}

/// "<0041>" and "<D83DDE00>"
std::u16string hexadecimal(const std::string& token) {
    std::u16string out;
    for (std::size_t at = 1; at + 4 < token.size(); at += 4)
        out += static_cast<char16_t>(std::stoul(token.substr(at, 4), nullptr, 16));
    return out;
}

}  // namespace

std::string utf8_of(const std::u16string& text) {
    std::string big_endian = "\xFE\xFF";
    for (const char16_t unit : text) {
        big_endian += static_cast<char>(unit >> 8);
        big_endian += static_cast<char>(unit & 0xFF);
    }
    return QPDFObjectHandle::newString(big_endian).getUTF8Value();
}

FontReader::FontReader(QPDFObjectHandle font) {
    name_ = font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName() : "(no name)";
    if (!font.getKey("/Subtype").isNameAndEquals("/Type0")) {
        fault("is not a composite font");
        return;
    }
    if (!font.getKey("/Encoding").isNameAndEquals("/Identity-H")) fault("is not encoded by Identity-H");
    if (font.getKey("/ToUnicode").isStream()) {
        const auto data = font.getKey("/ToUnicode").getStreamData(qpdf_dl_all);
        read_unicode({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
    } else {
        fault("has no ToUnicode map");
    }
    read_descendant(font.getKey("/DescendantFonts"));
}

void FontReader::fault(std::string words) {
    std::string sentence = fmt::format("font {} {}", name_, words);
    if (std::find(faults_.begin(), faults_.end(), sentence) == faults_.end())
        faults_.push_back(std::move(sentence));
}

void FontReader::read_descendant(QPDFObjectHandle fonts) {
    if (!fonts.isArray() || fonts.getArrayNItems() != 1) return fault("has not one descendant");
    QPDFObjectHandle font = fonts.getArrayItem(0);
    const bool true_type = font.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    if (true_type && !font.getKey("/CIDToGIDMap").isNameAndEquals("/Identity")) fault("has no CIDToGIDMap");
    if (font.getKey("/BaseFont").getName() != name_) fault("has another name than its descendant");
    if (font.getKey("/DW").isNumber()) default_width_ = font.getKey("/DW").getNumericValue();
    read_widths(font.getKey("/W"));
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) return fault("has no descriptor");
    for (const char* key :
         {"/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/StemV"})
        if (!descriptor.hasKey(key)) fault(fmt::format("has no {} in its descriptor", key));
    if (descriptor.hasKey("/CIDSet")) fault("has a CIDSet, which would have to be complete");
    QPDFObjectHandle program = descriptor.getKey(true_type ? "/FontFile2" : "/FontFile3");
    if (!program.isStream()) return fault("is not embedded");
    const auto data = program.getStreamData(qpdf_dl_all);
    if (true_type) compare_widths({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
}

/// ISO 32000-1, 9.7.4.3: "c [w1 w2 …]" and "first last w".
void FontReader::read_widths(QPDFObjectHandle array) {
    if (!array.isArray()) return;
    for (int i = 0; i + 1 < array.getArrayNItems();) {
        const auto first = static_cast<unsigned>(array.getArrayItem(i).getIntValueAsInt());
        QPDFObjectHandle next = array.getArrayItem(i + 1);
        if (next.isArray()) {
            for (int k = 0; k < next.getArrayNItems(); ++k)
                widths_[first + static_cast<unsigned>(k)] = next.getArrayItem(k).getNumericValue();
            i += 2;
            continue;
        }
        for (unsigned code = first; code <= static_cast<unsigned>(next.getIntValueAsInt()); ++code)
            widths_[code] = array.getArrayItem(i + 2).getNumericValue();
        i += 3;
    }
}

/// ISO 19005-2, 6.2.11.5: the widths in the dictionary are those of the font program.
void FontReader::compare_widths(const std::string& program) {
    const double em = number_at(program, table(program, "head") + 18, 2);
    const unsigned metrics = number_at(program, table(program, "hhea") + 34, 2);
    const unsigned glyphs = number_at(program, table(program, "maxp") + 4, 2);
    const std::size_t hmtx = table(program, "hmtx");
    if (hmtx == 0 || em == 0 || metrics == 0) return fault("is embedded without its metrics");
    for (const auto& [code, width] : widths_) {
        if (code >= glyphs) {
            fault(fmt::format("has a width for glyph {} and only {} glyphs", code, glyphs));
            continue;
        }
        const double real = number_at(program, hmtx + 4 * std::min(code, metrics - 1), 2) * 1000.0 / em;
        if (std::abs(real - width) > 1)
            fault(fmt::format("gives glyph {} the width {}, not {}", code, width, real));
    }
}

void FontReader::read_unicode(const std::string& cmap) {
    std::istringstream words(cmap);
    std::string word, to;
    bool chars = false;
    while (words >> word) {
        if (word == "beginbfchar")
            chars = true;
        else if (word == "endbfchar")
            chars = false;
        else if (word == "beginbfrange")
            fault("has ranges in its ToUnicode map, which this reader does not know");
        else if (chars && words >> to) {
            const auto code = static_cast<unsigned>(std::stoul(word.substr(1), nullptr, 16));
            if (!unicode_.emplace(code, hexadecimal(to)).second)
                fault(fmt::format("maps glyph {} twice", code));
        }
    }
    for (const auto& [code, text] : unicode_) {
        if (text.empty()) fault(fmt::format("maps glyph {} to no text", code));
        for (const char16_t unit : text)  // ISO 14289-1, 7.21.7
            if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE)
                fault(fmt::format("maps glyph {} to U+{:04X}", code, static_cast<unsigned>(unit)));
    }
}

std::string FontReader::text(unsigned code) {
    if (code == 0) fault("shows .notdef");
    const auto found = unicode_.find(code);
    if (found == unicode_.end()) {
        fault(fmt::format("shows glyph {}, which has no text", code));
        return "\xEF\xBF\xBD";
    }
    return utf8_of(found->second);
}

double FontReader::width(unsigned code) const {
    const auto found = widths_.find(code);
    return found == widths_.end() ? default_width_ : found->second;
}

}  // namespace sayso::test

// The font objects of FontBook. ISO 32000-1, 9.7 (composite fonts), 9.8 (descriptors), 9.10.3 (ToUnicode).
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/number.h"
#include "pdf/fonts/font_book.h"
#include "pdf/objects/unicode.h"

namespace sayso::pdf {
namespace {

constexpr std::size_t most_in_a_block = 100;  // ISO 32000-1, 9.10.3, by way of the CMap specification

/// Code and text of every glyph of a ToUnicode map.
using Entries = std::vector<std::pair<std::uint16_t, std::u32string>>;

std::string cmap_file(const Entries& entries) {
    std::string out =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t first = 0; first < entries.size(); first += most_in_a_block) {
        const std::size_t last = std::min(first + most_in_a_block, entries.size());
        append_integer(out, static_cast<std::int64_t>(last - first));
        out += " beginbfchar\n";
        for (std::size_t i = first; i < last; ++i) {
            out += '<';
            append_hex16(out, entries[i].first);
            out += "> <";
            for (const char32_t c : entries[i].second) append_utf16_hex(out, c);
            out += ">\n";
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void append_entry(std::string& out, const char* key, double value) {
    out += key;
    append_number(out, value, 0);
}

}  // namespace

std::string FontBook::to_unicode(const Face& face, const UnicodeMap& map) const {
    const std::vector<std::uint16_t>& new_ids = face.program->subset->new_ids;
    Entries entries;
    for (std::size_t glyph = 1; glyph < new_ids.size(); ++glyph) {
        if (new_ids[glyph] == 0) continue;
        std::u32string text = map.text(static_cast<std::uint16_t>(glyph));
        if (!text.empty()) entries.emplace_back(new_ids[glyph], std::move(text));
    }
    std::ranges::sort(entries);
    return cmap_file(entries);
}

Ref FontBook::write_program(Sink& sink, const Face& face) const {
    const Ref file = sink.reserve();
    std::string entries = "/Filter/FlateDecode";
    if (face.program->subset->cff) {
        entries += "/Subtype/CIDFontType0C";
    } else {
        entries += "/Length1 ";
        append_integer(entries, static_cast<std::int64_t>(face.program->length));
    }
    sink.stream(file, std::move(entries), face.program->compressed);
    return file;
}

Ref FontBook::write_descendant(Sink& sink, const Face& face) const {
    const text::FontMetrics& m = fonts_.metrics(face.font);
    const bool cff = face.program->subset->cff;
    const Ref descriptor = sink.reserve(), descendant = sink.reserve();

    std::string out = "/Type/FontDescriptor/FontName";
    append_name(out, face.program->base_name);
    out += "/Flags 4";  // symbolic: codes are glyph numbers, not a Latin alphabet
    append_entry(out, "/FontBBox[", m.x_min);
    append_entry(out, " ", m.y_min);
    append_entry(out, " ", m.x_max);
    append_entry(out, " ", m.y_max);
    append_entry(out, "]/ItalicAngle ", m.italic_angle);
    append_entry(out, "/Ascent ", m.ascent);
    append_entry(out, "/Descent ", m.descent);
    append_entry(out, "/CapHeight ", m.cap_height);
    append_entry(out, "/StemV ", fonts_.weight(face.font) / 5.0);  // a guess: the font does not say
    out += cff ? "/FontFile3 " : "/FontFile2 ";
    append_ref(out, write_program(sink, face));
    sink.object(descriptor, std::move(out));

    out = cff ? "/Type/Font/Subtype/CIDFontType0/BaseFont" : "/Type/Font/Subtype/CIDFontType2/BaseFont";
    append_name(out, face.program->base_name);
    out += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
    append_ref(out, descriptor);
    if (!cff) out += "/CIDToGIDMap/Identity";
    out += "/W" + face.program->widths;
    sink.object(descendant, std::move(out));
    return descendant;
}

std::string FontBook::write(Sink& sink) {
    std::string resources;
    for (const Face& face : faces_) {
        const Ref descendant = write_descendant(sink, face);
        for (std::size_t m = 0; m < face.maps.size(); ++m) {
            const Ref font = sink.reserve(), unicode = sink.reserve();
            std::string out = "/Type/Font/Subtype/Type0/BaseFont";
            append_name(out, face.program->base_name);
            out += "/Encoding/Identity-H/DescendantFonts[";
            append_ref(out, descendant);
            out += "]/ToUnicode ";
            append_ref(out, unicode);
            sink.object(font, std::move(out));
            sink.stream(unicode, "/Filter/FlateDecode", cache_.deflated(to_unicode(face, face.maps[m])));
            resources += "/F";
            append_integer(resources, static_cast<std::int64_t>(face.first_resource + m));
            resources += ' ';
            append_ref(resources, font);
        }
    }
    return resources;
}

}  // namespace sayso::pdf

#include "pdf/fonts/font_book.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/fonts/clusters.h"
#include "pdf/objects/unicode.h"

namespace sayso::pdf {
namespace {

/// From this many glyphs of plain text on, a document embeds all of them: a little more paper weight for a
/// subset that the next document shares.
constexpr std::size_t enough_for_basic = 20;

/// ToUnicode maps of one face. Texts of any language need two or three; letters with piles of marks upon them
/// would need one each, and time and memory that grow by the square.
constexpr std::size_t most_maps = 16;

/// The character of a cluster of one glyph and one character, else 0. Nearly every cluster is one.
char32_t simple_character(const Cluster& cluster) {
    if (cluster.glyphs.size() != 1 || cluster.text.empty()) return 0;
    std::size_t at = 0;
    const char32_t character = next_code_point(cluster.text, at);
    return at == cluster.text.size() ? character : 0;
}

/// Whether each glyph stands for the one byte at its place, as it does in nearly every run, and says so in
/// `map`.
bool is_letter_for_letter(const frame::TextRun& run, const UnicodeMap& map) {
    if (run.rtl || run.glyphs.size() != run.text.size()) return false;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const auto byte = static_cast<unsigned char>(run.text[i]);
        if (run.glyphs[i].cluster != i || byte >= 0x80 || !map.is(run.glyphs[i].id, byte)) return false;
    }
    return true;
}

/// The texts that the glyphs of plain text have in every document, so that its ToUnicode map can be shared
/// too.
UnicodeMap common_map(const FontFacts& facts) {
    UnicodeMap map{facts.characters.glyphs()};
    for (const std::uint16_t glyph : facts.basic)
        map.set(glyph, std::u32string(1, facts.characters.character(glyph)));
    return map;
}

}  // namespace

FontBook::Face& FontBook::face_for(FontId font) {
    if (font.value >= index_.size()) index_.resize(std::size_t{font.value} + 1, 0);
    if (index_[font.value] == 0) {
        Face& face = faces_.emplace_back();
        face.font = font;
        face.facts = &cache_.facts(font);
        face.is_used.resize(face.facts->characters.glyphs());
        face.maps.push_back(common_map(*face.facts));
        index_[font.value] = static_cast<std::uint32_t>(faces_.size());
    }
    return faces_[index_[font.value] - 1];
}

std::size_t FontBook::find_map(const Face& face, const Cluster& cluster, const ClusterText& text) {
    for (std::size_t m = 0; m < face.maps.size(); ++m) {
        bool fits = true;
        for (std::size_t i = 0; i < cluster.glyphs.size() && fits; ++i)
            fits = face.maps[m].accepts(cluster.glyphs[i].id, text.of_glyph[i]);
        if (fits) return m;
    }
    return face.maps.size();
}

void FontBook::note(Face& face, const Cluster& cluster, const ClusterText& text) {
    std::size_t map = find_map(face, cluster, text);
    const bool crowded = map == most_maps;
    if (crowded) map = 0;
    if (map == face.maps.size()) face.maps.emplace_back(face.facts->characters.glyphs());
    for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
        const std::uint16_t glyph = cluster.glyphs[i].id;
        if (!crowded || face.maps[map].text(glyph).empty()) face.maps[map].set(glyph, text.of_glyph[i]);
    }
}

void FontBook::use(Face& face, std::uint16_t glyph) {
    if (glyph >= face.is_used.size()) face.is_used.resize(std::size_t{glyph} + 1);
    if (glyph == 0 || face.is_used[glyph] != 0) return;  // 0 is .notdef, which is never shown
    face.is_used[glyph] = 1;
    face.used.push_back(glyph);
}

void FontBook::gather(const frame::TextRun& run) {
    Face& face = face_for(run.font);
    if (is_letter_for_letter(run, face.maps.front())) {
        for (const frame::Glyph& glyph : run.glyphs) use(face, glyph.id);
        return;
    }
    for_each_cluster(run, [&](const Cluster& cluster) {
        for (const frame::Glyph& glyph : cluster.glyphs) use(face, glyph.id);
        const char32_t character = simple_character(cluster);
        if (character != 0 && face.maps.front().is(cluster.glyphs.front().id, character)) return;
        note(face, cluster, share_out(cluster, run.rtl, face.facts->characters));
    });
}

std::vector<std::uint16_t> FontBook::glyphs_to_embed(const Face& face) const {
    const std::vector<std::uint16_t>& basic = face.facts->basic;
    const auto is_used = [&](std::uint16_t glyph) {
        return glyph < face.is_used.size() && face.is_used[glyph] != 0;
    };
    const auto plain = static_cast<std::size_t>(std::ranges::count_if(basic, is_used));
    std::vector<std::uint16_t> glyphs = face.used;
    if (plain >= enough_for_basic) glyphs.insert(glyphs.end(), basic.begin(), basic.end());
    std::ranges::sort(glyphs);
    const auto repeats = std::ranges::unique(glyphs);
    glyphs.erase(repeats.begin(), repeats.end());
    return glyphs;
}

void FontBook::embed() {
    std::uint32_t resource = 0;
    for (Face& face : faces_) {
        face.first_resource = resource;
        resource += static_cast<std::uint32_t>(face.maps.size());
        face.program = cache_.program(face.font, glyphs_to_embed(face));
    }
}

ShownGlyph FontBook::shown(const Face& face, std::size_t map, std::uint16_t glyph) const {
    const text::FontSubset& subset = *face.program->subset;
    ShownGlyph result{face.first_resource + static_cast<std::uint32_t>(map), 0, 0};
    if (glyph < subset.new_ids.size()) result.code = subset.new_ids[glyph];
    if (result.code < subset.widths.size()) result.width = subset.widths[result.code];
    return result;
}

bool FontBook::show(const frame::TextRun& run, std::vector<ShownGlyph>& glyphs) const {
    const Face& face = face_of(run.font);
    bool in_order = true;
    glyphs.clear();
    if (is_letter_for_letter(run, face.maps.front())) {
        for (const frame::Glyph& glyph : run.glyphs) glyphs.push_back(shown(face, 0, glyph.id));
        return true;
    }
    for_each_cluster(run, [&](const Cluster& cluster) {
        std::size_t map = 0;
        const char32_t character = simple_character(cluster);
        const bool common = character != 0 && !is_private_use(character);
        if (!common || !face.maps.front().is(cluster.glyphs.front().id, character)) {
            const ClusterText text = share_out(cluster, run.rtl, face.facts->characters);
            in_order = in_order && text.in_order;
            map = find_map(face, cluster, text);
            if (map == face.maps.size()) {  // no map says it, so the structure must
                map = 0;
                in_order = false;
            }
        }
        for (const frame::Glyph& glyph : cluster.glyphs) glyphs.push_back(shown(face, map, glyph.id));
    });
    return in_order;
}

}  // namespace sayso::pdf

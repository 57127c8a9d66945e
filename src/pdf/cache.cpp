#include "pdf/cache.h"

#include <algorithm>
#include <string_view>

#include "base/number.h"
#include "pdf/objects/content_hash.h"
#include "pdf/pages/picture_data.h"

namespace sayso::pdf {
namespace {

// A batch of unlike documents must not grow the cache without end; a full table is emptied and fills again.
constexpr std::size_t most_programs = 128, most_pictures = 256;
constexpr std::size_t most_text_bytes = 3u << 20;  // before compression

template <class Map>
void make_room(Map& map, std::size_t most) {
    if (map.size() >= most) map.clear();
}

constexpr std::u32string_view common_punctuation = U"£©°·×é–—‘’“”•…€→";

std::vector<std::uint16_t> basic_glyphs(const CharacterMap& characters) {
    std::vector<std::uint16_t> glyphs;
    for (char32_t c = U' '; c <= U'~'; ++c) glyphs.push_back(characters.glyph(c));
    for (const char32_t c : common_punctuation) glyphs.push_back(characters.glyph(c));
    std::ranges::sort(glyphs);
    const auto repeats = std::ranges::unique(glyphs);
    glyphs.erase(repeats.begin(), repeats.end());
    if (!glyphs.empty() && glyphs.front() == 0) glyphs.erase(glyphs.begin());  // 0 is "no such glyph"
    return glyphs;
}

/// ISO 32000-1, 9.6.4: six capital letters and a plus, different for different subsets.
std::string subset_name(const std::string& name, const std::vector<std::uint16_t>& glyphs) {
    ContentHash hash;
    hash.add(name);
    std::string ids;
    for (const std::uint16_t glyph : glyphs)
        ids += {static_cast<char>(glyph >> 8), static_cast<char>(glyph & 0xFF)};
    hash.add(ids);
    std::string tagged;
    const auto digest = hash.digest();
    for (std::size_t i = 0; i < 6; ++i) tagged += static_cast<char>('A' + digest[i] % 26);
    return tagged + "+" + name;
}

/// ISO 32000-1, 9.7.4.3: "[first [w w w …]]"; the glyphs of a subset are numbered without gaps from 0.
std::string width_array(const std::vector<std::uint16_t>& widths) {
    std::string array = "[0[";
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (i > 0) array += ' ';
        append_integer(array, widths[i]);
    }
    return array + "]]";
}

}  // namespace

const FontFacts& Cache::Impl::facts(FontId font) {
    const auto [place, is_new] = facts_.try_emplace(font.value);
    if (is_new) {
        place->second.characters = CharacterMap(fonts, font);
        place->second.basic = basic_glyphs(place->second.characters);
    }
    return place->second;
}

std::shared_ptr<const FontProgram> Cache::Impl::program(FontId font,
                                                        const std::vector<std::uint16_t>& glyphs) {
    const ProgramKey key{font.value, glyphs};
    if (const auto found = programs_.find(key); found != programs_.end()) return found->second;
    auto program = std::make_shared<FontProgram>();
    program->subset = fonts.subset(font, glyphs);
    const std::string& bytes = program->subset->bytes;
    program->length = bytes.size();
    program->compressed = std::make_shared<const std::string>(deflate(bytes));
    program->widths = width_array(program->subset->widths);
    program->base_name = subset_name(fonts.name(font), glyphs);
    make_room(programs_, most_programs);
    return programs_.emplace(key, std::move(program)).first->second;
}

Bytes Cache::Impl::deflated(const std::string& text) {
    if (const auto found = texts_.find(text); found != texts_.end()) return found->second;
    if (text_bytes_ + text.size() > most_text_bytes) {
        texts_.clear();
        text_bytes_ = 0;
    }
    text_bytes_ += text.size();
    return texts_.emplace(text, std::make_shared<const std::string>(deflate(text))).first->second;
}

std::shared_ptr<const PictureData> Cache::Impl::picture(const std::shared_ptr<const frame::Image>& image) {
    if (const auto found = pictures_.find(image); found != pictures_.end()) return found->second;
    auto data = std::make_shared<const PictureData>(compress_picture(*image, deflate));
    make_room(pictures_, most_pictures);
    return pictures_.emplace(image, std::move(data)).first->second;
}

Cache::Cache(const text::FontLibrary& fonts) : impl_(std::make_unique<Impl>(fonts)) {}
Cache::~Cache() = default;
Cache::Cache(Cache&&) noexcept = default;

}  // namespace sayso::pdf

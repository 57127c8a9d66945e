#include "text/font_packages.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace sayso::text {
namespace {

/// A font as Debian packs it.
struct Packed {
    std::string font, package, files;
};

/// Scripts of their own of which Debian's fonts-noto-core has no sans-serif, and those that are no script at
/// all.
constexpr std::array not_in_noto_core{
    USCRIPT_COMMON, USCRIPT_INHERITED, USCRIPT_UNKNOWN, USCRIPT_BRAILLE,
    USCRIPT_DOGRA,  USCRIPT_TIBETAN,   USCRIPT_TANGUT,  USCRIPT_NYIAKENG_PUACHUE_HMONG};

bool is_chinese_japanese_or_korean(UScriptCode script) {
    constexpr std::array scripts{USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_BOPOMOFO,
                                 USCRIPT_HANGUL};
    return std::ranges::find(scripts, script) != scripts.end();
}

bool is_symbol(UChar32 character) {
    return (U_GET_GC_MASK(character) & U_GC_S_MASK) != 0 || u_hasBinaryProperty(character, UCHAR_EMOJI);
}

/// "New_Tai_Lue" is "NewTaiLue" in the names of the Noto fonts, and "Nko" is "NKo".
std::string noto_name(UScriptCode script) {
    std::string name = u_getPropertyValueName(UCHAR_SCRIPT, script, U_LONG_PROPERTY_NAME);
    std::erase(name, '_');
    return name == "Nko" ? "NKo" : name;
}

std::optional<Packed> packed_for(UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &status);
    if (U_FAILURE(status)) return std::nullopt;
    if (is_chinese_japanese_or_korean(script) ||
        u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH) == U_EA_FULLWIDTH)
        return Packed{"Noto Sans CJK", "fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc"};
    if (is_symbol(character))
        return Packed{"Symbola", "fonts-symbola",
                      "/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"};
    if (std::ranges::find(not_in_noto_core, script) != not_in_noto_core.end()) return std::nullopt;
    const std::string name = noto_name(script);
    return Packed{"Noto Sans " + name, "fonts-noto-core",
                  fmt::format("/usr/share/fonts/truetype/noto/NotoSans{}-*.ttf", name)};
}

}  // namespace

std::string hint_for_missing(char32_t character) {
    const auto packed = packed_for(static_cast<UChar32>(character));
    if (!packed)
        return "add a .ttf or .otf font that has it to the project's fonts/ folder, or write it another way";
    return fmt::format(
        "{} has it: install Debian's {}, then copy {} to the project's fonts/ folder, or write it another "
        "way",
        packed->font, packed->package, packed->files);
}

}  // namespace sayso::text

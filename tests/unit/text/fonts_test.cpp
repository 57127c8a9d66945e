// The font library: names, weights, faults, metrics, subsets.
#include <algorithm>
#include <memory>
#include <thread>

#include <hb-ot.h>
#include <hb.h>

#include "env/passing_env.h"
#include "shaping.h"

namespace sayso::test {
namespace {

using text::FontLibrary;
using text::FontSubset;

std::string file(const std::string& path) {
    const DiskEnv disk;
    return std::get<std::string>(disk.read(path, 1u << 24));
}

const std::string& atkinson_file() {
    static const std::string bytes = file(SAYSO_SOURCE_DIR "/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
    return bytes;
}

FontLibrary library(const Env& env, const std::vector<std::string>& folders) {
    Diagnostics faults;
    auto fonts = FontLibrary::load(env, folders, faults);
    EXPECT_TRUE(faults.empty());
    return std::move(fonts.value());
}

TEST(Fonts, AreNamedByTheirFiles) {
    MemoryEnv env;
    for (const std::string name :
         {"Abc-Regular.ttf", "Abc-Bold.ttf", "Abc-ExtraLight.otf", "Abc-BoldItalic.ttf", "Plain.TTF",
          "Two-Part-SemiBold.ttf", "Odd-Shape.ttf", "Var[wght].ttf", "LICENSE.txt", ".ttf"})
        env.files["/f/" + name] = "x";
    const FontLibrary fonts = library(env, {"/f"});
    EXPECT_THAT(fonts.families(),
                testing::ElementsAre("Abc", "AbcItalic", "Odd-Shape", "Plain", "Two-Part", "Var"));
    const auto name = [&](std::string_view family, int weight) {
        return fonts.name(fonts.find(family, weight).value());
    };
    EXPECT_EQ(name("Abc", 400), "Abc-Regular");
    EXPECT_EQ(name("Abc", 800), "Abc-Bold");
    EXPECT_EQ(name("Abc", 100), "Abc-ExtraLight");
    EXPECT_EQ(name("Abc", 300), "Abc-ExtraLight") << "of two as near, the lighter for light text";
    EXPECT_EQ(name("Abc", 550), "Abc-Bold") << "and the bolder for bold text";
    EXPECT_EQ(name("abc italic", 400), "Abc-BoldItalic");
    EXPECT_EQ(fonts.weight(fonts.find("two part", 1).value()), 600);
    EXPECT_FALSE(fonts.find("Ab", 400));
}

TEST(Fonts, EarlierFoldersComeFirst) {
    MemoryEnv env;
    env.files["/project/Abc-Regular.ttf"] = atkinson_file();
    env.files["/shipped/Abc-Regular.ttf"] = "not a font";
    env.files["/shipped/Abc-Bold.ttf"] = atkinson_file();
    const FontLibrary fonts = library(env, {"/project", "/shipped"});
    EXPECT_FALSE(fonts.bytes(fonts.find("Abc", 400).value()).empty());
    EXPECT_EQ(fonts.weight(fonts.find("Abc", 700).value()), 700);
}

TEST(Fonts, AFolderWithoutFontsIsAnError) {
    MemoryEnv env;
    env.files["/a/Abc-Regular.ttf"] = "x";
    Diagnostics faults;
    EXPECT_TRUE(FontLibrary::load(env, {"/a", "/b"}, faults));
    ASSERT_EQ(faults.errors(), 1u);
    EXPECT_EQ(faults.items()[0].code, "no-fonts");
    EXPECT_THAT(faults.items()[0].message, testing::HasSubstr("\"/b\""));
    EXPECT_FALSE(FontLibrary::load(env, {"/c"}, faults));
}

// Counts what is read.
class CountingEnv final : public PassingEnv {
  public:
    using PassingEnv::PassingEnv;
    mutable std::vector<std::string> read_paths;
    std::variant<std::string, IoError> read(const std::string& path, std::size_t most) const override {
        read_paths.push_back(path);
        return PassingEnv::read(path, most);
    }
};

TEST(Fonts, AreReadWhenNeededAndOnce) {
    DiskEnv disk;
    const CountingEnv env(disk);
    const FontLibrary fonts = library(env, {SAYSO_SOURCE_DIR "/fonts"});
    EXPECT_TRUE(env.read_paths.empty());
    Diagnostics diagnostics;
    text::Shaper shaper(fonts);
    shaper.lay_out({span("plain words")}, column(100), diagnostics);
    shaper.lay_out({span("more words")}, column(100), diagnostics);
    EXPECT_EQ(env.read_paths.size(), 1u);
    shaper.lay_out({span("شكرا")}, column(100), diagnostics);
    EXPECT_EQ(env.read_paths.size(), 2u) << "the script names the fallback, the others stay unread";
}

TEST(Fonts, ShowTheirCharactersAndOutlines) {
    DiskEnv env;
    const FontLibrary fonts = library(env, {SAYSO_SOURCE_DIR "/fonts"});
    const FontId font = fonts.find(atkinson, 400).value();
    const auto characters = fonts.characters(font);
    EXPECT_TRUE(std::ranges::is_sorted(characters, {}, &text::CharacterGlyph::character));
    EXPECT_GT(characters.size(), 200u);
    for (const text::CharacterGlyph& one : characters) {
        EXPECT_LT(one.glyph, fonts.glyph_count(font));
        EXPECT_EQ(fonts.glyph(font, one.character), one.glyph);
    }
    EXPECT_EQ(fonts.glyph(font, U'\u2010'), 0) << "what shaping puts in its place is not the font's own";
    EXPECT_EQ(fonts.glyph(font, 0x10FFFF), 0);

    const Rect x = frame::bounds(fonts.outline(font, fonts.glyph(font, U'x')));
    EXPECT_NEAR(-x.y.pt(), fonts.metrics(font).x_height / 1000, 0.02) << "as high as the font says, y down";
    EXPECT_NEAR(x.bottom().pt(), 0, 0.02);
    EXPECT_TRUE(fonts.outline(font, fonts.glyph(font, U' ')).empty());
    EXPECT_TRUE(fonts.outline(font, 0xFFFF).empty());
}

TEST(Fonts, BrokenOnesGiveFewerCharactersAndOutlinesAndNoCrash) {
    const std::string& whole = atkinson_file();
    for (std::size_t spoilt = 12; spoilt < whole.size(); spoilt += spoilt < 400 ? 3 : 4999) {
        MemoryEnv env;
        env.files["/f/Abc-Regular.ttf"] = whole.substr(0, spoilt);
        env.files["/f/Bcd-Regular.ttf"] = whole;
        env.files["/f/Bcd-Regular.ttf"][spoilt] = '\xFF';
        const FontLibrary fonts = library(env, {"/f"});
        for (const char* family : {"Abc", "Bcd"}) {
            const FontId font = fonts.find(family, 400).value();
            for (const text::CharacterGlyph& one : fonts.characters(font)) {
                ASSERT_LT(one.glyph, fonts.glyph_count(font));
                fonts.outline(font, one.glyph);
            }
        }
    }
}

TEST(Fonts, AFaultyFileIsReportedWhereItWouldBeUsed) {
    const std::string& sound = atkinson_file();
    MemoryEnv env;
    env.files["/f/Abc-Regular.ttf"] = "not a font";
    env.files["/f/NotoSans-Regular.ttf"] = sound;
    const FontLibrary fonts = library(env, {"/f"});
    text::Shaper shaper(fonts);
    auto words = span("plain");
    words.family = "Abc";
    for (int i = 0; i < 2; ++i) {
        Diagnostics diagnostics;
        const auto paragraph = shaper.lay_out({words}, column(100), diagnostics);
        ASSERT_EQ(diagnostics.errors(), 1u);
        EXPECT_EQ(diagnostics.items()[0].code, "bad-font");
        EXPECT_THAT(diagnostics.items()[0].message, testing::HasSubstr("\"/f/Abc-Regular.ttf\""));
        EXPECT_EQ(fonts.family(paragraph.lines.at(0).runs.at(0).second.font), "NotoSans");
    }
    EXPECT_TRUE(fonts.bytes(fonts.find("Abc", 400).value()).empty());
    EXPECT_TRUE(fonts.subset(fonts.find("Abc", 400).value(), {0, 1})->bytes.empty());
}

TEST(Fonts, DamagedFilesDoNotCrash) {
    const std::string& sound = atkinson_file();
    for (std::size_t i = 0; i < 60; ++i) {
        MemoryEnv env;
        std::string bytes = i % 2 == 0 ? sound.substr(0, sound.size() * i / 60) : sound;
        for (std::size_t at = i * 7; i % 2 == 1 && at < bytes.size(); at += 97 + i * 13)
            bytes[at] = static_cast<char>(i * 31);
        env.files["/f/Abc-Regular.ttf"] = std::move(bytes);
        const FontLibrary fonts = library(env, {"/f"});
        text::Shaper shaper(fonts);
        Diagnostics diagnostics;
        shaper.lay_out({span("Some plain words, AV fi 123")}, column(50), diagnostics);
        fonts.subset(FontId{0}, {0, 3, 40, 41, 42});
    }
}

TEST(Fonts, MetricsAreInThousandthsOfAnEm) {
    const DiskEnv env;
    const FontLibrary fonts = library(env, {SAYSO_SOURCE_DIR "/fonts"});
    const auto& metrics = fonts.metrics(fonts.find(atkinson, 400).value());
    EXPECT_NEAR(metrics.cap_height, 668, 1);
    EXPECT_NEAR(metrics.x_height, 496, 1);
    EXPECT_GT(metrics.ascent, metrics.cap_height);
    EXPECT_LT(metrics.descent, -200);
    EXPECT_LT(metrics.y_min, -200);
    EXPECT_GT(metrics.y_max, 800);
    EXPECT_EQ(metrics.italic_angle, 0);
    EXPECT_EQ(metrics.units_per_em, 1000);
}

// Subsets ---------------------------------------------------------------------------------------------------

struct DestroyFont {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Font = std::unique_ptr<hb_font_t, DestroyFont>;

Font open(std::string_view bytes) {
    hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    Font font(hb_font_create(face));
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

// The drawing of a glyph as text: "M x y L x y Q …".
std::string outline(hb_font_t* font, hb_codepoint_t glyph) {
    hb_draw_funcs_t* const draw = hb_draw_funcs_create();
    const auto add = [](void* out, const char* step, std::initializer_list<float> numbers) {
        auto& text = *static_cast<std::string*>(out);
        text += step;
        for (const float n : numbers) text += std::to_string(n) + " ";
    };
    static constexpr auto append = add;
    hb_draw_funcs_set_move_to_func(
        draw,
        [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
            append(out, "M", {x, y});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        draw,
        [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
            append(out, "L", {x, y});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        draw,
        [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
            append(out, "Q", {cx, cy, x, y});
        },
        nullptr, nullptr);
    std::string out;
    hb_font_get_glyph_shape(font, glyph, draw, &out);
    hb_draw_funcs_destroy(draw);
    return out;
}

bool has_table(hb_font_t* font, const char* tag) {
    hb_blob_t* const table = hb_face_reference_table(hb_font_get_face(font), hb_tag_from_string(tag, -1));
    const bool out = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return out;
}

class Subsets : public Shaping {
  protected:
    // The glyphs of some words, sorted, with glyph 0.
    std::vector<std::uint16_t> glyphs_of(std::string_view words) {
        std::vector<std::uint16_t> out{0};
        const auto paragraph = lay_out(words);
        for (const auto& [owner, run] : paragraph.lines.at(0).runs)
            for (const auto& glyph : run.glyphs) out.push_back(glyph.id);
        std::ranges::sort(out);
        out.erase(std::ranges::unique(out).begin(), out.end());
        return out;
    }
    FontId regular = fonts.find(atkinson, 400).value();
};

TEST_F(Subsets, KeepOutlinesAndWidths) {
    const auto glyphs = glyphs_of("Ŵ is for 'why' – é, fi");
    const auto subset = fonts.subset(regular, glyphs);
    const Font whole = open(fonts.bytes(regular)), cut = open(subset->bytes);
    const unsigned count = hb_face_get_glyph_count(hb_font_get_face(cut.get()));
    EXPECT_GE(count, glyphs.size());
    EXPECT_LT(count, glyphs.size() + 12) << "composite glyphs bring their parts, nothing else";
    EXPECT_EQ(subset->widths.size(), count);
    EXPECT_EQ(subset->new_ids.size(), hb_face_get_glyph_count(hb_font_get_face(whole.get())));
    for (const std::uint16_t glyph : glyphs) {
        const std::uint16_t id = subset->new_ids.at(glyph);
        EXPECT_TRUE(glyph == 0 || id != 0);
        EXPECT_EQ(outline(cut.get(), id), outline(whole.get(), glyph));
        EXPECT_EQ(hb_font_get_glyph_h_advance(cut.get(), id),
                  hb_font_get_glyph_h_advance(whole.get(), glyph));
        EXPECT_EQ(subset->widths.at(id), hb_font_get_glyph_h_advance(whole.get(), glyph));
    }
    EXPECT_FALSE(subset->cff);
}

TEST_F(Subsets, HoldNothingThatAPdfDoesNotNeed) {
    const auto subset = fonts.subset(regular, glyphs_of("some plain words"));
    const Font cut = open(subset->bytes);
    for (const char* const tag : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"})
        EXPECT_TRUE(has_table(cut.get(), tag)) << tag;
    for (const char* const tag : {"GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "fpgm", "prep"})
        EXPECT_FALSE(has_table(cut.get(), tag)) << tag;
    EXPECT_LT(subset->bytes.size(), 6'000u);
}

TEST_F(Subsets, AreTheSameEachTime) {
    const auto glyphs = glyphs_of("the same each time");
    const auto first = fonts.subset(regular, glyphs);
    auto second = first;
    for (int i = 0; i < 20; ++i) {
        second = fonts.subset(regular, glyphs);
        ASSERT_EQ(first->bytes, second->bytes) << "before and after preprocessing";
    }
    const FontLibrary other = load(env);
    EXPECT_EQ(other.subset(other.find(atkinson, 400).value(), glyphs)->bytes, first->bytes);
    EXPECT_EQ(first->new_ids, second->new_ids);
}

TEST_F(Subsets, GlyphZeroIsAlwaysThere) {
    const auto subset = fonts.subset(regular, {});
    EXPECT_EQ(subset->new_ids.at(0), 0);
    EXPECT_EQ(subset->widths.size(), 1u);
    EXPECT_FALSE(fonts.subset(regular, {65535})->bytes.empty());
}

TEST_F(Subsets, ServeSeveralThreads) {
    const auto glyphs = glyphs_of("several threads at once");
    std::vector<std::string> bytes(4);
    const FontLibrary fresh = load(env);
    {
        std::vector<std::jthread> threads;
        for (std::string& out : bytes)
            threads.emplace_back([&] {
                text::Shaper own(fresh);
                Diagnostics none;
                const FontId font = own.lay_out({span("several threads")}, column(100), none)
                                        .lines.at(0)
                                        .runs.at(0)
                                        .second.font;
                for (int i = 0; i < 20; ++i) out = fresh.subset(font, glyphs)->bytes;
            });
    }
    for (const std::string& out : bytes) EXPECT_EQ(out, bytes[0]);
    EXPECT_EQ(bytes[0], fonts.subset(regular, glyphs)->bytes);
}

}  // namespace
}  // namespace sayso::test

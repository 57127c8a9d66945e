// Two hundred services that nobody would think of: each document holds every word that was composed for it,
// or is refused.
#include <array>
#include <random>

#include <gtest/gtest.h>

#include "sayso/pack.h"
#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

/// Letters of a script that the shipped fonts have, none of which changes places with its neighbour.
struct Script {
    char32_t first, last;
};
constexpr std::array scripts = std::to_array<Script>({
    {U'a', U'z'},
    {U'à', U'ö'},
    {0x5D0, 0x5EA},
    {0x628, 0x63A},
    {0x915, 0x928},
    {0x995, 0x9A8},
    {0xA15, 0xA28},
    {0xA95, 0xAA8},
    {0x410, 0x44F},
    {0x3B1, 0x3C9},
});

struct Reader {
    const char* audience;
    const char* kind;
};
constexpr std::array readers = std::to_array<Reader>({
    {"family", "leaflet"},
    {"family", "leaflet-screen"},
    {"family", "booklet"},
    {"family", "easy-read"},
    {"family", "one-page"},
    {"family", "poster"},
    {"family", "briefing"},
    {"educators", "plan-wording"},
    {"inspectors", "briefing"},
    {"everyone", "poster"},
    {"practitioners", "slides"},
    {"funders", "handout"},
    {"management", "speaker-notes"},
});

class Inventor {
  public:
    explicit Inventor(unsigned seed) : random_(seed) {}

    std::size_t up_to(std::size_t most) { return random_() % (most + 1); }

    std::string words(std::size_t count) {
        const Script& script = scripts[up_to(scripts.size() - 1)];
        std::string out;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out += ' ';
            for (std::size_t letter = up_to(11) + 1; letter > 0; --letter)
                append(out, script.first + static_cast<char32_t>(up_to(script.last - script.first)));
        }
        return out;
    }
    /// Mostly a few, at times hundreds.
    std::string text() { return words(up_to(3) == 0 ? up_to(400) : up_to(25)); }
    std::string name() { return words(up_to(9) == 0 ? up_to(80) + 1 : up_to(4) + 1); }

  private:
    static void append(std::string& out, char32_t c) {
        const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
        if (c < 0x80) return byte(c);
        if (c < 0x800) return byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F));
        byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F));
    }

    std::mt19937 random_;
};

void invent(Inventor& inventor, MemoryEnv& env) {
    const std::string site = inventor.name();
    env.files["/p/sayso.yaml"] =
        "approach: intensive-interaction\noverlays: [own.yaml]\nservice:\n  name: \"" + inventor.name() +
        "\"\n  contact: {name: \"" + inventor.name() + "\", role: \"" + inventor.name() +
        "\"}\n  sites: [{id: a, name: \"" + site + "\", place: \"" + inventor.name() + "\"}]\n";
    env.files["/p/own.yaml"] = "audiences:\n  family:\n    what-this-is: \"" + inventor.text() +
                               "\"\n    texts:\n      leaflet-promise: \"" + inventor.text() +
                               "\"\n      poster-line: \"" + inventor.text() + "\"\n  inspectors: {loop: \"" +
                               inventor.text() + "\"}\n  educators: {knowing: \"" + inventor.text() + "\"}\n";
    std::string pack = "documents:\n";
    for (int i = 0; i < 3; ++i) {
        const Reader& reader = readers[inventor.up_to(readers.size() - 1)];
        pack += std::string("  - {audiences: [") + reader.audience + "], kinds: [" + reader.kind +
                (inventor.up_to(3) == 0 ? "], editions: [large-print" : "") + "]}\n";
    }
    env.files["/p/pack.yaml"] = pack;
}

/// Without white space and marks of direction.
std::string letters(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = [&](std::size_t n) {
            return i + n < text.size() ? static_cast<unsigned char>(text[i + n]) : 0;
        };
        const bool mark = at(0) == 0xE2 && ((at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xAF) ||
                                            (at(1) == 0x80 && at(2) >= 0x8B && at(2) <= 0x8F));
        if (mark) {
            i += 2;
        } else if (at(0) == 0xC2 && at(1) == 0xA0) {
            ++i;
        } else if (at(0) > ' ') {
            out += text[i];
        }
    }
    return out;
}

/// The first block of the document's words that its PDF lacks; empty when it has all.
std::string lacking(const std::string& words, const std::string& pdf) {
    const std::string there = letters(text_in_tree_order(read_pdf(pdf)));
    std::size_t at = words.find('\n') + 1;  // behind the title, which stands in the metadata
    while (at < words.size()) {
        const std::size_t end = words.find('\n', at);
        const std::string line = words.substr(at, end - at);
        if (!line.starts_with('[') && there.find(letters(line)) == std::string::npos) return line;
        at = end + 1;
    }
    return {};
}

TEST(EveryWord, OfTwoHundredServicesIsOnAPageOrTheDocumentIsRefused) {
    MemoryEnv env = shipped_machine();
    std::size_t made = 0, refused = 0, empty = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        Inventor inventor(seed);
        invent(inventor, env);
        PackOptions options;
        options.out = "/out-" + std::to_string(seed);
        const PackReport report = make_pack(env, data_folder, "/p", options);
        for (const PackReport::Document& document : report.documents) {
            const std::string pdf = options.out + "/" + document.path + ".pdf";
            if (document.fate == PackReport::Document::Fate::failed) {
                EXPECT_FALSE(env.is_file(pdf)) << seed << " " << document.path;
                ++refused;
                continue;
            }
            ++made;
            const std::string& words = env.files.at(options.out + "/.sayso/words/" + document.path + ".txt");
            EXPECT_EQ(lacking(words, env.files.at(pdf)), "") << seed << " " << document.path;
        }
        if (report.documents.empty()) ++empty;
        EXPECT_TRUE(report.failed == 0 || !report.ok()) << seed;
        std::erase_if(env.files, [](const auto& file) { return file.first.starts_with("/out-"); });
    }
    EXPECT_GT(made, 100U);
    EXPECT_GT(refused, 100U);
    EXPECT_LT(empty, 20U);  // projects that are refused as a whole, for a text that says nothing
}

}  // namespace
}  // namespace sayso::test

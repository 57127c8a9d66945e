// What a service puts into pictures/, in the finished file: the picture, as large as its place is worth, and
// nothing that its camera wrote beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_check.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using ::testing::IsEmpty;

std::string read(const std::string& name) {
    const auto bytes = DiskEnv().read(SAYSO_SOURCE_DIR "/tests/fuzz/corpus/picture/" + name, 1 << 20);
    return std::get<std::string>(bytes);
}

std::string segment(char marker, const std::string& body) {
    const std::size_t size = body.size() + 2;
    return std::string{'\xff', marker, static_cast<char>(size >> 8), static_cast<char>(size & 0xff)} + body;
}

constexpr const char* secrets[] = {"GPSLatitude", "XMP-of-the-camera", "IPTC-byline", "COMMENT-at-home",
                                   "AFTER-the-end"};

/// The photo with all that a telephone adds, a thumbnail among it.
std::string as_taken(std::string jpeg) {
    jpeg.insert(
        2, segment('\xe1', std::string("Exif\0\0II*\0\x08\0\0\0\0\0", 16) + "GPSLatitude" + read("rgb.jpg")) +
               segment('\xe1', std::string("http://ns.adobe.com/xap/1.0/\0", 29) + "XMP-of-the-camera") +
               segment('\xed', std::string("Photoshop 3.0\0", 14) + "IPTC-byline") +
               segment('\xfe', "COMMENT-at-home"));
    return jpeg + "AFTER-the-end";
}

/// A PNG chunk's checksum is not read by everyone, but libspng reads it: CRC-32 of ISO 3309.
std::string chunk(const std::string& type, const std::string& body) {
    const auto number = [](std::uint32_t value) {
        std::string out;
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xff);
        return out;
    };
    std::uint32_t sum = 0xffffffff;
    for (const char c : type + body) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return number(static_cast<std::uint32_t>(body.size())) + type + body + number(~sum);
}

std::string as_drawn(std::string png) {
    constexpr std::size_t after_header = 8 + 25;
    png.insert(after_header, chunk("tEXt", std::string("Comment\0COMMENT-at-home", 23)) +
                                 chunk("eXIf", std::string("II*\0\x08\0\0\0\0\0GPSLatitude", 21)));
    return png;
}

MemoryEnv machine_with_pictures() {
    MemoryEnv env = shipped_machine();
    env.files["/p/sayso.yaml"] = "approach: intensive-interaction\n";
    env.files["/p/pictures/photo.jpg"] = as_taken(read("rgb.jpg"));
    env.files["/p/pictures/grey.jpg"] = as_taken(read("grey.jpg"));
    env.files["/p/pictures/shot.png"] = as_drawn(read("rgb.png"));
    env.files["/p/pictures/plan.svg"] =
        "<svg viewBox='0 0 9 9'><!-- COMMENT-at-home --><metadata>GPSLatitude</metadata>"
        "<rect width='9' height='9' fill='var(--you)'/></svg>";
    env.files["/p/templates/album.yaml"] =
        "id: album\nname: Album\nkind: album\nextends: base\nflow:\n"
        "  - {heading: An album, level: 1}\n"
        "  - {figure: photo, width: 40mm, alt: \"Two people at a window\"}\n"
        "  - {figure: photo, width: 0.5mm, alt: \"The same two people\"}\n"
        "  - {figure: grey, width: 30mm, alt: \"A garden\"}\n"
        "  - {figure: shot, width: 20mm, alt: \"A chart\"}\n"
        "  - {figure: plan, width: 20mm, alt: \"A plan\"}\n";
    return env;
}

void expect_no_secret(const std::string& bytes, const std::string& where) {
    for (const char* secret : secrets)
        EXPECT_EQ(bytes.find(secret), std::string::npos) << secret << " in " << where;
}

TEST(Pictures, CarryNothingOfWhereTheyWereTaken) {
    MemoryEnv env = machine_with_pictures();
    BuildOptions options = one("family", "album");
    options.formats = {"pdf", "png"};
    const Report report = build(env, "/p", options);
    EXPECT_EQ(faults(report), "");
    ASSERT_EQ(report.files.size(), 2u);
    for (const std::string& path : report.files) expect_no_secret(env.files.at(path), path);
    const std::string& pdf = env.files.at(report.files.front());
    EXPECT_THAT(pdf_ua_faults(pdf), IsEmpty());
    const PdfFile file = read_pdf(pdf);
    for (const PdfPage& page : file.pages) expect_no_secret(page.content, "page");
    ASSERT_EQ(file.pictures.size(), 4u);
    for (const PdfPicture& picture : file.pictures) {
        expect_no_secret(picture.data, "picture");
        EXPECT_EQ(picture.data.find("\xff\xd8\xff", 2), std::string::npos) << "a thumbnail";
    }
}

/// One photo twice, on 40 mm and on 0.5 mm: 300 pixels an inch each, so never one for the other.
TEST(Pictures, PlacedTwiceHaveThePixelsOfEachPlace) {
    MemoryEnv env = machine_with_pictures();
    const Report report = build(env, "/p", one("family", "album"));
    ASSERT_EQ(report.files.size(), 1u) << faults(report);
    const std::string first = env.files.at(report.files.front());
    const PdfFile file = read_pdf(first);
    ASSERT_GE(file.pictures.size(), 2u);
    EXPECT_NE(file.pictures[0].data, file.pictures[1].data);
    build(env, "/p", one("family", "album"));
    EXPECT_EQ(env.files.at(report.files.front()), first);
}

TEST(Pictures, TakeTheThemesColours) {
    MemoryEnv env = shipped_machine();
    const auto colours = [&](const std::string& theme) {
        env.files["/p/sayso.yaml"] = "approach: intensive-interaction\ntheme: " + theme + "\n";
        const Report report = build(env, "/p", one("person", "easy-read"));
        EXPECT_EQ(report.files.size(), 1u) << faults(report);
        std::string content;
        for (const PdfPage& page : read_pdf(env.files.at(report.files.front())).pages)
            content += page.content;
        return content;
    };
    constexpr const char* marigold = "\n.949 .694 .22 rg\n";
    EXPECT_NE(colours("sayso").find(marigold), std::string::npos);
    for (const char* theme : {"hedgerow", "high-contrast"})
        EXPECT_EQ(colours(theme).find(marigold), std::string::npos) << theme;
}

}  // namespace
}  // namespace sayso::test

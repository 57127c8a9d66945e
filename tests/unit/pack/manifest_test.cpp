#include "pack/manifest.h"

#include <gtest/gtest.h>

namespace sayso::pack {
namespace {

DocumentEntry document(const std::string& path) {
    DocumentEntry d;
    d.path = path;
    d.title = "“Leaflet”";
    d.site = "mill";
    d.site_name = "Mill Lane";
    d.audience = "family";
    d.audience_name = "Family";
    d.kind = "leaflet";
    d.kind_name = "Leaflet";
    d.edition = "standard";
    d.strand = "adults";
    d.lang = "en-GB";
    d.print = "Fold it.";
    d.made = 1'767'225'600;
    d.inputs = {"aa", "bb"};
    d.checks = {"every-document", "pdf-ua-1"};
    d.warnings = 2;
    d.files = {{path + ".pdf", "cc", 1234, 2}};
    return d;
}

TEST(Manifest, ComesBackAsItWent) {
    Manifest m;
    m.made_by = "sayso 9.9";
    m.title = "Willow \"House\"";
    m.lang = "en-GB";
    m.shard = "2 of 4";
    m.inputs = {{"project:/sayso.yaml", "dd"}};
    m.documents = {document("mill/a"), document("mill/b")};
    m.failed = {{"mill/c", "it does not fit"}};
    m.pages = {{"index.html", "ee", 5, 0}};
    m.archives = {{"mill.zip", "ff", 6, 0}};
    const auto back = manifest_from_json(to_json(m));
    ASSERT_TRUE(back);
    EXPECT_EQ(to_json(*back), to_json(m));
    EXPECT_EQ(back->documents, m.documents);
    EXPECT_EQ(back->failed, m.failed);
    EXPECT_EQ(back->archives, m.archives);
}

TEST(Manifest, WhatSomebodyElseWroteIsNone) {
    for (const char* text : {"", "{", "[]", "{}", "{\"documents\": 3}", "\xFF"})
        EXPECT_FALSE(manifest_from_json(text)) << text;
}

// The next run takes away what a manifest names and the pack no longer has.
TEST(Manifest, NothingOutsideThePackIsNamed) {
    for (const char* path : {"../a", "/etc/a", "mill/../../a", "", "mill//a", "./a", ".."}) {
        DocumentEntry named = document("mill/a");
        named.files[0].path = path;
        EXPECT_TRUE(from_lines(to_line(named)).empty()) << path;
        EXPECT_TRUE(from_lines(to_line(document(path))).empty()) << path;
        Manifest m;
        m.pages = {{path, "ee", 5, 0}};
        EXPECT_FALSE(manifest_from_json(to_json(m))) << path;
    }
}

TEST(Journal, TheLineThatWasCutShortIsPassedOver) {
    const std::string two = to_line(document("mill/a")) + to_line(document("mill/b"));
    for (std::size_t cut = 0; cut <= two.size(); ++cut) {
        const auto read = from_lines(two.substr(0, cut));
        const std::size_t whole = (cut >= to_line(document("mill/a")).size()) + (cut == two.size());
        EXPECT_EQ(read.size(), whole) << cut;
    }
    const auto mended = from_lines("{\"path\": \"cu" + std::string("\n") + to_line(document("mill/b")));
    ASSERT_EQ(mended.size(), 1U);
    EXPECT_EQ(mended[0], document("mill/b"));
}

TEST(Manifest, ShardsHaveTheirOwn) {
    EXPECT_EQ(manifest_path(1, 1), "manifest.json");
    EXPECT_EQ(manifest_path(2, 4), "manifest-2-of-4.json");
    EXPECT_EQ(journal_path(2, 4), ".sayso/journal-2-of-4.jsonl");
}

}  // namespace
}  // namespace sayso::pack

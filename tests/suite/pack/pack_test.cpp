// A pack: what is in it, what is made again, and what is not.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cairo/cairo.h"
#include "pack/fingerprint.h"
#include "pack/manifest.h"
#include "sayso/look.h"
#include "suite/pack/service.h"
#include "support/full_disk.h"
#include "support/pdf_check.h"
#include "support/raster.h"

namespace sayso::test {
namespace {

using Fate = PackReport::Document::Fate;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST(Pack, EachSiteGetsWhatThePackFileSays) {
    Service service;
    const PackReport report = service.pack("out");
    ASSERT_TRUE(report.ok()) << faults(report);
    EXPECT_EQ(report.made, 14U);
    const auto files = files_in(service.path("out"));
    for (const char* path :
         {"mill-lane/commissioners-briefing.pdf", "mill-lane/family-leaflet-large-print-cy.pdf",
          "mill-lane/person-easy-read.pdf", "mill-lane/person-easy-read-1.png", "orchard/family-leaflet.pdf",
          "whole-service/everyone-poster.pdf", "mill-lane/index.html", "orchard/index.html", "index.html",
          "manifest.json"})
        EXPECT_TRUE(files.contains(path)) << path;
    EXPECT_FALSE(files.contains("orchard/person-easy-read.pdf"));  // not of the group "north"
}

TEST(Pack, ItsContentsAreCountedBeforeItIsMade) {
    Service service;
    const auto env = this_machine();
    const PackContents contents = Session(*env, SAYSO_SOURCE_DIR, service.project()).pack_contents();
    ASSERT_TRUE(contents.ok()) << faults(contents);
    EXPECT_EQ(contents.file, service.project() + "/pack.yaml");
    EXPECT_EQ(contents.all.documents, service.pack("out").made);
    EXPECT_EQ(contents.all.sites, 2U);
    EXPECT_EQ(contents.all.whole_service, 1U);
    std::vector<std::pair<std::size_t, std::size_t>> groups;
    for (const PackContents::Count& one : contents.groups) groups.emplace_back(one.documents, one.sites);
    EXPECT_THAT(groups, ElementsAre(Pair(4, 2), Pair(8, 2), Pair(1, 1), Pair(1, 0)));
    std::vector<std::pair<std::string, std::size_t>> readers;
    for (const PackContents::Reader& one : contents.readers)
        readers.emplace_back(one.id, one.count.documents);
    EXPECT_THAT(readers, UnorderedElementsAre(Pair("commissioners", 2), Pair("family", 10), Pair("person", 1),
                                              Pair("everyone", 1)));
}

/// Whoever hands them out is not the person, and does not fold large print.
TEST(Pack, ThePageSpeaksToWhoeverHandsThemOut) {
    Service service;
    service.pack("out");
    const std::string page = files_in(service.path("out")).at("mill-lane/index.html");
    EXPECT_THAT(page, HasSubstr("<h2 id=\"person\">The Person</h2>"));
    EXPECT_THAT(page, HasSubstr("<a href=\"#family\">Families</a>"));
    const auto folded = page.find("Fold in three"), stapled = page.find("This one is not folded");
    EXPECT_LT(page.find("family-leaflet.pdf"), folded);
    EXPECT_LT(page.find("family-leaflet-large-print.pdf"), stapled);
    EXPECT_NE(stapled, std::string::npos);
}

TEST(Pack, EveryDocumentHasAPictureOfItsFirstPage) {
    Service service;
    service.pack("out");
    const auto files = files_in(service.path("out"));
    const auto manifest = nlohmann::json::parse(files.at("manifest.json"));
    std::size_t pictures = 0;
    for (const auto& document : manifest.at("documents")) {
        const std::string path = pack::thumbnail_path(document.at("path").get<std::string>());
        ASSERT_TRUE(files.contains(path)) << path;
        const Pixels picture = png_pixels(files.at(path));
        EXPECT_EQ(std::max(picture.width, picture.height), cairo::thumbnail_side) << path;
        ++pictures;
        const std::string page = files.at(folder_of(folder_of(path)) + "/index.html");
        EXPECT_THAT(page, HasSubstr("<img src=\"pictures/" + name_of(path) + "\"")) << path;
    }
    EXPECT_EQ(pictures, 14U);
}

TEST(Pack, TheManifestTellsTheTruth) {
    Service service;
    service.pack("out");
    const auto files = files_in(service.path("out"));
    const auto manifest = nlohmann::json::parse(files.at("manifest.json"));
    std::size_t listed = 0;
    const auto check = [&](const nlohmann::json& file) {
        const std::string& bytes = files.at(file.at("path"));
        EXPECT_EQ(file.at("sha256"), pack::sha256(bytes)) << file;
        EXPECT_EQ(file.at("bytes"), bytes.size()) << file;
        ++listed;
    };
    for (const auto& document : manifest.at("documents")) {
        for (const auto& file : document.at("files")) check(file);
        EXPECT_EQ(document.at("inputs").at("words").get<std::string>().size(), 64U);
    }
    for (const auto& page : manifest.at("pages")) check(page);
    std::size_t own = 0;  // the manifest itself, and what the next run needs to know
    for (const auto& [path, bytes] : files) own += path == "manifest.json" || path.starts_with(".sayso/");
    EXPECT_EQ(listed + own, files.size());
    EXPECT_TRUE(manifest.at("inputs").contains("project:/sites.csv"));
    EXPECT_TRUE(manifest.at("inputs").contains("sayso:/templates/kinds/leaflet.yaml"));
}

TEST(Pack, TheManifestNamesTheRulesThatADocumentPassed) {
    Service service;
    service.pack("out");
    const auto manifest = nlohmann::json::parse(files_in(service.path("out")).at("manifest.json"));
    std::map<std::string, nlohmann::json> passed;
    for (const auto& document : manifest.at("documents"))
        passed[document.at("path")] = document.at("checks").at("passed");
    const auto sets = [&](const char* path) { return passed.at(path).dump(); };
    EXPECT_EQ(sets("mill-lane/commissioners-briefing"), R"(["every-document","english","pdf-ua-1"])");
    EXPECT_EQ(sets("mill-lane/family-leaflet-large-print-cy"), R"(["every-document","pdf-ua-1"])");
    EXPECT_EQ(sets("mill-lane/person-easy-read"),
              R"(["every-document","english","easy-read","easy-read-english","pdf-ua-1"])");
}

TEST(Pack, ItsPdfsAreOfTheVersionThatWasAskedFor) {
    Service service;
    service.pack("out");
    const PackReport again = service.pack("out", [] {
        PackOptions options;
        options.pdf = "2.0";
        return options;
    }());
    EXPECT_GT(again.made, 0u);
    EXPECT_EQ(again.kept, 0u);  // another version is another file
    const auto files = files_in(service.path("out"));
    for (const auto& [path, bytes] : files) {
        if (!path.ends_with(".pdf")) continue;
        EXPECT_THAT(pdf_ua_faults(bytes, PdfRules::ua_2), IsEmpty()) << path;
    }
    EXPECT_THAT(files.at("manifest.json"), HasSubstr("pdf-ua-2"));
    EXPECT_THAT(files.at("manifest.json"), Not(HasSubstr("pdf-ua-1")));
}

TEST(Pack, AGroupMaySayWhichVersionOfPdf) {
    Service service;
    service.write("pack.yaml",
                  "documents:\n"
                  "  - {kinds: [briefing], audiences: [commissioners], pdf: 2.0}\n"
                  "  - {kinds: [leaflet], audiences: [family]}\n");
    service.pack("out");
    const auto files = files_in(service.path("out"));
    EXPECT_THAT(files.at("mill-lane/commissioners-briefing.pdf"), testing::StartsWith("%PDF-2.0"));
    EXPECT_THAT(files.at("mill-lane/family-leaflet.pdf"), testing::StartsWith("%PDF-1.7"));
    service.write("pack.yaml",
                  "documents:\n"
                  "  - {kinds: [briefing], audiences: [commissioners], pdf: 2.0}\n"
                  "  - {kinds: [briefing], audiences: [commissioners], pdf: 1.7}\n");
    EXPECT_THAT(faults(service.pack("out")),
                HasSubstr("\"mill-lane/commissioners-briefing\" is to be PDF 2.0 and PDF 1.7"));
}

TEST(Pack, EveryDocumentIsAccessible) {
    Service service;
    service.pack("out");
    std::size_t checked = 0;
    for (const auto& [path, bytes] : files_in(service.path("out"))) {
        if (!path.ends_with(".pdf")) continue;
        EXPECT_THAT(pdf_ua_faults(bytes), IsEmpty()) << path;
        ++checked;
    }
    EXPECT_EQ(checked, 14U);
}

TEST(Pack, SameBytesOnAnyNumberOfThreads) {
    Service service;
    PackOptions options;
    options.zip = true;
    service.pack("one", options);
    options.jobs = 8;
    service.pack("eight", options);
    EXPECT_THAT(differences(files_in(service.path("one")), files_in(service.path("eight"))), IsEmpty());
}

/// Faults of every sort: of a shared figure, of one document, of a site, of a row.
void make_faulty(const Service& service, bool reversed) {
    service.write("ours.yaml", "stakeholders: [{id: funders, name: \"Funders \U00010380\"}]\n");
    const std::string mill = "mill-lane,Mill Lane,Northbridge,adults,north\n";
    const std::string endless = "endless," + std::string(400, 'x') + ",Southwick,children,south\n";
    const std::string orchard = "orchard,The Orchard,Southwick,children,south\n";
    const std::string nameless = "nameless,,Southwick,children,south\n";
    const std::string head = "id,name,place,strands,groups\n";
    service.write("sites.csv", reversed ? head + nameless + orchard + endless + mill
                                        : head + mill + endless + orchard + nameless);
}

/// What a pack says of itself, whatever the order: its documents as they stand there, and what failed.
std::set<std::string> contents_of(const Service& service, const std::string& out) {
    const auto manifest = nlohmann::json::parse(files_in(service.path(out)).at("manifest.json"));
    std::set<std::string> found;
    for (const auto& document : manifest.at("documents")) found.insert(document.dump());
    for (const auto& failed : manifest.at("failed")) found.insert("failed " + failed.at("path").dump());
    return found;
}

TEST(Pack, WithFaultsItIsTheSameOnAnyNumberOfThreadsAndShardsAndForAnyOrderOfSites) {
    Service service;
    make_faulty(service, false);
    PackOptions options;
    const PackReport whole = service.pack("one", options);
    EXPECT_GT(whole.failed, 5U);
    EXPECT_GT(whole.made, 2U);
    options.jobs = 8;
    const PackReport on_eight = service.pack("eight", options);
    EXPECT_THAT(differences(files_in(service.path("one")), files_in(service.path("eight"))), IsEmpty());
    EXPECT_EQ(faults(on_eight), faults(whole));

    options.jobs = 1;
    options.shards = 3;
    for (options.shard = 1; options.shard <= 3; ++options.shard) service.pack("shards", options);
    DiskEnv env;
    merge_packs(env, SAYSO_SOURCE_DIR, {service.path("shards")}, service.path("shards"), false);
    EXPECT_THAT(differences(files_in(service.path("one")), files_in(service.path("shards"))), IsEmpty());

    make_faulty(service, true);
    service.pack("reversed");
    std::set<std::string> as_they_stood = contents_of(service, "one");
    std::set<std::string> turned_round = contents_of(service, "reversed");
    for (std::set<std::string>* all : {&as_they_stood, &turned_round})
        std::erase_if(*all, [](const std::string& one) { return one.find("(row ") != std::string::npos; });
    EXPECT_EQ(turned_round, as_they_stood);
}

TEST(Pack, NothingThatHasAFaultIsInTheManifest) {
    Service service;
    make_faulty(service, false);
    const PackReport report = service.pack("out");
    const auto files = files_in(service.path("out"));
    const auto manifest = nlohmann::json::parse(files.at("manifest.json"));
    std::set<std::string> listed;
    for (const auto& document : manifest.at("documents")) listed.insert(document.at("path"));
    for (const std::string& path : with_fate(report, Fate::failed)) {
        EXPECT_FALSE(listed.contains(path)) << path;
        EXPECT_FALSE(files.contains(path + ".pdf")) << path;
    }
    EXPECT_EQ(listed.size(), report.made);
}

TEST(Pack, WhatHasNotChangedIsKept) {
    Service service;
    service.pack("out");
    const auto before = files_in(service.path("out"));
    const PackReport again = service.pack("out");
    EXPECT_EQ(again.made, 0U);
    EXPECT_EQ(again.kept, 14U);
    EXPECT_THAT(differences(before, files_in(service.path("out"))), IsEmpty());
}

TEST(Pack, ADamagedFileIsMadeAgain) {
    Service service;
    service.pack("out");
    const auto before = files_in(service.path("out"));
    DiskEnv env;
    std::string bytes = before.at("orchard/family-leaflet.pdf");
    bytes[bytes.size() / 2] ^= 1;  // of the same length
    env.write(service.path("out/orchard/family-leaflet.pdf"), bytes);
    env.write(service.path("out/orchard/index.html"), "hand-made");
    env.remove(service.path("out/mill-lane/family-briefing.pdf"));
    const PackReport report = service.pack("out");
    EXPECT_THAT(with_fate(report, Fate::made),
                ElementsAre("mill-lane/family-briefing", "orchard/family-leaflet"));
    EXPECT_THAT(differences(before, files_in(service.path("out"))), IsEmpty());
    EXPECT_EQ(service.pack("out").made, 0U);
}

TEST(Pack, ARewordedTextRemakesOnlyWhatUsesIt) {
    Service service;
    service.pack("out");
    service.write("ours.yaml", "audiences: {family: {contact-intro: \"Call in for a cup of tea.\"}}\n");
    const PackReport report = service.pack("out");
    EXPECT_EQ(report.made + report.kept, 14U);
    for (const std::string& path : with_fate(report, Fate::made)) EXPECT_THAT(path, HasSubstr("family-"));
    EXPECT_THAT(with_fate(report, Fate::kept),
                testing::IsSupersetOf({"mill-lane/commissioners-briefing", "mill-lane/person-easy-read",
                                       "whole-service/everyone-poster"}));
    for (const auto& document : report.documents) {
        EXPECT_TRUE(document.fate != Fate::made || document.why == "its words changed") << document.path;
    }
    service.pack("clean");
    EXPECT_THAT(differences(files_in(service.path("out")), files_in(service.path("clean"))), IsEmpty());
}

// What a run that keeps a document did not look at must still be known to the next.
TEST(Pack, APictureOfAKeptDocumentIsNotForgotten) {
    Service service;
    service.pack("out");
    DiskEnv env;
    env.remove(service.path("out/orchard/family-leaflet.pdf"));
    EXPECT_EQ(service.pack("out").made, 1U);  // and does not look at the Easy Read
    env.write(service.path("project/pictures/help.svg"),
              "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0H9V9H0Z'/></svg>");
    env.write(service.path("project/pictures/two-people.svg"),
              "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0H9V9H0Z'/></svg>");
    EXPECT_THAT(with_fate(service.pack("out"), Fate::made), Contains("mill-lane/person-easy-read"));
}

TEST(Pack, WhatThePackNoLongerHasIsTakenAway) {
    Service service;
    service.pack("out");
    service.write("sites.csv",
                  "id,name,place,strands,groups\nmill-lane,Mill Lane,Northbridge,adults,north\n");
    const PackReport report = service.pack("out");
    EXPECT_EQ(report.removed, 6U);
    service.pack("clean");
    EXPECT_THAT(differences(files_in(service.path("out")), files_in(service.path("clean"))), IsEmpty());
    EXPECT_FALSE(DiskEnv().is_folder(service.path("out/orchard")));
}

TEST(Pack, ABadRowFailsAloneAndCitesItsCell) {
    Service service;
    service.write("sites.csv", "id,name,groups\nmill-lane,Mill Lane,\nORCHARD,The Orchard,north\n");
    const PackReport report = service.pack("out");
    EXPECT_FALSE(report.ok());
    EXPECT_FALSE(report.wrong_usage);
    EXPECT_EQ(report.failed, 1U);
    EXPECT_GT(report.made, 0U);
    EXPECT_THAT(faults(report), HasSubstr("sites.csv:3:1: error: cell A3 (id): \"ORCHARD\" cannot be an id"));
    EXPECT_THAT(files_in(service.path("out")).at("index.html"), HasSubstr("ORCHARD (row 3)"));
}

TEST(Pack, ADocumentThatCannotBeMadeFailsAlone) {
    Service service;
    const std::string endless(3000, 'x');
    service.write("sites.csv", "id,name,groups\nmill-lane,Mill Lane,north\nlong,\"" + endless + "\",\n");
    const PackReport report = service.pack("out");
    EXPECT_FALSE(report.ok());
    EXPECT_GT(report.failed, 0U);
    for (const std::string& path : with_fate(report, Fate::failed)) EXPECT_THAT(path, HasSubstr("long/"));
    EXPECT_THAT(with_fate(report, Fate::made), Contains("mill-lane/family-leaflet"));
}

/// A character without a glyph in one reader's words, a name that fits nowhere, a row that cannot be read.
void spoil(const Service& service, const std::vector<std::string>& rows) {
    service.write("ours.yaml", "audiences:\n  family:\n    contact-intro: \"Call \\U000F0000 us.\"\n");
    std::string table = "id,name,groups\n";
    for (const std::string& row : rows) table += row + "\n";
    service.write("sites.csv", table);
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

TEST(Pack, WithFaultsIsTheSameOnAnyNumberOfThreadsInShardsAndInAnyOrder) {
    Service service;
    const std::vector<std::string> rows{"mill-lane,Mill Lane,north", "long," + std::string(3000, 'x') + ",",
                                        "ORCHARD,The Orchard,north", "hill,Hill House,north"};
    spoil(service, rows);
    PackOptions options;
    options.jobs = 1;
    const PackReport first = service.pack("one", options);
    const std::vector<std::string> made = sorted(with_fate(first, Fate::made));
    EXPECT_FALSE(first.ok());
    EXPECT_THAT(made, Contains("hill/commissioners-briefing"));
    // The words are the service's English ones: what is made in Welsh does not have them.
    EXPECT_THAT(made, Not(Contains(EndsWith("/family-leaflet"))));
    EXPECT_THAT(files_in(service.path("one")).at("manifest.json"), Not(HasSubstr("family-leaflet.pdf")));

    options.jobs = 8;
    const PackReport eight = service.pack("eight", options);
    EXPECT_EQ(faults(eight), faults(first));
    EXPECT_THAT(differences(files_in(service.path("one")), files_in(service.path("eight"))), IsEmpty());

    options.shards = 3;
    std::vector<std::string> in_shards;
    for (options.shard = 1; options.shard <= 3; ++options.shard) {
        const PackReport shard = service.pack("shards", options);
        const std::vector<std::string> names = with_fate(shard, Fate::made);
        in_shards.insert(in_shards.end(), names.begin(), names.end());
    }
    EXPECT_EQ(sorted(in_shards), made);

    spoil(service, {rows.rbegin(), rows.rend()});
    EXPECT_EQ(sorted(with_fate(service.pack("turned"), Fate::made)), made);
    for (const std::string& path : made) {
        const std::string name = path + ".pdf";
        EXPECT_EQ(files_in(service.path("turned"))[name], files_in(service.path("one"))[name]) << name;
    }
}

TEST(Pack, AFaultOfAFigureFailsEveryDocumentThatShowsIt) {
    Service service;
    service.write("ours.yaml", "stakeholders: [{id: funders, name: \"Funders 𐎀\"}]\n");
    const PackReport report = service.pack("out");
    EXPECT_THAT(faults(report), HasSubstr("no font has the character U+10380"));
    // The poster is the whole service's; of the sites' documents the briefings show the figure.
    EXPECT_THAT(with_fate(report, Fate::failed),
                UnorderedElementsAre("mill-lane/commissioners-briefing", "mill-lane/family-briefing",
                                     "orchard/commissioners-briefing", "orchard/family-briefing",
                                     "whole-service/everyone-poster"));
    EXPECT_THAT(files_in(service.path("out")).at("manifest.json"),
                HasSubstr("\"path\": \"orchard/family-leaflet\""));
}

TEST(Pack, NamesInThePackFileAreKnown) {
    Service service;
    service.write("pack.yaml",
                  "documents:\n  - audiences: [famly]\n    kinds: [leaflet]\n    sites: [nroth]\n");
    const PackReport report = service.pack("out");
    EXPECT_EQ(report.errors, 2U);
    EXPECT_THAT(faults(report), HasSubstr("pack.yaml:2:17: error: there is no audience \"famly\""));
    EXPECT_THAT(faults(report), HasSubstr("did you mean \"north\"?"));
    EXPECT_FALSE(DiskEnv().is_file(service.path("out/manifest.json")));
}

TEST(Pack, AProjectThatIsNotThereMakesNoFolder) {
    Service service;
    DiskEnv env;
    PackOptions options;
    options.out = service.path("out");
    const PackReport report = make_pack(env, SAYSO_SOURCE_DIR, service.path("misspelt"), options);
    EXPECT_EQ(report.errors, 1U) << faults(report);
    EXPECT_FALSE(env.is_folder(options.out));
}

TEST(Pack, WithoutDocumentsIsNoSuccessAndTakesNothingAway) {
    Service service;
    service.pack("out");
    for (const char* text : {"documents: []\n", "documents:\n  - kinds: []\n",
                             "documents:\n  - {kinds: [leaflet], audiences: [family], strands: [children], "
                             "sites: [mill-lane]}\n"}) {
        service.write("pack.yaml", text);
        const PackReport report = service.pack("out");
        EXPECT_THAT(faults(report), HasSubstr("error: the pack has no documents")) << text;
        EXPECT_EQ(report.removed, 0U);
    }
    EXPECT_TRUE(DiskEnv().is_file(service.path("out/orchard/family-leaflet.pdf")));
}

TEST(Pack, WhatIsWrittenForNothingIsToldOf) {
    Service service;
    service.write("pack.yaml",
                  "documents:\n"
                  "  - {kinds: [leaflet], audiences: [family], sites: [north]}\n"
                  "  - {kinds: [briefing], audiences: [family], strands: [children], sites: [north]}\n");
    const PackReport report = service.pack("out");
    EXPECT_TRUE(report.ok()) << faults(report);
    EXPECT_THAT(faults(report), HasSubstr("pack.yaml:3:5: warning: no site gets a document from this group"));
    EXPECT_THAT(faults(report), HasSubstr("sites.csv:3:1: warning: the site \"orchard\" gets no documents"));
}

TEST(Pack, WhatTheWholeServiceGetsIsForNoSiteAndSomeKindsNeedAReader) {
    Service service;
    service.write("pack.yaml",
                  "documents:\n"
                  "  - {kinds: [poster], audiences: [everyone], sites: [north], whole-service: true}\n"
                  "  - {kinds: [briefing], audiences: [everyone]}\n");
    const PackReport report = service.pack("out");
    EXPECT_FALSE(report.wrong_usage);
    EXPECT_THAT(faults(report),
                HasSubstr("pack.yaml:2:54: error: documents of the whole service are for no site"));
    EXPECT_THAT(
        faults(report),
        HasSubstr(
            "pack.yaml:3:37: error: the kind \"briefing\" is for one reader, and cannot be for everyone"));
}

TEST(Pack, ASiteThatIsCalledAsNoFolderCanBeFailsAlone) {
    Service service;
    service.write("sites.csv", "id,name,groups\nmill-lane,Mill Lane,north\nwhole-service,All,\ncon,Con,\n" +
                                   std::string(300, 'a') + ",Long,\n");
    const PackReport report = service.pack("out");
    EXPECT_EQ(report.failed, 3U);
    EXPECT_THAT(faults(report), HasSubstr("cell A3 (id): no site can be called \"whole-service\""));
    EXPECT_THAT(faults(report), HasSubstr("cell A4 (id): no site can be called \"con\": Windows"));
    EXPECT_THAT(faults(report), HasSubstr("cell A5 (id): the site's id has 300 letters, more than 60"));
    EXPECT_THAT(with_fate(report, Fate::made), Contains("whole-service/everyone-poster"));
}

TEST(Pack, WordsThatWereTakenAwayAreNoticed) {
    Service service;
    service.pack("out");
    DiskEnv().remove(service.path("out/.sayso/words/orchard/family-leaflet.txt"));
    EXPECT_EQ(service.pack("out").made, 1U);
    EXPECT_TRUE(DiskEnv().is_file(service.path("out/.sayso/words/orchard/family-leaflet.txt")));
}

TEST(Pack, ADamagedManifestIsCalledThat) {
    Service service;
    service.pack("out");
    DiskEnv().write(service.path("out/manifest.json"), "{\"made-by\": ");
    const PackReport report = service.pack("out");
    EXPECT_EQ(report.made, 14U);
    EXPECT_EQ(report.documents.front().why, "the manifest of the pack was damaged");
}

TEST(Pack, ShardsMakeTheSamePack) {
    Service service;
    PackOptions options;
    options.zip = true;
    service.pack("whole", options);
    options.shards = 4;
    for (options.shard = 1; options.shard <= 4; ++options.shard) {
        service.pack("together", options);
        service.pack("apart" + std::to_string(options.shard), options);
    }
    DiskEnv env;
    const auto merge = [&](const std::vector<std::string>& folders, const std::string& out) {
        const PackReport report = merge_packs(env, SAYSO_SOURCE_DIR, folders, service.path(out), true);
        EXPECT_TRUE(report.ok()) << faults(report);
        EXPECT_THAT(differences(files_in(service.path("whole")), files_in(service.path(out))), IsEmpty());
    };
    merge({service.path("together")}, "together");
    merge({service.path("apart3"), service.path("apart1"), service.path("apart2"), service.path("apart4")},
          "merged");
}

TEST(Pack, ShardsOfAPackThatIsThereMakeOnlyWhatChangedAndTheMergeTakesAwayWhatIsGone) {
    Service service;
    PackOptions options;
    options.zip = true;
    service.pack("out", options);
    service.pack("whole", options);
    service.write("sites.csv",
                  "id,name,place,strands,groups\nmill-lane,Mill House,Northbridge,adults,north\n");
    service.pack("whole", options);
    options.shards = 2;
    std::size_t kept = 0;
    for (options.shard = 1; options.shard <= 2; ++options.shard) kept += service.pack("out", options).kept;
    EXPECT_GT(kept, 0U);  // the poster of the whole service, for one
    DiskEnv env;
    merge_packs(env, SAYSO_SOURCE_DIR, {service.path("out")}, service.path("out"), true);
    EXPECT_FALSE(env.is_folder(service.path("out/orchard")));
    EXPECT_FALSE(env.is_file(service.path("out/orchard.zip")));
    EXPECT_THAT(differences(files_in(service.path("whole")), files_in(service.path("out"))), IsEmpty());
}

TEST(Pack, AWholeRunLeavesNothingOfAShard) {
    Service service;
    service.pack("clean");
    PackOptions options;
    options.shards = 3;
    service.pack("out", options);
    service.pack("out");
    EXPECT_THAT(differences(files_in(service.path("clean")), files_in(service.path("out"))), IsEmpty());
}

TEST(Pack, AShardLeavesAloneWhatAnotherHasTakenOver) {
    Service service;
    PackOptions options;
    options.shards = 2;
    for (options.shard = 1; options.shard <= 2; ++options.shard) service.pack("out", options);
    service.write("sites.csv",
                  "id,name,strands,groups\nelm,Elm House,adults,north\nfir,Fir House,adults,north\n"
                  "mill-lane,Mill Lane,adults,north\norchard,The Orchard,children,south\n");
    for (options.shard = 2; options.shard >= 1; --options.shard) service.pack("out", options);
    DiskEnv disk;
    const PackReport report =
        merge_packs(disk, SAYSO_SOURCE_DIR, {service.path("out")}, service.path("out"), false);
    EXPECT_TRUE(report.ok()) << faults(report);
}

TEST(Pack, AMissingShardIsNamed) {
    Service service;
    PackOptions options;
    options.shards = 3;
    service.pack("out", options);
    DiskEnv env;
    const PackReport report =
        merge_packs(env, SAYSO_SOURCE_DIR, {service.path("out")}, service.path("out"), false);
    EXPECT_THAT(faults(report), HasSubstr("these shards are not there: 2/3, 3/3"));
}

TEST(Pack, TwoRunsOnOneFolderDoNotCollide) {
    Service service;
    DiskEnv env;
    const auto held = env.lock(service.path("out/.sayso/lock"), Env::Sharing::alone);
    const PackReport report = service.pack("out");
    EXPECT_EQ(report.errors, 1U);
    EXPECT_THAT(faults(report), HasSubstr("is being written by process "));
}

TEST(PackDiff, WordsAndNumbersByDocument) {
    Service service;
    service.write("ours.yaml", "audiences: {family: {contact-intro: \"We are 12 people.\"}}\n");
    service.pack("spring");
    service.write("ours.yaml", "audiences: {family: {contact-intro: \"We are 14 people.\"}}\n");
    service.write("sites.csv",
                  "id,name,strands,groups\nmill-lane,Mill Lane,adults,north\nnew-place,New Place,adults,\n");
    service.pack("summer");
    DiskEnv env;
    std::vector<std::string> lines;
    const Report report = diff_packs(env, service.path("spring"), service.path("summer"), lines);
    EXPECT_TRUE(report.ok()) << faults(report);
    EXPECT_THAT(lines, Contains("new: new-place/family-leaflet"));
    EXPECT_THAT(lines, Contains("gone: orchard/family-leaflet"));
    EXPECT_THAT(lines, Contains("  + We are 14 people."));
    EXPECT_THAT(lines, Contains("    numbers: 12 → 14"));
    lines.clear();
    diff_packs(env, service.path("spring"), service.path("spring"), lines);
    EXPECT_THAT(lines, IsEmpty());
}

TEST(PackDiff, WithoutAPack) {
    Service service;
    DiskEnv env;
    std::vector<std::string> lines;
    const Report report = diff_packs(env, service.path("a"), service.path("b"), lines);
    EXPECT_EQ(report.errors, 2U);
    EXPECT_THAT(report.faults.front().plain, HasSubstr("there is no folder"));
}

TEST(Pack, AFullDiskIsOneErrorAndTheNextRunGoesOn) {
    Service service;
    service.pack("clean");
    for (const int writes : {0, 1, 9, 30}) {
        DiskEnv disk;
        FullDisk env(disk, writes);
        PackOptions options;
        options.out = service.path("out");
        const PackReport report = make_pack(env, SAYSO_SOURCE_DIR, service.project(), options);
        EXPECT_EQ(report.errors, 1U) << writes << faults(report);
        EXPECT_THAT(faults(report), HasSubstr("the disk is full"));
        EXPECT_FALSE(env.is_file(service.path("out/manifest.json")));
    }
    EXPECT_GT(service.pack("out").kept, 0U);
    EXPECT_THAT(differences(files_in(service.path("clean")), files_in(service.path("out"))), IsEmpty());
}

}  // namespace
}  // namespace sayso::test

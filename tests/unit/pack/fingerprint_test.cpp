#include "pack/fingerprint.h"

#include <functional>
#include <vector>

#include <gtest/gtest.h>

namespace sayso::pack {
namespace {

compose::Composed sample() {
    compose::Composed out;
    out.document.title = "A leaflet";
    const NodeId heading = out.document.add(doc::Document::root, doc::Heading{1}, {1, 4, 3, 5});
    out.document.add(heading, doc::Text{"Hello"});
    doc::Figure figure;
    figure.content = std::make_shared<frame::Frame>(frame::Frame{
        {pt(10), pt(10)}, {frame::fill(NodeId{1}, frame::rectangle({{}, {}, pt(3), pt(3)}), black)}});
    figure.alt = "A square";
    out.document.add(doc::Document::root, figure);
    doc::PageMaster page;
    page.size = {pt(100), pt(100)};
    out.pages.masters.push_back(page);
    return out;
}

Fingerprint of(const std::function<void(compose::Composed&)>& change = {},
               const std::vector<std::string>& formats = {"pdf"}, pdf::Standard pdf = pdf::Standard::ua_1) {
    compose::Composed composed = sample();
    if (change) change(composed);
    Fingerprinter fingerprinter;
    return fingerprinter.of(composed, formats, pdf);
}

doc::Node& node(compose::Composed& composed, std::uint32_t i) {
    return composed.document[NodeId{i}];
}

TEST(Fingerprint, KnownDigest) {
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Fingerprint, TheSameDocumentTwice) {
    EXPECT_EQ(of(), of());
}

TEST(Fingerprint, WhereItStoodInTheYamlDoesNotMatter) {
    EXPECT_EQ(of(), of([](auto& c) { node(c, 1).source = {1, 99, 1, 1}; }));
}

TEST(Fingerprint, WordsChange) {
    const std::vector<std::function<void(compose::Composed&)>> changes{
        [](auto& c) { c.document.title = "Another"; },
        [](auto& c) { c.document.lang = "cy"; },
        [](auto& c) { std::get<doc::Text>(node(c, 2).kind).text = "Hullo"; },
        [](auto& c) { std::get<doc::Heading>(node(c, 1).kind).level = 2; },
        [](auto& c) { std::get<doc::Figure>(node(c, 3).kind).alt = "A box"; },
        [](auto& c) { node(c, 1).kind = doc::Paragraph{}; },
        [](auto& c) { c.document.add(doc::Document::root, doc::Group{true}); },
        [](auto& c) { c.document.add(doc::Document::root, doc::Paragraph{}); }};
    for (std::size_t i = 0; i < changes.size(); ++i) EXPECT_NE(of(changes[i]).words, of().words) << i;
}

TEST(Fingerprint, LooksChangeAndWordsDoNot) {
    const std::vector<std::function<void(compose::Composed&)>> changes{
        [](auto& c) { node(c, 1).text.size = pt(13); },
        [](auto& c) { node(c, 1).box.fill = white; },
        [](auto& c) {
            node(c, 1).box.border_top = doc::Border{pt(1), black};
        },
        [](auto& c) { c.pages.masters[0].size.width = pt(101); },
        [](auto& c) { c.pages.masters[0].running_grows = true; },
        [](auto& c) { c.document.palette.primary = black; },
        [](auto& c) { c.pages.tightest = 0.9; },
        [](auto& c) { std::get<doc::Figure>(node(c, 3).kind).size.width = pt(5); },
        [](auto& c) {
            std::get<doc::Figure>(node(c, 3).kind).content = std::make_shared<frame::Frame>(frame::Frame{
                {pt(10), pt(10)}, {frame::fill(NodeId{1}, frame::rectangle({{}, {}, pt(3), pt(3)}), white)}});
        }};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        EXPECT_NE(of(changes[i]).looks, of().looks) << i;
        EXPECT_EQ(of(changes[i]).words, of().words) << i;
    }
    EXPECT_NE(of({}, {"pdf", "png"}).looks, of().looks);
}

// A drawing that came and went, and another that the machine put in the same place.
TEST(Fingerprint, DrawingsAreKnownByWhatTheyAreNotByWhere) {
    Fingerprinter fingerprinter;
    for (int i = 0; i < 100; ++i) {
        compose::Composed composed = sample();
        const Color color{static_cast<std::uint8_t>(i), 0, 0};
        auto& figure = std::get<doc::Figure>(node(composed, 3).kind);
        figure.content = std::make_shared<frame::Frame>(frame::Frame{
            {pt(10), pt(10)}, {frame::fill(NodeId{1}, frame::rectangle({{}, {}, pt(3), pt(3)}), color)}});
        Fingerprinter fresh;
        EXPECT_EQ(fingerprinter.of(composed, {"pdf"}, pdf::Standard::ua_1),
                  fresh.of(composed, {"pdf"}, pdf::Standard::ua_1))
            << i;
    }
}

}  // namespace
}  // namespace sayso::pack

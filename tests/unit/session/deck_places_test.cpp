// A deck in PowerPoint stands where its PDF does: every figure on the same place, every paragraph within the
// placeholder that holds its words.
#include <map>
#include <pugixml.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "doc/placed.h"
#include "env/env.h"
#include "session/catalogue.h"
#include "session/stages.h"
#include "session/workshop.h"
#include "support/ooxml_reader.h"

namespace sayso::test {
namespace {

constexpr double emu_a_point = 12'700;
constexpr Length slack = pt(1);

struct Deck {
    explicit Deck(const char* audience)
        : job{audience, "slides", "", "en-GB", compose::Edition::standard, nullptr, nullptr, "out"} {
        request.emit.formats = {"pptx"};
        composed = compose_tree(request, worker, faults);
        placed = place_pages(composed, {}, worker, faults);
        const auto outputs = emit_files(request.emit, composed, placed, worker, faults);
        file = read_office(outputs.front().bytes);
    }

    DiskEnv env;
    Job job;
    Catalogue catalogue{std::make_shared<RecordingEnv>(env, nullptr), SAYSO_SOURCE_DIR,
                        SAYSO_SOURCE_DIR "/examples/willow-house"};
    Diagnostics faults;
    bool ready = catalogue.prepare(job);
    Workshop workshop{catalogue.snapshot()};
    Worker worker{*catalogue.fonts()};
    Request request = workshop.request(job, {}, worker.shaper);
    compose::Composed composed;
    doc::Placed placed;
    OfficeFile file;
};

std::optional<Rect> box_in(pugi::xml_node transform) {
    if (!transform) return std::nullopt;
    const auto number = [&](const char* child, const char* name) {
        return pt(transform.child(child).attribute(name).as_double() / emu_a_point);
    };
    return Rect{number("a:off", "x"), number("a:off", "y"), number("a:ext", "cx"), number("a:ext", "cy")};
}

std::string placeholder(pugi::xml_node shape) {
    const pugi::xml_node ph = shape.child("p:nvSpPr").child("p:nvPr").child("p:ph");
    return ph ? std::string(ph.attribute("type").value()) + ph.attribute("idx").value() : std::string();
}

/// The words of each shape with its place, the slide's own or the layout's; and the places of the figures.
struct Places {
    std::vector<std::pair<std::string, Rect>> words;
    std::vector<Rect> figures;
};

std::string words_of(pugi::xml_node shape) {
    std::string out;
    for (const pugi::xpath_node& t : shape.select_nodes(".//a:t")) out += t.node().text().get();
    return out;
}

Places places_on(const OfficeFile& file, std::size_t slide) {
    const std::string path = "ppt/slides/slide" + std::to_string(slide + 1) + ".xml";
    pugi::xml_document xml, layout;
    xml.load_string(file.parts.at(path).c_str());
    layout.load_string(file.parts.at(file.related(path, "slideLayout").at(0).target).c_str());
    std::map<std::string, Rect> inherited;
    for (const pugi::xpath_node& shape : layout.select_nodes("//p:spTree/p:sp"))
        if (const auto box = box_in(shape.node().child("p:spPr").child("a:xfrm")))
            inherited[placeholder(shape.node())] = *box;
    Places out;
    for (const pugi::xml_node shape : xml.select_node("//p:spTree").node().children()) {
        const std::string kind = shape.name();
        if (kind == "p:grpSp") out.figures.push_back(*box_in(shape.child("p:grpSpPr").child("a:xfrm")));
        if (kind == "p:pic") out.figures.push_back(*box_in(shape.child("p:spPr").child("a:xfrm")));
        if (kind == "p:graphicFrame") out.figures.push_back(*box_in(shape.child("p:xfrm")));
        if (kind != "p:sp" || placeholder(shape).empty()) continue;
        const auto own = box_in(shape.child("p:spPr").child("a:xfrm"));
        out.words.emplace_back(words_of(shape), own ? *own : inherited.at(placeholder(shape)));
    }
    return out;
}

/// Running matter is laid out in a box that the foot and the number share in PowerPoint.
bool is_running(const doc::Document& document, NodeId node) {
    while (document[node].parent != node && node != doc::Document::root) node = document[node].parent;
    return node != doc::Document::root;
}

class DeckPlaces : public testing::TestWithParam<const char*> {};

TEST_P(DeckPlaces, AreThoseOfThePdf) {
    const Deck deck(GetParam());
    const doc::Document& document = deck.composed.document;
    std::size_t figures = 0, paragraphs = 0;
    for (std::size_t page = 0; page < deck.placed.pages.size(); ++page) {
        const Places places = places_on(deck.file, page);
        std::size_t next = 0;
        for (const doc::NodeBox& box : deck.placed.boxes) {
            if (box.page != page || is_running(document, box.node)) continue;
            if (document.get<doc::Figure>(box.node)) {
                ASSERT_LT(next, places.figures.size()) << page;
                const Rect& found = places.figures[next++];
                ++figures;
                EXPECT_TRUE(found.contains(box.box, slack) && box.box.contains(found, slack)) << page;
            } else if (document.get<doc::Paragraph>(box.node) || document.get<doc::Heading>(box.node)) {
                const std::string words = document.text_of(box.node);
                const auto holds = [&](const auto& shape) {
                    return shape.first.find(words) != std::string::npos &&
                           shape.second.contains(box.box, slack);
                };
                ++paragraphs;
                EXPECT_TRUE(std::any_of(places.words.begin(), places.words.end(), holds))
                    << page << ": " << words;
            }
        }
        EXPECT_EQ(next, places.figures.size()) << page;
    }
    EXPECT_GT(figures, 1u);
    EXPECT_GT(paragraphs, 20u);
}

INSTANTIATE_TEST_SUITE_P(Example, DeckPlaces, testing::Values("funders", "management", "person"));

}  // namespace
}  // namespace sayso::test

// What must hold of every document, tried on many made at random (the same ones each time).
#include <algorithm>
#include <random>

#include "fixture.h"

namespace sayso::layout_test {
namespace {

using doc::Document;

constexpr std::uint32_t documents = 40;

/// A small generator with results fixed by the standard, unlike std::uniform_int_distribution's.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(n)); }
    bool one_in(int n) { return below(n) == 0; }

  private:
    std::mt19937 engine_;
};

class RandomDocuments : public Layout {
  protected:
    Dice dice{1};

    std::string words(int most) {
        static const std::vector<std::string> some{"a",     "person", "joins",    "in",      "with",
                                                   "sound", "and",    "pause",    "quietly", "Ofsted",
                                                   "2026",  "care",   "together", "–"};
        std::string out;
        for (int i = 1 + dice.below(most); i > 0; --i)
            out += (out.empty() ? "" : " ") +
                   some[static_cast<std::size_t>(dice.below(static_cast<int>(some.size())))];
        return out;
    }

    void dress(NodeId id) {
        doc::BoxStyle& style = box(id);
        if (dice.one_in(3)) style.margin.top = pt(dice.below(30));
        if (dice.one_in(3)) style.margin.bottom = pt(dice.below(30));
        if (dice.one_in(6)) style.padding = Edges::all(pt(dice.below(12)));
        if (dice.one_in(6)) style.fill = Color{240, 240, 230};
        if (dice.one_in(8)) style.border_start = doc::Border{pt(3), black};
        if (dice.one_in(8)) style.border_bottom = doc::Border{pt(1), black};
        if (dice.one_in(10)) style.min_height = pt(dice.below(90));
        if (dice.one_in(10)) style.keep_together = true;
        if (dice.one_in(25)) style.page_break_before = true;
        style.radius = pt(dice.below(8));
    }

    void leaf(NodeId parent) {
        const bool title = dice.one_in(6);
        const NodeId id = title ? document.add(parent, doc::Heading{1 + dice.below(4)})
                                : document.add(parent, doc::Paragraph{});
        document[id].text.size = pt(title ? 12 + dice.below(10) : 12);
        document[id].text.leading = pt(title ? 26 : 18);
        document[id].text.balance = title;
        text(id, words(title ? 8 : 60));
        if (dice.one_in(4)) text(id, " " + words(4), true);
        if (dice.one_in(5)) {
            const NodeId link = document.add(id, doc::Link{std::string("https://example.org"), "more"});
            document.add(link, doc::Text{" " + words(6), false});
        }
        if (dice.one_in(9)) {
            document[id].lang = "ar";
            text(id, "نص عربي قصير مع كلمات");
        }
        dress(id);
    }

    void blocks(NodeId parent, int count, int depth) {
        for (; count > 0; --count) {
            switch (depth > 2 ? 0 : dice.below(9)) {
                case 1:
                    container(parent, depth);
                    break;
                case 2:
                    a_list(parent, depth);
                    break;
                case 3:
                    a_table(parent);
                    break;
                case 4:
                    dress(figure(parent, {pt(20 + dice.below(700)), pt(10 + dice.below(300))}));
                    break;
                default:
                    leaf(parent);
            }
        }
        // A heading with nothing after it has nothing to stay with.
        if (document.get<doc::Heading>(document[parent].children.back())) paragraph(parent, "after");
    }

    void container(NodeId parent, int depth) {
        const NodeId id = group(parent);
        dress(id);
        doc::BoxStyle& style = box(id);
        style.display = static_cast<doc::Display>(dice.below(3));
        style.column_count = 2 + dice.below(2);
        blocks(id, 1 + dice.below(6), depth + 1);
        for (const NodeId child : document[id].children) box(child).span = 3 + dice.below(10);
    }

    void a_list(NodeId parent, int depth) {
        const NodeId id = document.add(parent, doc::List{static_cast<doc::List::Marker>(dice.below(3))});
        dress(id);
        for (int i = 1 + dice.below(12); i > 0; --i) {
            const NodeId item = document.add(id, doc::ListItem{});
            blocks(item, 1, depth + 2);
        }
    }

    void a_table(NodeId parent) {
        const int columns = 1 + dice.below(4);
        const NodeId id = document.add(parent, doc::Table{{}, dice.below(2)});
        for (int i = 2 + dice.below(12); i > 0; --i) {
            const NodeId row = document.add(id, doc::TableRow{});
            for (int j = 0; j < columns; ++j) box(cell(row, words(12))).padding = Edges::all(pt(3));
            box(row).border_bottom = doc::Border{pt(0.5), black};
        }
    }

    /// Makes and places one document after another and looks at each.
    template <class Check>
    void each_document(Check check) {
        for (std::uint32_t seed = 1; seed <= documents; ++seed) {
            SCOPED_TRACE("seed " + std::to_string(seed));
            dice = Dice(seed);
            document = {};
            spec = {};
            spec.masters.emplace_back();
            make();
            place();
            check();
        }
    }

    void make() {
        // One throw a statement: in which order arguments are worked out is the compiler's choice.
        const Length height = pt(300 + dice.below(400));
        page_of(pt(330 + dice.below(200)), height);
        spec.mirror = dice.one_in(4);
        if (dice.one_in(3)) {  // later pages of another width
            spec.masters.push_back(master());
            spec.masters[1].regions[0].box.width += pt(-30);
        }
        blocks(Document::root, 3 + dice.below(25), 0);
    }

    /// A word stands out of its column, and of whatever is beside it.
    bool has_narrow_column() const { return codes().find("overfull") != std::string::npos; }

    static std::string letters(std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
        std::sort(text.begin(), text.end());  // runs of right-to-left lines come in visual order
        return text;
    }

    static std::string describe(const Rect& r) {
        return std::to_string(r.x.pt()) + "," + std::to_string(r.y.pt()) + " to " +
               std::to_string(r.right().pt()) + "," + std::to_string(r.bottom().pt());
    }

    NodeId block_of(const Found& found) const { return document[std::get<NodeId>(found.owner)].parent; }
};

TEST_F(RandomDocuments, NothingLeavesItsRegion) {
    each_document([&] {
        if (has_narrow_column()) return;
        ASSERT_TRUE(codes().empty()) << codes() << diagnostics.items()[0].message;
        for (std::size_t i = 0; i < placed.pages.size(); ++i) {
            Rect region = spec.masters[std::min(i, spec.masters.size() - 1)].regions[0].box;
            if (spec.mirror) region.x = placed.pages[i].size.width - region.right();
            for (const Found& found : on(i)) {
                // A space may hang beyond the end of its line.
                if (found.box.width == Length{} || region.contains(found.box, pt(1))) continue;
                ADD_FAILURE() << "page " << i << ": " << describe(found.box) << " in " << describe(region)
                              << (found.run()     ? found.run()->text
                                  : found.shape() ? " shape"
                                                  : " group or link");
            }
        }
    });
}

TEST_F(RandomDocuments, EveryWordIsPlacedOnce) {
    each_document([&] {
        std::vector<std::string> placed_words(document.size());
        for (std::size_t i = 0; i < placed.pages.size(); ++i) {
            for (const Found& found : on(i))
                if (found.run() && !found.is_artifact())
                    placed_words[std::get<NodeId>(found.owner).value] += found.run()->text;
        }
        for (std::uint32_t i = 0; i < document.size(); ++i) {
            const doc::Text* leaf = document.get<doc::Text>(NodeId{i});
            if (!leaf) continue;
            EXPECT_EQ(letters(placed_words[i]), letters(leaf->text)) << "node " << i;
        }
    });
}

TEST_F(RandomDocuments, NoWordsOverlap) {
    each_document([&] {
        if (has_narrow_column()) return;
        for (std::size_t i = 0; i < placed.pages.size(); ++i) {
            auto runs = on(i);
            std::erase_if(runs, [](const Found& f) { return !f.run(); });
            for (std::size_t a = 0; a < runs.size(); ++a) {
                for (std::size_t b = a + 1; b < runs.size(); ++b) {
                    if (!runs[a].box.overlaps(runs[b].box, pt(0.2))) continue;
                    ADD_FAILURE() << "page " << i << ": " << runs[a].run()->text << " / "
                                  << runs[b].run()->text;
                }
            }
        }
    });
}

TEST_F(RandomDocuments, NoPageEndsWithAHeading) {
    each_document([&] {
        for (std::size_t i = 0; i + 1 < placed.pages.size(); ++i) {
            std::optional<Found> last;
            for (const Found& found : on(i)) {
                const bool counts = !found.is_artifact() && !found.link();
                if (counts && (!last || found.box.bottom() > last->box.bottom() + pt(0.1))) last = found;
            }
            if (!last || !last->run()) continue;
            EXPECT_FALSE(document.get<doc::Heading>(block_of(*last)))
                << "page " << i << ": " << last->run()->text;
        }
    });
}

TEST_F(RandomDocuments, CellsOfAGridRowAreOfOneHeight) {
    each_document([&] {
        const NodeId grid = group(Document::root);
        box(grid).display = doc::Display::grid;
        for (int i = 0; i < 9; ++i) {
            const NodeId card = group(grid);
            box(card).fill = Color{1, 2, 3};
            box(card).span = 4;
            paragraph(card, words(25));
        }
        place();
        const auto cards = shapes_of({1, 2, 3});
        ASSERT_EQ(cards.size(), 9u);
        for (std::size_t i = 0; i < 9; ++i) {
            EXPECT_NEAR(cards[i].box.height.pt(), cards[i / 3 * 3].box.height.pt(), 1e-9);
            EXPECT_NEAR(cards[i].box.y.pt(), cards[i / 3 * 3].box.y.pt(), 1e-9);
        }
    });
}

TEST_F(RandomDocuments, TwoRunsAreEqual) {
    each_document([&] {
        const layout::Placed first = placed;
        place();
        ASSERT_EQ(first.pages.size(), placed.pages.size());
        for (std::size_t i = 0; i < first.pages.size(); ++i)
            EXPECT_EQ(frame::dump(first.pages[i]), frame::dump(placed.pages[i]));
    });
}

}  // namespace
}  // namespace sayso::layout_test

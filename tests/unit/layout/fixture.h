// What the layout tests share: real fonts, a document made in a few words, and placed items found again.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "layout/layout.h"

namespace sayso::layout_test {

/// The shipped fonts, loaded once for the test program.
text::Shaper& shaper();

/// A text run, link area, shape or group at its place on the page.
struct Found {
    frame::Owner owner;
    Rect box;  // of a run: from the cap height to a little below the baseline
    const frame::Item* item = nullptr;
    const frame::TextRun* run() const { return std::get_if<frame::TextRun>(&item->content); }
    const frame::Shape* shape() const { return std::get_if<frame::Shape>(&item->content); }
    const frame::LinkArea* link() const { return std::get_if<frame::LinkArea>(&item->content); }
    bool owned_by(NodeId id) const { return owner == frame::Owner{id}; }
    bool is_artifact() const { return std::holds_alternative<frame::Artifact>(owner); }
};

/// All leaves of a page, groups that keep their owners opened.
std::vector<Found> leaves(const frame::Frame& page);

class Layout : public testing::Test {
  protected:
    Layout();

    doc::Document document;
    doc::PageSpec spec;
    Diagnostics diagnostics;
    layout::Placed placed;

    /// The root's main region holds `height` points; the page has 20 pt around.
    void page_of(Length width, Length height);
    doc::PageMaster& master() { return spec.masters[0]; }

    NodeId paragraph(NodeId parent, const std::string& words);
    NodeId heading(NodeId parent, const std::string& words, int level = 2);
    NodeId text(NodeId block, const std::string& words, bool strong = false);
    NodeId group(NodeId parent);
    NodeId list(NodeId parent, doc::List::Marker marker, const std::vector<std::string>& items);
    NodeId cell(NodeId row, const std::string& words);
    /// Words that fill exactly `lines` lines: one wanted break after each.
    NodeId lines(NodeId parent, int count, const std::string& word = "line");
    NodeId figure(NodeId parent, Size size);
    doc::BoxStyle& box(NodeId id) { return document[id].box; }

    void place();
    std::vector<Found> on(std::size_t page) const { return leaves(placed.pages.at(page)); }
    /// The page (or -1) and the box of the first run of a block's words.
    int page_with(NodeId block) const;
    Found first_run(NodeId block) const;
    std::vector<Found> runs_of(NodeId block) const;
    std::vector<Found> shapes_of(Color fill) const;
    /// The words on a page, line by line, artifacts left out.
    std::vector<std::string> words_on(std::size_t page) const;
    std::string codes() const;

    bool is_within(NodeId node, NodeId block) const;
};

}  // namespace sayso::layout_test

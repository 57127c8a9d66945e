// Documents made in a few words and set on pages by hand: the real fonts and shaper, one column, no layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "doc/document.h"
#include "env/env.h"
#include "pdf/pdf.h"
#include "text/paragraph.h"

namespace sayso::test {

/// The shipped fonts, loaded once for the test program.
const text::FontLibrary& fonts();

class Pages : public testing::Test {
  protected:
    Pages();

    // Making the tree.
    NodeId add(NodeId parent, doc::Kind kind) {
        return document.add(parent, std::move(kind), {1, next_line++, 3, 4});
    }
    NodeId words(NodeId block, const std::string& text, bool strong = false);
    NodeId heading(NodeId parent, const std::string& text, int level);
    NodeId paragraph(NodeId parent, const std::string& text);
    NodeId item(NodeId list, const std::string& text);
    NodeId cell(NodeId row, const std::string& text, bool header = false);
    NodeId link(NodeId block, const std::string& text, std::variant<std::string, NodeId> target);
    NodeId figure(NodeId parent, const std::string& alt);

    // Setting it on pages, from the top down; a line that does not fit begins the next page.
    frame::Frame& page() { return pages.back(); }
    void new_page();
    void set(NodeId block);
    void set_all() { set(doc::Document::root); }

    std::string write() { return write(cache); }
    std::string write(pdf::Cache& with);
    /// The codes of all diagnostics.
    std::vector<std::string> codes() const;

    static constexpr NodeId root = doc::Document::root;
    doc::Document document;
    std::vector<frame::Frame> pages;
    pdf::Options options;
    pdf::Cache cache{fonts()};
    Diagnostics diagnostics;
    text::Shaper shaper{fonts()};
    Length line_height = pt(15);
    Size paper{pt(300), pt(200)};

  private:
    void set_inline(NodeId block);
    void set_line(const text::Line& line);
    void set_label(NodeId item);
    void set_figure(NodeId figure);
    std::uint32_t next_line = 1;
    Length y_;
    int item_number_ = 0;
};

}  // namespace sayso::test

// What the tests of compose share: a small approach, a template written in YAML, and the document made of
// them.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "compose/compose.h"

namespace sayso::compose {

class Composing : public testing::Test {
  protected:
    Composing();

    /// A template with `flow` (YAML, a list in brackets or lines), on A4; `more` adds keys to it.
    void flow(const std::string& blocks, const std::string& more = {});
    /// The document's tree as text; looks are not in it.
    std::string tree();
    Composed made();
    std::string messages() const;
    /// The first node of a role, in the order of making.
    NodeId with_role(const doc::Document& document, const std::string& role) const;

    model::Approach approach;
    model::Theme theme;
    model::Audience audience;
    model::Service service;
    model::Template layout;
    Diagnostics diagnostics;
    Request request{approach, layout, theme};
};

model::Words words(std::string text);

}  // namespace sayso::compose

// The words of one block with the places they came from. Private to src/check.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "check/phrases.h"
#include "doc/document.h"

namespace sayso::check {

/// A Heading, Paragraph or Caption.
struct Passage {
    /// Where the words of one Text node begin.
    struct Leaf {
        std::size_t begin;
        NodeId node;
    };

    NodeId node;
    std::string text;
    std::vector<Leaf> leaves;
    std::vector<Token> tokens;
    bool english = true;
    bool heading = false;

    /// Where the word at this byte was written.
    Span written_at(const doc::Document& document, std::size_t byte) const;
};

/// Of the root's tree, in reading order.
std::vector<Passage> passages(const doc::Document& document);
/// Of running headers and footers.
std::vector<Passage> running_passages(const doc::Document& document);

bool is_english(const std::string& lang);

}  // namespace sayso::check

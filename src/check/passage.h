// The words of one block with the places they came from. Private to src/check.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "check/reading.h"
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
    std::shared_ptr<const Reading> reading;
    std::vector<Leaf> leaves;
    bool english = true;
    bool heading = false;

    const std::string& text() const { return reading->text; }
    const std::vector<Token>& tokens() const { return reading->tokens; }
    /// Where the word at this byte was written.
    Span written_at(const doc::Document& document, std::size_t byte) const;
};

/// Of the root's tree, in reading order.
std::vector<Passage> passages(const doc::Document& document, Reader& reader);
/// The blocks of running headers and footers that have words.
std::vector<NodeId> running_blocks(const doc::Document& document);
std::vector<Passage> running_passages(const doc::Document& document, Reader& reader);

bool is_english(const std::string& lang);

}  // namespace sayso::check

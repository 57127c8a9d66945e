// A small document for the rules, and what they say of it.
#pragma once

#include <string>
#include <vector>

#include "check/check.h"

namespace sayso::check {

/// Every block and every text gets a line of its own, counted from 1, so that faults show where they point.
class Sample {
  public:
    doc::Document document;
    Profile profile;
    std::size_t pages = 0;
    bool has_words = true;

    NodeId heading(int level, const std::string& words);
    NodeId paragraph(const std::string& words, NodeId parent = doc::Document::root);
    /// Large enough for any print.
    NodeId block(doc::Kind kind, NodeId parent = doc::Document::root);
    NodeId link(NodeId paragraph, const std::string& words);
    void words(NodeId block, const std::string& text);
    /// A grid of a picture and one paragraph for each line.
    NodeId row(const std::vector<std::string>& lines);
    void figure(const std::string& alt, NodeId parent = doc::Document::root, bool decorative = false);
    void footer(const std::string& words);

    /// "W long-sentence 2: message", in order of place.
    std::vector<std::string> faults() const;
    /// Codes with E or W in front, in order of place.
    std::vector<std::string> codes() const;
    std::vector<std::string> hints() const;

  private:
    Diagnostics check() const;
    Span next_line() { return {1, ++line_, 1, 1}; }
    std::uint32_t line_ = 0;
};

/// The shipped list of English words.
const model::WordList& english();

/// "W code line: message" of each.
std::vector<std::string> described(const Diagnostics& diagnostics);

}  // namespace sayso::check

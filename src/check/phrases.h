// Finds words and phrases in a text: whole words, whatever their case. Private to src/check.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sayso::check {

/// One word of a text. Hyphens part words here, so that "service-user" is found as "service user".
struct Token {
    std::string folded;     // lower case (ASCII), plain apostrophes, without a possessive 's
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    bool follows = false;  // nothing but spaces and hyphens stands before it and the last one
};

std::vector<Token> tokens(std::string_view text);

/// A stretch of a text, in bytes.
struct Stretch {
    std::size_t begin = 0, end = 0;
    bool contains(const Stretch& other) const { return begin <= other.begin && other.end <= end; }
};

class Phrases {
  public:
    struct Found {
        std::size_t id;
        Stretch at;
    };

    void add(std::string_view phrase, std::size_t id);
    /// Also with the endings of English plurals and verbs on its last word.
    void add_inflected(std::string_view phrase, std::size_t id);
    /// From left to right, the longest at each place, none overlapping.
    std::vector<Found> find(const std::vector<Token>& text) const;
    bool occurs_in(const std::vector<Token>& text) const { return !find(text).empty(); }

  private:
    struct Phrase {
        std::vector<Token> rest;  // behind the first word
        std::size_t id;
    };
    void add(std::vector<Token> phrase, std::size_t id);
    std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;  // longest first
};

bool contains(const std::vector<Stretch>& stretches, const Stretch& one);

}  // namespace sayso::check

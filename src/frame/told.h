// What a drawing says to whoever reads instead of looking: its words in reading order, and which of its items
// show them. Stage: made with the drawing; compose makes headings and lists of it where a drawing is the
// page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sayso::frame {

struct Told {
    enum class Kind : std::uint8_t {
        heading,
        item,  // neighbouring items are one list
        line,
    } kind = Kind::line;
    int depth = 0;  // of a heading, beneath the drawing's first: 0, 1 …
    std::string words;
    std::size_t first = 0, last = 0;  // the items of the frame that show them: [first, last)
    bool operator==(const Told&) const = default;
};

}  // namespace sayso::frame

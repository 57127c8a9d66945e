// Where a line may end, and where a word may be cut in need. Private to src/text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <unicode/ubrk.h>

#include "text/utf16.h"

namespace sayso::text {

/// ICU's rules, opened at their first use and kept: opening costs more than a paragraph. One a thread.
class Boundaries {
  public:
    /// Byte offsets behind which a line may end (UAX #14), the end of the text included.
    std::vector<std::uint32_t> line_ends(const Utf16Text& text);
    /// Byte offsets behind each character as a reader sees it (UAX #29), the end of the text included.
    std::vector<std::uint32_t> character_ends(std::string_view text);

  private:
    struct Close {
        void operator()(UBreakIterator* rules) const { ubrk_close(rules); }
    };
    using Rules = std::unique_ptr<UBreakIterator, Close>;
    static std::vector<std::uint32_t> ends(Rules& rules, UBreakIteratorType type, const Utf16Text& text);

    Rules lines_, characters_;
};

}  // namespace sayso::text

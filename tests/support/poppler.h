// What the PDF library behind many desks' readers (Poppler) makes of a file: the words that copying takes
// out, where they stand, and the pixels that are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/raster.h"

namespace sayso::test {

/// A word on a page; points from its top-left corner, and the size of its type as it is shown.
struct SeenWord {
    std::string text;
    double x = 0, y = 0, width = 0, height = 0;
    double size = 0;
};

/// The words of each page as copying takes them out. The marks of direction that Poppler adds are left out.
int page_count(std::string_view pdf);
std::vector<std::string> copied_pages(std::string_view pdf);
std::vector<SeenWord> seen_words(std::string_view pdf, int page);

Pixels seen_page(std::string_view pdf, int page, double dpi);

}  // namespace sayso::test

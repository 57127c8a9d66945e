// Pixels of pages, and how far two pictures of the same page are apart.
#pragma once

#include <string>
#include <string_view>

namespace sayso::test {

/// Row by row, three bytes each: red, green, blue.
struct Pixels {
    int width = 0, height = 0;
    std::string rgb;
};

/// No pixels for what is no PNG file.
Pixels png_pixels(std::string_view png);

/// Of all squares of `block` pixels, the largest difference of their mean colours, 0 to 255 in one component:
/// two painters smooth an edge differently, but neither loses a letter. 255 where the sizes differ.
double largest_difference(const Pixels& a, const Pixels& b, int block);

/// Writes NAME-expected.png, NAME-got.png and NAME-diff.png into a folder for test pictures and gives its
/// path.
std::string write_pictures(const std::string& name, const Pixels& expected, const Pixels& got);

}  // namespace sayso::test

// Bytes of a text file in whichever encoding a spreadsheet saved them, as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace sayso::sheet {

/// UTF-16 by its byte order mark; UTF-8, its mark left off, where the bytes are; else Windows-1252, which
/// every byte is. Halves of surrogate pairs and bytes that Windows-1252 leaves open become U+FFFD.
std::string to_utf8(std::string_view bytes);

}  // namespace sayso::sheet

// Every bound on outside input, in one place: the pipeline's memory and time follow from these.
#pragma once

#include <cstddef>

namespace sayso::limits {

inline constexpr std::size_t text_file_bytes = 12u << 20;  // one YAML or CSV file
inline constexpr std::size_t yaml_file_bytes = 2u << 20;   // the parser reads 1 to 6 MB a second
inline constexpr std::size_t picture_file_bytes = 32u << 20;
inline constexpr std::size_t picture_side_pixels = 8'000;  // a longer side is refused before decoding
inline constexpr std::size_t picture_pixels = 32'000'000;
inline constexpr std::size_t picture_kept_pixels = 9'000'000;  // a whole A4 page at 300 dots an inch
inline constexpr std::size_t picture_path_steps = 200'000;     // of one SVG
inline constexpr std::size_t picture_depth = 64;               // groups within groups of one SVG
inline constexpr std::size_t picture_faults = 10;              // reported of one SVG
inline constexpr std::size_t svg_elements = 20'000;            // of one SVG that is drawn as pixels
inline constexpr std::size_t svg_uses = 1'000;                 // "use" elements in it
inline constexpr std::size_t svg_filters = 128;                // filters asked for, and their steps
inline constexpr std::size_t svg_filtered_pixels =
    1'000'000;  // of a drawing with filters: each step passes over them all
inline constexpr std::size_t svg_filtered_uses = 16;  // "use" elements where there are filters
inline constexpr std::size_t font_file_bytes = 32u << 20;
inline constexpr int jpeg_scans = 200;  // a progressive JPEG may hold thousands, each costly
inline constexpr std::size_t color_profile_bytes = 4u << 20;  // printers' reach 3 MB
inline constexpr std::size_t png_chunk_bytes = 4u << 20;      // of text, colour profile and the like
inline constexpr std::size_t drawing_side_pixels = 20'000;    // a page drawn as PNG
inline constexpr std::size_t yaml_depth = 64;
inline constexpr std::size_t yaml_open_flows =
    1'000;                                           // "[" and "{" that the parser holds before it reads them
inline constexpr std::size_t yaml_values = 400'000;  // after aliases are expanded
inline constexpr std::size_t yaml_children = 2'000;  // items of one list, keys of one map
inline constexpr std::size_t paragraph_bytes = 100'000;
inline constexpr std::size_t marks_on_a_letter = 30;  // as stream-safe text has it (UAX #15, 13)
inline constexpr std::size_t document_nodes = 200'000;
inline constexpr std::size_t document_pages = 500;
inline constexpr std::size_t errors_shown = 200;
inline constexpr std::size_t table_rows = 20'000;
inline constexpr std::size_t sheet_file_bytes = 32u << 20;  // one CSV file or workbook
inline constexpr std::size_t sheet_part_bytes = 96u << 20;  // one part of a workbook, unpacked
inline constexpr std::size_t sheet_cells = 500'000;         // of all sheets of a file, up to each row's last
inline constexpr std::size_t sheet_rows = 200'000;          // of one CSV file that are not blank
inline constexpr std::size_t sheet_columns = 1'000;
inline constexpr std::size_t site_id_bytes = 60;  // it names a folder, and paths on Windows are short

}  // namespace sayso::limits

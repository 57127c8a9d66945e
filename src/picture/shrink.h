// A raster made smaller while its rows come in, so that the whole of a large picture is never in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sayso::picture {

struct PixelSize {
    std::size_t width = 0, height = 0;
    bool operator==(const PixelSize&) const = default;
};

/// The size itself, or one of the same shape with at most `most` pixels.
PixelSize kept_size(PixelSize size, std::size_t most);

/// How much of column `to` of the result comes from column `from`, of the width of the whole.
struct ColumnShare {
    std::uint32_t from, to, share;
};

/// Averages areas, exactly: all sums are whole numbers, so that every machine gives the same bytes.
class Shrinker {
  public:
    /// `channels`: 1 for grey; 3 for red, green, blue; 4 with opacity. `to` is no larger than `from` on
    /// either side.
    Shrinker(PixelSize from, PixelSize to, std::size_t channels);

    /// The next row from the top, `from.width * channels` bytes.
    void add_row(const std::uint8_t* row);
    /// After the last row: rows without padding.
    std::string take() { return std::move(out_); }

  private:
    void sum_along(const std::uint8_t* row);
    void add_times(std::uint64_t share);
    void finish_row();

    PixelSize from_, to_;
    std::size_t channels_;
    std::size_t y_ = 0;  // rows that came in
    std::vector<ColumnShare> shares_;
    std::vector<std::uint32_t> along_;  // sums of this row
    std::vector<std::uint64_t> sums_;   // of the rows since the last one that went out
    std::string out_;
};

}  // namespace sayso::picture

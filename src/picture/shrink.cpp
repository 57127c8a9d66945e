#include "picture/shrink.h"

#include <algorithm>
#include <cmath>

namespace sayso::picture {
namespace {

/// Shares a line of `from` equal parts out among `to` parts of the same line: calls `give(part, share)` for
/// each part of `to` that the part `at` of `from` lies in. The shares of one part of `to` add up to `from`.
template <class Give>
void share_out(std::size_t at, std::size_t from, std::size_t to, Give&& give) {
    std::size_t begin = at * to;
    const std::size_t end = begin + to;
    while (begin < end) {
        const std::size_t part = begin / from;
        const std::size_t stop = std::min(end, (part + 1) * from);
        give(part, stop - begin);
        begin = stop;
    }
}

}  // namespace

PixelSize kept_size(PixelSize size, std::size_t most) {
    if (size.width * size.height <= most) return size;
    const double scale = std::sqrt(static_cast<double>(most) / static_cast<double>(size.width * size.height));
    const auto shrunk = [&](std::size_t side) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(side) * scale));
    };
    return {shrunk(size.width), shrunk(size.height)};
}

Shrinker::Shrinker(PixelSize from, PixelSize to, std::size_t channels)
    : from_(from), to_(to), channels_(channels), along_(to.width * channels), sums_(to.width * channels) {
    out_.reserve(to.width * to.height * channels);
    for (std::size_t x = 0; x < from.width; ++x) {
        share_out(x, from.width, to.width, [&](std::size_t part, std::size_t share) {
            shares_.push_back({static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(part),
                               static_cast<std::uint32_t>(share)});
        });
    }
}

void Shrinker::add_row(const std::uint8_t* row) {
    if (from_.width == to_.width && from_.height == to_.height) {
        out_.append(reinterpret_cast<const char*>(row), from_.width * channels_);
        return;
    }
    sum_along(row);
    share_out(y_, from_.height, to_.height, [&](std::size_t part, std::size_t share) {
        add_times(share);
        const bool is_whole = (y_ + 1) * to_.height >= (part + 1) * from_.height;
        if (is_whole) finish_row();
    });
    ++y_;
}

namespace {

// At most 255 · 255 · limits::picture_side_pixels in each: it fits in 32 bits.
template <std::size_t channels>
void sum_row(const std::uint8_t* row, const std::vector<ColumnShare>& shares, std::uint32_t* sums) {
    for (const ColumnShare& one : shares) {
        const std::uint8_t* pixel = row + one.from * channels;
        std::uint32_t* to = sums + one.to * channels;
        // Colours count as much as they are opaque, else what is hidden would tint the edges.
        const std::uint32_t weight = channels == 4 ? one.share * pixel[3] : one.share;
        for (std::size_t i = 0; i < std::min<std::size_t>(channels, 3); ++i) to[i] += pixel[i] * weight;
        if constexpr (channels == 4) to[3] += weight;
    }
}

}  // namespace

void Shrinker::sum_along(const std::uint8_t* row) {
    std::fill(along_.begin(), along_.end(), 0);
    switch (channels_) {
        case 1:
            return sum_row<1>(row, shares_, along_.data());
        case 4:
            return sum_row<4>(row, shares_, along_.data());
        default:
            return sum_row<3>(row, shares_, along_.data());
    }
}

// At most 255 · 255 · width · height in each: far below 2^64.
void Shrinker::add_times(std::uint64_t share) {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += along_[i] * share;
}

void Shrinker::finish_row() {
    const std::uint64_t area = from_.width * from_.height;
    const auto average = [](std::uint64_t sum, std::uint64_t weight) {
        return weight == 0 ? '\0' : static_cast<char>(static_cast<std::uint8_t>((sum + weight / 2) / weight));
    };
    for (std::size_t at = 0; at < sums_.size(); at += channels_) {
        const std::uint64_t weight = channels_ == 4 ? sums_[at + 3] : area;
        for (std::size_t i = 0; i < std::min<std::size_t>(channels_, 3); ++i)
            out_ += average(sums_[at + i], weight);
        if (channels_ == 4) out_ += average(weight, area);
    }
    std::fill(sums_.begin(), sums_.end(), 0);
}

}  // namespace sayso::picture

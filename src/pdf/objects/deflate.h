// zlib streams by libdeflate, level 6: about half the time of zlib for the same size.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sayso::pdf {

class Deflater {
  public:
    Deflater();
    ~Deflater();
    Deflater(Deflater&&) noexcept;
    /// `data` must not be empty: an empty stream is written without a filter.
    std::string operator()(std::string_view data);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sayso::pdf

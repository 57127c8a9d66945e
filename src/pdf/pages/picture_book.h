// The pictures of one document: each is written once, however often it is drawn.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "pdf/cache.h"
#include "pdf/objects/sink.h"

namespace sayso::pdf {

class PictureBook {
  public:
    explicit PictureBook(Cache::Impl& cache) : cache_(cache) {}

    /// The number of the picture's resource: "I0", "I1" …
    std::uint32_t number(const std::shared_ptr<const frame::Image>& image);
    /// Writes the image objects. Returns the entries of the resource dictionary's /XObject.
    std::string write(Sink& sink);

  private:
    Cache::Impl& cache_;
    std::vector<std::shared_ptr<const frame::Image>> images_;  // in order of first use
    std::map<const frame::Image*, std::uint32_t> numbers_;
};

}  // namespace sayso::pdf

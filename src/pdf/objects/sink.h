// Where finished PDF objects go. A thin seam: the assembler knows objects and streams, the sink knows the
// file's header, offsets, cross-reference table and trailer. The sink that ships is libharu's object layer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "pdf/objects/syntax.h"

namespace sayso::pdf {

/// Bytes of a stream. Shared, because a compressed font serves many documents.
using Bytes = std::shared_ptr<const std::string>;

inline Bytes share(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

class Sink {
  public:
    Sink();
    ~Sink();
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    /// A number for an object whose body comes later. Numbers count from 1 in order of `reserve`.
    Ref reserve();
    /// The entries of a dictionary object, without the angle brackets.
    void object(Ref ref, std::string entries);
    /// The same with a stream after it. `entries` name the filter that `data` went through; the length is
    /// added here.
    void stream(Ref ref, std::string entries, Bytes data);
    /// The whole file, of a version of PDF ("1.7"). The file identifier is a hash of every body: the same
    /// document has the same one. `info`, the information dictionary, may be none.
    std::string finish(std::string_view version, Ref root, Ref info);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sayso::pdf

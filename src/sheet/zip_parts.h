// The parts of a workbook: files in a ZIP archive, unpacked within bounds. Wraps libzip.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace sayso::sheet {

class ZipParts {
  public:
    /// `bytes` must outlive this. Nothing for bytes that are no ZIP archive.
    static std::optional<ZipParts> open(std::string_view bytes);

    bool has(const std::string& name) const;
    bool is_encrypted(const std::string& name) const;
    /// Nothing when the part is not there, is damaged, or unpacks to more than `most` bytes, whatever the
    /// archive says of its size; `too_large` tells the last.
    struct Part {
        std::optional<std::string> bytes;
        bool too_large = false;
    };
    Part read(const std::string& name, std::size_t most) const;

  private:
    explicit ZipParts(::zip* archive);
    std::shared_ptr<::zip> archive_;
};

}  // namespace sayso::sheet

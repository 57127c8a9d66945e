#include "pdf/objects/deflate.h"

#include <new>

#include <libdeflate.h>

namespace sayso::pdf {

struct Deflater::Impl {
    struct Free {
        void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor{libdeflate_alloc_compressor(6)};
};

Deflater::Deflater() : impl_(std::make_unique<Impl>()) {
    if (!impl_->compressor) throw std::bad_alloc();
}
Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;

std::string Deflater::operator()(std::string_view data) {
    libdeflate_compressor* const compressor = impl_->compressor.get();
    std::string out(libdeflate_zlib_compress_bound(compressor, data.size()), '\0');
    const std::size_t size =
        libdeflate_zlib_compress(compressor, data.data(), data.size(), out.data(), out.size());
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

}  // namespace sayso::pdf

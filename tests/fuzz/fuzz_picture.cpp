// Bytes as one picture: PNG, JPEG, WebP, HEIC, AVIF or SVG by what they are. Decoding must end with a picture
// or with an error.
#include <cstdlib>
#include <string_view>

#include "picture/picture.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    sayso::Diagnostics diagnostics;
    sayso::picture::Wanted wanted;
    wanted.width = sayso::pt(36);  // small, so that many can be tried
    const auto picture = sayso::picture::decode(bytes, "input", {}, wanted, diagnostics);
    if (!picture && !diagnostics.has_errors()) std::abort();  // refused without a reason
    if (picture) {
        const bool drawable = picture->size.width > sayso::Length{} && picture->size.height > sayso::Length{};
        if (!drawable) std::abort();  // layout divides by these
    }
    return 0;
}

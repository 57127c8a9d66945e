// What FontLibrary holds, for the rest of src/text. Private to src/text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/face.h"
#include "text/fonts.h"

namespace sayso::text {

struct Family {
    std::string name;
    std::vector<FontId> faces;  // by weight; of equal weights the earliest folder's alone
};

struct FontLibrary::Impl {
    std::vector<std::unique_ptr<Face>> faces;  // FontId is the index
    std::vector<Family> families;              // sorted by name

    const Face& face(FontId font) const { return *faces[font.value]; }
    const Family* family(std::string_view name) const;
    /// The face of the nearest weight; of two as near, the bolder when bold is wanted (over 500), else the
    /// lighter.
    FontId nearest(const Family& family, int weight) const;
};

}  // namespace sayso::text

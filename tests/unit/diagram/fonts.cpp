#include "fonts.h"

#include <cstdio>
#include <cstdlib>

namespace sayso::test {

const text::FontLibrary& shipped_fonts() {
    static const text::FontLibrary fonts = [] {
        static const DiskEnv env;  // the library reads files when they are first used
        Diagnostics diagnostics;
        auto loaded = text::FontLibrary::load(env, {SAYSO_SOURCE_DIR "/fonts"}, diagnostics);
        if (!loaded) {
            std::fputs("the shipped fonts cannot be read\n", stderr);
            std::abort();
        }
        return std::move(*loaded);
    }();
    return fonts;
}

text::Shaper& shipped_shaper() {
    static text::Shaper shaper(shipped_fonts());
    return shaper;
}

}  // namespace sayso::test

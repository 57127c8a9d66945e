// One word through HarfBuzz. Private to src/text.
#pragma once

#include "text/word_cache.h"

namespace sayso::text {

/// Kerning and ligatures on, figures lining. `buffer` is scratch space, its contents are replaced.
ShapedWord shape_word(const Face& face, hb_buffer_t* buffer, const WordRequest& request);

}  // namespace sayso::text

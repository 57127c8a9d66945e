// Overlays for a translator to fill in: every text that a language lacks, under its own key, with what it is
// for, what it says in the project's language and how much room there is. In: what a file says, and what of
// it is translated already. Out: the text of the new file, or of the old one with what it lacks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "load/shape.h"
#include "load/value.h"
#include "model/loader.h"

namespace sayso::model {

/// One file of content as the project's language has it.
struct Translatable {
    std::string path;  // of the file in the other language
    const load::RecordShape* shape = nullptr;
    load::Value source;
    std::vector<load::Value> done;   // layers in the other language, wherever they come from
    std::optional<load::Value> own;  // what stands in the file at `path`
    std::vector<WantedText> texts;   // of an audience: what its named texts are for
};

struct TranslationText {
    std::string text;         // of the whole file
    std::size_t missing = 0;  // texts that wait for their words
};

/// `before` is the text of the file at `path`, empty when there is none. All that stands there is kept, byte
/// for byte: what the file lacks goes behind it, and where a key of it would have to be opened, as a comment.
TranslationText translation_of(const Translatable& file, const std::string& before);

}  // namespace sayso::model

#include "pack/reasons.h"

namespace sayso::pack {

std::optional<std::string> reason_to_make(const Standing& standing, const DocumentEntry* earlier,
                                          const Fingerprint& inputs, const Store& store) {
    if (earlier == nullptr)
        return standing.damaged ? "the manifest of the pack was damaged" : "it was not there before";
    if (!standing.everything.empty()) return standing.everything;
    if (earlier->inputs.words != inputs.words) return "its words changed";
    if (earlier->inputs.looks != inputs.looks) return "its looks changed";
    if (standing.strict && earlier->warnings > 0) return "its warnings are errors now";
    if (!store.are_intact(earlier->files)) return "its file was changed, damaged or taken away";
    if (!store.has_words(*earlier)) return "the list of its words was taken away";
    return std::nullopt;
}

}  // namespace sayso::pack

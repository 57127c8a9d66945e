// Bytes as one YAML file: parsing must end with a value or with errors, each of which can be shown.
#include <cstdlib>
#include <string_view>

#include "load/value.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    sayso::SourceMap sources;
    sayso::Diagnostics diagnostics;
    const auto source = sources.add("input.yaml", std::string(text));
    auto value = sayso::load::parse_yaml(source, text, "en-GB", diagnostics);
    if (!value && !diagnostics.has_errors()) std::abort();  // refused without a reason
    for (const auto& diagnostic : diagnostics.sorted()) {
        if (sayso::render_text(diagnostic, sources, false).empty()) std::abort();
    }
    if (value) {
        const auto over = *value;
        sayso::load::overlay(*value, over, diagnostics);
    }
    return 0;
}

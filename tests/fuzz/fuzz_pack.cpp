// Bytes as what a pack reads from outside: a table of sites, a manifest, a journal. Each must be read, or
// refused with a reason or in silence, never believed half.
#include <cstdlib>
#include <string_view>

#include "model/site_table.h"
#include "pack/manifest.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    sayso::SourceMap sources;
    sayso::Diagnostics faults;
    sayso::model::Service service;
    const auto source = sources.add("sites.csv", std::string(text));
    sayso::model::add_sites(source, text, service, faults);
    for (const auto& site : service.faulty_sites) {
        if (!site.faults.has_errors()) std::abort();  // left out without a reason
        faults.merge(site.faults);
    }
    for (const auto& fault : faults.sorted()) {
        if (sayso::render_text(fault, sources, false).empty()) std::abort();
    }
    for (const auto& site : service.sites) {
        if (site.id.empty() || site.name.empty()) std::abort();
    }
    if (const auto manifest = sayso::pack::manifest_from_json(text)) {
        const auto again = sayso::pack::manifest_from_json(sayso::pack::to_json(*manifest));
        if (!again || again->documents != manifest->documents) std::abort();
    }
    sayso::pack::from_lines(text);
    return 0;
}

// Bytes as one sheet of evidence: a workbook where they begin as a ZIP archive does, else a CSV file. Reading
// must end, with values or with an error, within the bounds of src/env/limits.h.
#include <string_view>
#include <tuple>

#include "evidence/loader.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sayso;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    evidence::Known known;
    known.any_site = true;
    known.today = 20'454;
    evidence::Evidence evidence;
    for (const auto& [id, counts, every] :
         {std::tuple{"out", "people", "quarter"}, std::tuple{"share", "percent", "month"}}) {
        evidence::Indicator indicator;
        indicator.id.text = id;
        indicator.counts_word.text = counts;
        indicator.every.text = every;
        evidence.indicators.push_back(std::move(indicator));
    }
    SourceMap sources;
    Diagnostics faults;
    evidence::load_sheets(bytes.starts_with("PK") ? "input.xlsx" : "values.csv", bytes, known, evidence,
                          sources, faults);
    for (const Diagnostic& fault : faults.items()) render_text(fault, sources, false);
    return 0;
}

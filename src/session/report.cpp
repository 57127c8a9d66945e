#include "session/report.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sayso {

std::string producer() {
    return fmt::format("sayso {}", version());
}

Report make_report(std::vector<std::string> files, const Diagnostics& diagnostics, const SourceMap& sources,
                   bool strict) {
    Report report{std::move(files), {}, diagnostics.errors(), diagnostics.warnings()};
    if (strict) report.errors += std::exchange(report.warnings, 0);
    report.wrong_usage =
        report.errors > 0 &&
        std::all_of(diagnostics.items().begin(), diagnostics.items().end(),
                    [&](const auto& d) { return !is_error(d, strict) || d.code == usage_fault; });
    for (Diagnostic one : diagnostics.sorted()) {
        const bool error = is_error(one, strict);
        if (error) one.severity = Severity::error;
        report.faults.push_back({error, render_text(one, sources, false), render_text(one, sources, true),
                                 render_json(one, sources)});
    }
    return report;
}

bool write_file(Env& env, const std::string& path, const std::string& bytes, std::vector<std::string>& files,
                Diagnostics& diagnostics) {
    if (const auto fault = env.write(path, bytes)) {
        diagnostics.error("cannot-write", {}, fmt::format("cannot write \"{}\": {}", path, fault->reason),
                          fault->hint_or("choose another folder, or make room"));
        return false;
    }
    files.push_back(path);
    return true;
}

}  // namespace sayso

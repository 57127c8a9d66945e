// `sayso build`: which documents, where to, and what went wrong.

#include <algorithm>

#include <fmt/format.h>

#include "session/jobs.h"
#include "session/session_impl.h"

namespace sayso {

const char* version() {
    return SAYSO_VERSION;
}

std::vector<std::string> formats_of(const std::vector<std::string>& wanted) {
    std::vector<std::string> out;
    for (const std::string& format : wanted) {
        if (std::find(out.begin(), out.end(), format) == out.end()) out.push_back(format);
    }
    if (out.empty()) out.emplace_back("pdf");
    return out;
}

/// Each fault with the document it was found in.
Diagnostics named(const Diagnostics& faults, const Job& job) {
    Diagnostics out;
    for (Diagnostic one : faults.items()) {
        one.notes.push_back({{}, fmt::format("in {}", name_of(job.path))});
        out.add(std::move(one));
    }
    return out;
}

Session::Session(Env& env, std::string data_folder, std::string project)
    : impl_(std::make_unique<Impl>(env, std::move(data_folder), project)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;

Report Session::build(const BuildOptions& options, const Progress& progress) {
    Library& library = impl_->library;
    if (!library.project()) return impl_->report({});
    library.check_logo();
    const std::vector<Job> jobs = list_jobs(library, options);
    // Every job is prepared before any is made: one run finds the faults of all.
    for (const Job& job : jobs) library.prepare(job);
    if (library.diagnostics().has_errors()) return impl_->report({}, options.strict);

    Worker worker(*library.fonts());
    const Emit emit{formats_of(options.formats), options.dpi, library.env().now(), producer()};
    std::vector<std::string> files;
    std::size_t done = 0;
    for (const Job& job : jobs) {
        Diagnostics faults;
        const auto outputs = run(library.request(job, emit, worker.shaper), worker, faults).outputs;
        if (options.strict) faults.promote_warnings();
        // All files of a document were made before the first is written.
        for (const Output& output : outputs) {
            if (faults.has_errors() ||
                !write_file(library.env(), job.path + output.suffix, output.bytes, files, faults))
                break;
        }
        library.diagnostics().merge(named(faults, job));
        if (progress) progress(++done, jobs.size());
    }
    return impl_->report(std::move(files), options.strict);
}

}  // namespace sayso

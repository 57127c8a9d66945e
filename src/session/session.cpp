// The public Session: a project as it stands, and `sayso build`: which documents, where to, and what went
// wrong.

#include <algorithm>

#include <fmt/format.h>

#include "session/jobs.h"
#include "session/session_impl.h"

namespace sayso {
namespace {

/// Each fault with the document it was found in.
Diagnostics named(const Diagnostics& faults, const Job& job) {
    Diagnostics out;
    for (Diagnostic one : faults.items()) {
        one.notes.push_back({{}, fmt::format("in {}", name_of(job.path))});
        out.add(std::move(one));
    }
    return out;
}

/// The document's path in the folder that is written to.
std::string path_of(const Job& job) {
    const std::string name = name_of(job.path);
    return job.site != nullptr ? join_path(job.site->id.text, name) : name;
}

/// Beside the documents, where the project has evidence.
void write_build_report(Catalogue& catalogue, const std::string& data_folder,
                        std::vector<account::DocumentAccount> documents, const std::string& folder) {
    const ProjectEvidence* evidence = catalogue.evidence();
    if (evidence == nullptr || evidence->all.empty()) return;
    const model::Project& project = *catalogue.project();
    const auto page = account::ReportPage::load(catalogue.env(), data_folder, catalogue.diagnostics());
    if (!page) return;
    const auto& service = project.service;
    const account::BuildReport report{
        producer(), service ? service->name.text : catalogue.approach(catalogue.base_lang())->name.text,
        service && service->fictional, state_of(*evidence, project, catalogue.sources()),
        std::move(documents)};
    std::vector<std::string> beside;  // what is told of as made is the documents
    for (const auto& [name, bytes] : {std::pair{account::json_name, account::to_json(report)},
                                      std::pair{account::page_name, page->page(report)}})
        write_file(catalogue.env(), join_path(folder, name), bytes, beside, catalogue.diagnostics());
}

}  // namespace

const char* version() {
    return SAYSO_VERSION;
}

std::shared_ptr<Env> this_machine() {
    return std::make_shared<DiskEnv>();
}

std::string shipped_data(const Env& env, const std::string& program) {
    return find_data_folder(env, program);
}

std::vector<std::string> formats_of(const std::vector<std::string>& wanted) {
    std::vector<std::string> out;
    for (const std::string& format : wanted) {
        if (std::find(out.begin(), out.end(), format) == out.end()) out.push_back(format);
    }
    if (out.empty()) out.emplace_back("pdf");
    return out;
}

Session::Impl::Impl(const Impl& earlier, const std::vector<std::string>& changed)
    : env(std::make_shared<RecordingEnv>(*earlier.env, changed)),
      data_folder(earlier.data_folder),
      project(earlier.project),
      tools(earlier.tools) {
    if (earlier.latest_) latest_ = std::make_shared<const Snapshot>(carried_over(*earlier.latest_, changed));
}

Catalogue Session::Impl::catalogue() {
    const std::lock_guard lock(mutex_);
    return {env, data_folder, project, latest_.get()};
}

Report Session::Impl::report(Catalogue& catalogue, std::vector<std::string> files, bool strict) {
    const std::lock_guard lock(mutex_);
    latest_ = catalogue.snapshot();
    return make_report(std::move(files), catalogue.diagnostics(), catalogue.sources(), strict);
}

void Session::Impl::make(Catalogue& catalogue, const BuildOptions& options, const Progress& progress,
                         const Sink& sink) {
    if (catalogue.project() == nullptr) return;
    const std::vector<std::string> formats = formats_of(options.formats);
    if (options.print && std::find(formats.begin(), formats.end(), "pdf") == formats.end())
        catalogue.diagnostics().error(usage_fault, {}, "bleed and crop marks are for PDF alone",
                                      "add --format pdf, or leave --print out");
    if (!options.pdf.empty() && std::find(formats.begin(), formats.end(), "pdf") == formats.end())
        catalogue.diagnostics().error(usage_fault, {}, fmt::format("\"--pdf {}\" without a PDF", options.pdf),
                                      "add --format pdf, or leave --pdf out");
    catalogue.check_logo();
    const std::vector<Job> jobs = list_jobs(catalogue, options);
    // Every job is prepared before any is made: one run finds the faults of all.
    for (const Job& job : jobs) catalogue.prepare(job);
    if (catalogue.diagnostics().has_errors()) return;

    const auto snapshot = catalogue.snapshot();
    const Workshop workshop(snapshot, tools->drawings(snapshot->fonts));
    std::unique_ptr<Worker> worker = tools->take(snapshot->fonts);
    Emit emit{formats, options.dpi, env->now(), producer()};
    emit.print = options.print;
    emit.pdf = pdf::standard_on(options.pdf);
    std::size_t done = 0;
    for (const Job& job : jobs) {
        Diagnostics faults;
        Made made = run(workshop.request(job, emit, worker->shaper), *worker, faults);
        if (!has_errors(faults, options.strict)) sink(job, made, faults);
        catalogue.diagnostics().merge(named(faults, job));
        if (progress) progress(++done, jobs.size());
    }
    tools->give_back(std::move(worker));
}

Session::Session(Env& env, std::string data_folder, std::string project)
    : Session(std::make_unique<Impl>(env, std::move(data_folder), std::move(project))) {}
Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Session Session::after(const std::vector<std::string>& changed) const {
    return Session(std::make_unique<Impl>(*impl_, changed));
}

std::vector<std::string> Session::paths() const {
    return impl_->env->paths();
}

Report Session::build(const BuildOptions& options, const Progress& progress) const {
    Catalogue catalogue = impl_->catalogue();
    std::vector<std::string> files;
    std::vector<account::DocumentAccount> accounts;
    impl_->make(catalogue, options, progress, [&](const Job& job, Made& made, Diagnostics& faults) {
        // All files of a document were made before the first is written.
        for (const Output& output : made.outputs) {
            const std::string path = job.path + output.suffix;
            if (!write_file(*impl_->env, path, output.bytes, files, faults)) break;
        }
        accounts.push_back({path_of(job), made.composed.document.title, std::move(made.composed.account)});
    });
    if (!accounts.empty())
        write_build_report(catalogue, impl_->data_folder, std::move(accounts), options.out);
    return impl_->report(catalogue, std::move(files), options.strict);
}

Documents Session::make(const BuildOptions& options) const {
    Catalogue catalogue = impl_->catalogue();
    Documents out;
    impl_->make(catalogue, options, {}, [&](const Job& job, Made& made, Diagnostics&) {
        for (Output& output : made.outputs)
            out.made.push_back({job.path + output.suffix, std::move(output.bytes)});
    });
    static_cast<Report&>(out) = impl_->report(catalogue, {}, options.strict);
    return out;
}

}  // namespace sayso

#include "cli/console.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <unistd.h>

namespace sayso::cli {
namespace {

constexpr std::size_t most_faults_shown = 200;

std::string counted(std::size_t count, const char* noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

// A closed or full stream must not throw: the program would then end in the middle of saying why.
void write(std::FILE* to, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), to);
}

Console::Console(const Voice& voice)
    : voice_(voice), terminal_(::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr) {}

void Console::result(const std::string& line) const {
    write(stdout, line + "\n");
}

int Console::report(const Report& report) const {
    std::size_t shown = 0;
    for (const Report::Fault& fault : report.faults) {
        if (!fault.error && voice_.quiet) continue;
        if (shown++ == most_faults_shown) break;
        if (voice_.errors == ErrorFormat::json) {
            write(voice_.findings_are_results ? stdout : stderr, fault.json + "\n");
        } else {
            write(stderr, terminal_ ? fault.color : fault.plain);
        }
    }
    for (const std::string& file : report.files) result(file);
    if (voice_.errors == ErrorFormat::text && !voice_.quiet) summary(report);
    if (report.ok()) return 0;
    return report.wrong_usage ? 2 : 1;
}

void Console::summary(const Report& report) const {
    if (report.errors == 0 && report.warnings == 0) return;
    std::string line;
    if (report.errors > 0) line += counted(report.errors, "error");
    if (report.warnings > 0) line += (line.empty() ? "" : ", ") + counted(report.warnings, "warning");
    write(stderr, line + "\n");
}

void Console::say(const std::string& text) const {
    if (!voice_.quiet && voice_.errors == ErrorFormat::text) write(stderr, text);
}

ProgressBar::Look Console::progress_look() const {
    if (voice_.quiet || voice_.errors == ErrorFormat::json) return ProgressBar::Look::none;
    return terminal_ ? ProgressBar::Look::bar : ProgressBar::Look::lines;
}

void Console::progress(std::size_t done, std::size_t all) const {
    if (!terminal_ || voice_.quiet || all < 2) return;
    write(stderr, fmt::format("\r{} of {} documents{}", done, all, done == all ? "\n" : ""));
    std::fflush(stderr);
}

}  // namespace sayso::cli

#include "cli/pack_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <thread>

#include <fmt/format.h>

#include "cli/progress.h"
#include "cli/usage.h"

namespace sayso::cli {
namespace {

bool read_whole(std::string_view text, std::size_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

/// "2/4": the second of four.
bool read_shard(const std::string& text, std::size_t& number, std::size_t& of) {
    const auto slash = text.find('/');
    return slash != std::string::npos && read_whole(std::string_view(text).substr(0, slash), number) &&
           read_whole(std::string_view(text).substr(slash + 1), of) && number >= 1 && number <= of &&
           of <= 100'000;
}

CLI::Validator shard() {
    return {[](std::string& value) {
                std::size_t number = 0, of = 0;
                return read_shard(value, number, of) ? std::string() : "write which of how many, such as 2/4";
            },
            "I/N",
            {}};
}

const char* word_of(PackReport::Document::Fate fate) {
    using Fate = PackReport::Document::Fate;
    switch (fate) {
        case Fate::made:
            return "made";
        case Fate::kept:
            return "kept";
        case Fate::failed:
            return "failed";
        case Fate::removed:
            return "removed";
    }
    return "";
}

std::string summary(const PackReport& report, double seconds) {
    std::string text = fmt::format("{} made, {} kept", report.made, report.kept);
    if (report.removed > 0) text += fmt::format(", {} removed", report.removed);
    if (report.failed > 0) text += fmt::format(", {} failed", report.failed);
    text += fmt::format("; {:.1f} MB in {:.2f} s\n", static_cast<double>(report.bytes) / 1e6, seconds);
    double all = 0;
    for (const auto& [stage, time] : report.seconds) all += time;
    if (report.made == 0 || all <= 0) return text;
    text += "time of all threads:";
    for (const auto& [stage, time] : report.seconds)
        text += fmt::format(" {} {:.2f} s ({:.0f} %)", stage, time, 100 * time / all);
    return text + "\n";
}

}  // namespace

void PackCommand::add_to(CLI::App& app, const Context& context) {
    CLI::App* command = app.add_subcommand("pack", "Make every document of every site, where it has changed");
    add_common(*command, context.common, true);
    command->add_option("-o,--out", options_.out, "Folder of the pack (pack)");
    options_.jobs = std::max(1U, std::thread::hardware_concurrency());
    command->add_option("-j,--jobs", options_.jobs, "Threads; all of the machine's unless given")
        ->check(whole_number_from_to(1, most_threads));
    command->add_option("--shard", shard_, "Make only part I of N, for several machines; then `pack merge`")
        ->check(shard());
    add_draft_language(*command, options_.draft_language);
    add_pdf(*command, options_.pdf);
    command->add_flag("--zip", options_.zip, "Also one ZIP archive a site");
    command->add_flag("--explain", explain_, "Say of each document why it was made or kept");
    command->add_flag("--fresh", options_.fresh, "Make everything again");
    command->add_flag("--strict", options_.strict, "Warnings are errors");
    command->footer("Example: sayso pack my-service -o pack --zip");
    add_merge(*command, context);
    add_diff(*command, context);
    command->callback([this, command, context] {
        if (command->get_subcommands().empty() && context.has_data()) make(context);
    });
}

void PackCommand::make(const Context& context) {
    read_shard(shard_, options_.shard, options_.shards);
    const Console console(context.common.voice());
    ProgressBar bar(console.progress_look());
    const PackReport report = make_pack(context.env, context.data_folder, context.common.project, options_,
                                        [&](std::size_t done, std::size_t all) { bar.show(done, all); });
    if (explain_) {
        for (const auto& document : report.documents)
            console.result(fmt::format("{}\t{}\t{}", word_of(document.fate), document.path, document.why));
    }
    context.status = console.report(report);
    if (!report.documents.empty()) console.say(summary(report, bar.seconds()));
    const bool has_pages = report.finished && options_.shards == 1;
    if (has_pages && !explain_) console.result(join_path(options_.out, "index.html"));
}

void PackCommand::add_merge(CLI::App& pack, const Context& context) {
    CLI::App* command = pack.add_subcommand("merge", "Join the shards of a pack");
    command->add_option("DIR", folders_, "Folders that hold the shards")->required();
    command->add_option("-o,--out", merged_, "Folder of the whole pack (the first DIR)");
    command->add_flag("--zip", options_.zip, "Also one ZIP archive a site");
    add_common(*command, context.common, false);
    command->footer("Example: sayso pack merge pack");
    command->callback([this, context] {
        if (!context.has_data()) return;
        const std::string& out = merged_.empty() ? folders_.front() : merged_;
        const Console console(context.common.voice());
        const PackReport report = merge_packs(context.env, context.data_folder, folders_, out, options_.zip);
        context.status = console.report(report);
        if (report.ok()) console.result(join_path(out, "index.html"));
    });
}

void PackCommand::add_diff(CLI::App& pack, const Context& context) {
    CLI::App* command = pack.add_subcommand("diff", "Say what changed from one pack to another");
    command->add_option("OLD NEW", packs_, "Folders of the two packs")->required()->expected(2);
    add_common(*command, context.common, false);
    command->footer("Example: sayso pack diff pack-spring pack-summer");
    command->callback([this, context] {
        const Console console(context.common.voice());
        std::vector<std::string> lines;
        const Report report = diff_packs(context.env, packs_.front(), packs_.back(), lines);
        for (const std::string& line : lines) console.result(line);
        context.status = console.report(report);
        if (report.ok() && lines.empty()) console.say("nothing changed\n");
    });
}

}  // namespace sayso::cli

// The command line. It reads arguments, calls the public API, and prints.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <thread>

#include <fmt/format.h>

#include "cli/common.h"
#include "cli/console.h"
#include "cli/open_command.h"
#include "cli/pack_command.h"
#include "cli/usage.h"
#include "diag/suggest.h"
#include "env/env.h"
#include "sayso/sayso.h"

namespace sayso::cli {
namespace {

/// An option that may be given again, and takes several values with commas between them.
CLI::Option* add_values(CLI::App& command, const char* name, std::vector<std::string>& values,
                        const std::string& help) {
    return command.add_option(name, values, help)->delimiter(',')->allow_extra_args(false);
}

class Program {
  public:
    explicit Program(const std::string& program) : data_folder_(find_data_folder(env_, program)) {}

    int run(int argc, char** argv) {
        CLI::App app{"sayso makes tailored, honest, accessible documents from one content model.", "sayso"};
        app.require_subcommand(1);
        app.set_version_flag("--version", fmt::format("sayso {}", version()));
        app.footer("Example: sayso build --audience commissioners");
        add_init(app);
        add_build(app);
        add_diagram(app);
        pack_.add_to(app, {env_, data_folder_, common_, status_, [this] { return has_data(); }});
        open_.add_to(app, {env_, data_folder_, common_, status_, [this] { return has_data(); }});
        add_check(app);
        add_translate(app);
        add_evidence(app);
        add_list(app);
        add_schema(app);
        add_common(app, common_, false);
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        if (wants_json(arguments)) common_.error_format = "json";
        if (const auto faults = usage_faults(app, arguments); !faults.empty())
            return Console(common_.voice()).report(command_report(faults));
        if (const auto clock = unusable_source_date()) {
            refuse(fmt::format("SOURCE_DATE_EPOCH cannot be \"{}\"", *clock),
                   "write the seconds since 1970, such as 1767225600, or unset it");
            return status_;
        }
        try {
            app.parse(argc, argv);
        } catch (const CLI::CallForHelp& help) {
            return app.exit(help);
        } catch (const CLI::CallForVersion& help) {
            return app.exit(help);
        } catch (const CLI::ParseError& fault) {
            refuse(fault.what(), "see `sayso --help`, or `sayso COMMAND --help`");
        }
        note_project_passed_over(app);
        return status_;
    }

  private:
    void refuse(std::string message, std::string hint) {
        status_ = Console(common_.voice()).report(command_report({{std::move(message), std::move(hint)}}));
    }

    /// Whoever stands in a project's folder most likely means that project.
    void note_project_passed_over(const CLI::App& app) const {
        if (!common_.project.empty() || !env_.is_file("sayso.yaml") || app.got_subcommand("open")) return;
        for (const CLI::App* used : app.get_subcommands()) {
            const bool could_take_it =
                used->get_option_no_throw("PROJECT") && used->get_subcommands().empty();
            if (!could_take_it) continue;
            Console(common_.voice())
                .say(fmt::format(
                    "note: the sayso.yaml in this folder was not used; to use it, write: sayso {} .\n",
                    used->get_name()));
        }
    }

    bool has_data() {
        if (!data_folder_.empty()) return true;
        const CommandFault fault{"cannot find the templates and fonts",
                                 "set SAYSO_HOME to the folder that holds templates/ and fonts/"};
        status_ = Console(common_.voice()).report(command_report({fault}, "no-data"));
        return false;
    }

    void add_init(CLI::App& app) {
        CLI::App* command =
            app.add_subcommand("init", "Make a filled, fictional service that builds at once");
        command->add_option("DIR", init_folder_, "New folder")->required();
        command->add_option("--approach", init_approach_,
                            "Make an approach of your own of this name, its texts to be written");
        command->footer("Example: sayso init my-service && sayso build my-service");
        add_common(*command, common_, false);
        command->callback([this] {
            if (!has_data()) return;
            status_ = Console(common_.voice())
                          .report(init_approach_.empty()
                                      ? init_project(env_, data_folder_, init_folder_)
                                      : init_approach(env_, data_folder_, init_folder_, init_approach_));
        });
    }

    void add_build(CLI::App& app) {
        CLI::App* command = app.add_subcommand("build", "Make documents, and print the path of each");
        BuildOptions& o = build_;
        add_common(*command, common_, true);
        add_values(*command, "--audience", o.audiences,
                   "Who it is for (see `sayso list audiences`); all unless given");
        add_values(*command, "--kind", o.kinds,
                   "Kind of document (see `sayso list kinds`); briefing unless given");
        add_values(*command, "--site", o.sites, "A site of the project");
        command->add_option("--strand", o.strand,
                            "Narrow to one strand, such as children or adults, or both");
        command->add_option("--edition", o.edition, "large-print lays the document out anew at 18 pt")
            ->check(one_of({"standard", "large-print"}));
        add_values(*command, "--lang", o.langs, "Language, such as cy or ur");
        add_values(*command, "--format", o.formats, "pdf, png, html, epub, docx, pptx")
            ->check(one_of({"pdf", "png", "html", "epub", "docx", "pptx"}));
        command->add_option("--dpi", o.dpi, "Dots an inch of PNG pages")->check(number_from_to(20, 600));
        add_pdf(*command, o.pdf);
        command->add_flag("--print", o.print,
                          "PDF for a printing house, as NAME-print.pdf: 3 mm of bleed, and crop marks");
        command->add_flag("--strict", o.strict, "Warnings are errors");
        add_draft_language(*command, o.draft_language);
        command->add_option("-o,--out", o.out, "Folder to write to (out)");
        command->footer("Example: sayso build my-service --audience commissioners --format pdf,png -o out");
        command->callback([this] {
            if (!has_data()) return;
            const Console console(common_.voice());
            Session session(env_, data_folder_, common_.project);
            status_ = console.report(session.build(
                build_, [&](std::size_t done, std::size_t all) { console.progress(done, all); }));
        });
    }

    void add_diagram(CLI::App& app) {
        CLI::App* command =
            app.add_subcommand("diagram", "Draw the model: means, practice, outcomes, feedback loop");
        DiagramOptions& o = diagram_;
        add_common(*command, common_, true);
        command->add_option("--highlight", o.highlight, "The audience whose card is lit");
        command->add_option("--size", o.size, "a4, a3, a4-portrait, a3-portrait or slide (a4)");
        command->add_option("--strand", o.strand, "Narrow to one strand");
        command->add_option("--lang", o.lang, "Language");
        add_values(*command, "--format", o.formats, "pdf, svg, png")->check(one_of({"pdf", "svg", "png"}));
        add_pdf(*command, o.pdf);
        command->add_option("--dpi", o.dpi, "Dots an inch of the PNG")->check(number_from_to(20, 600));
        command->add_flag("--outline-text", o.outline_text, "SVG: letters as shapes, without fonts");
        command->add_option("-o,--out", o.out, "Folder to write to (out)");
        command->footer("Example: sayso diagram --highlight commissioners --size slide --format svg,png");
        command->callback([this] {
            if (!has_data()) return;
            Session session(env_, data_folder_, common_.project);
            status_ = Console(common_.voice()).report(session.diagram(diagram_));
        });
    }

    void add_check(CLI::App& app) {
        CLI::App* command =
            app.add_subcommand("check", "Find every fault at once; exit code 0 means fit to print");
        add_common(*command, common_, true);
        CheckOptions& o = check_;
        add_values(*command, "--audience", o.audiences, "Only documents for this audience");
        add_values(*command, "--kind", o.kinds, "Only this kind of document");
        add_values(*command, "--site", o.sites, "Only the documents of this site");
        command->add_option("--strand", o.strand, "Only this strand");
        add_values(*command, "--lang", o.langs, "Documents in this language");
        command->add_option("--edition", o.edition, "Documents in this edition")
            ->check(one_of({"standard", "large-print"}));
        o.jobs = std::max(1U, std::thread::hardware_concurrency());
        command->add_option("-j,--jobs", o.jobs, "Threads; all of the machine's unless given")
            ->check(whole_number_from_to(1, most_threads));
        command->add_flag("--strict", o.strict, "Warnings are errors");
        add_draft_language(*command, o.draft_language);
        command->add_option("--format", check_format_, "text, or json: one object a line, on stdout")
            ->check(one_of({"text", "json"}));
        command->footer("Example: sayso check my-service --strict");
        command->callback([this] {
            if (!has_data()) return;
            Session session(env_, data_folder_, common_.project);
            Voice voice = common_.voice();
            if (check_format_ == "json") voice = {common_.quiet, ErrorFormat::json, true};
            const Console console(voice);
            const Report report = session.check(check_);
            status_ = console.report(report);
            if (report.faults.empty()) console.say("no faults found\n");
        });
    }

    void add_translate(CLI::App& app) {
        CLI::App* command = app.add_subcommand(
            "translate", "Write files for a translator to fill in, each text with its source beside it");
        command->add_option("LANG", translate_.lang, "Language to translate into, such as pl")->required();
        add_common(*command, common_, true);
        add_values(*command, "--audience", translate_.audiences, "Only what this reader is given");
        command->footer("Example: sayso translate pl my-service --audience family");
        command->callback([this] {
            if (!has_data()) return;
            const Console console(common_.voice());
            Session session(env_, data_folder_, common_.project);
            std::size_t texts = 0;
            const Report report = session.translate(translate_, texts);
            status_ = console.report(report);
            if (report.ok()) console.say(fmt::format("{} texts wait for their words\n", texts));
        });
    }

    void add_evidence(CLI::App& app) {
        CLI::App* command =
            app.add_subcommand("evidence", "What the service has measured, and what people say");
        command->require_subcommand(1);
        CLI::App* make =
            command->add_subcommand("new", "Write a workbook to fill in, into the project's evidence folder");
        add_common(*make, common_, true);
        make->footer("Example: sayso evidence new my-service");
        make->callback([this] {
            if (!has_data()) return;
            status_ =
                Console(common_.voice()).report(Session(env_, data_folder_, common_.project).new_evidence());
        });
        CLI::App* check =
            command->add_subcommand("check", "Read the evidence alone: a project's, or one sheet's");
        add_common(*check, common_, true);
        check->footer("Example: sayso evidence check my-service");
        check->callback([this] {
            if (!has_data()) return;
            const Console console(common_.voice());
            std::vector<std::string> lines;
            const bool sheet = env_.is_file(common_.project) && !common_.project.ends_with(".yaml");
            const Report report = sheet ? check_sheet(env_, data_folder_, common_.project, lines)
                                        : Session(env_, data_folder_, common_.project).check_evidence(lines);
            for (const std::string& line : lines) console.result(line);
            status_ = console.report(report);
        });
    }

    void add_list(CLI::App& app) {
        CLI::App* command = app.add_subcommand("list", "List what there is, one line each");
        // PROJECT may come first, as in the other commands, so both orders are taken apart here.
        command
            ->add_option("WHAT", words_,
                         "[PROJECT] audiences|evidence|kinds|outcomes|sites|templates|texts|themes")
            ->required()
            ->expected(1, 2);
        add_common(*command, common_, false);
        command->footer("Example: sayso list outcomes");
        command->callback([this] {
            static constexpr const char* topics[] = {"audiences", "evidence",  "kinds", "outcomes",
                                                     "sites",     "templates", "texts", "themes"};
            const auto is_topic = [](const std::string& word) {
                return std::find(std::begin(topics), std::end(topics), word) != std::end(topics);
            };
            if (words_.size() == 2 && is_topic(words_.front()) && !is_topic(words_.back()))
                std::swap(words_[0], words_[1]);
            if (!is_topic(words_.back())) {
                return refuse(fmt::format("cannot list \"{}\"", words_.back()),
                              suggestion(words_.back(), {std::begin(topics), std::end(topics)}));
            }
            if (!has_data()) return;
            const Console console(common_.voice());
            Session session(env_, data_folder_, words_.size() == 2 ? words_.front() : "");
            std::vector<std::string> lines;
            const Report report = session.list(words_.back(), lines);
            for (const std::string& line : lines) console.result(line);
            status_ = console.report(report);
        });
    }

    void add_schema(CLI::App& app) {
        CLI::App* command =
            app.add_subcommand("schema", "Print the JSON Schema of a kind of file, for editors");
        command->add_option("TYPE", schema_type_, "Type of file, or `reference` for the page of every key")
            ->required();
        add_common(*command, common_, false);
        command->footer("Example: sayso schema project > project.schema.json");
        command->callback([this] {
            if (schema_type_ == "reference") return write(stdout, reference_page());
            const std::string schema = json_schema(schema_type_);
            if (schema.empty()) {
                std::vector<std::string> types = schema_types();
                types.insert(types.begin(), "reference");
                return refuse(fmt::format("no schema is called \"{}\"", schema_type_),
                              suggestion(schema_type_, types));
            }
            write(stdout, schema + "\n");
        });
    }

    DiskEnv env_;
    std::string data_folder_;
    Common common_;
    BuildOptions build_;
    DiagramOptions diagram_;
    std::string init_folder_, init_approach_, schema_type_;
    std::vector<std::string> words_;
    CheckOptions check_;
    TranslateOptions translate_;
    PackCommand pack_;
    OpenCommand open_;
    std::string check_format_ = "text";
    int status_ = 0;
};

}  // namespace

void add_draft_language(CLI::App& command, bool& wanted) {
    command.add_flag("--draft-language", wanted,
                     "Print what is translated in part, marked as a draft, instead of refusing it");
}

void add_pdf(CLI::App& command, std::string& version) {
    command
        .add_option("--pdf", version,
                    "Version of PDF: 1.7 (PDF/UA-1 and PDF/A-2a; the default) or 2.0 (PDF/UA-2 and PDF/A-4)")
        ->check(one_of({"1.7", "2.0"}));
}

void add_common(CLI::App& command, Common& common, bool takes_project) {
    if (takes_project) {
        command.add_option("PROJECT", common.project,
                           "Folder with sayso.yaml; without it, the shipped content alone");
    }
    command.add_option("--format-errors", common.error_format, "How faults are written: text or json")
        ->check(one_of({"text", "json"}));
    command.add_flag("-q,--quiet", common.quiet, "Say nothing but errors and results");
}

}  // namespace sayso::cli

int main(int argc, char** argv) {
    using namespace sayso::cli;
    std::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is then an error of write(), told like any other
    const bool json = wants_json({argv + std::min(argc, 1), argv + argc});
    const auto tell = [&](const sayso::CommandFault& fault, const char* code) {
        const Console console({true, json ? ErrorFormat::json : ErrorFormat::text});
        return console.report(sayso::command_report({fault}, code));
    };
    try {
        const int status = Program("/proc/self/exe").run(argc, argv);
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
        return tell({"cannot write the results to standard output", "make room where they are to go"},
                    "cannot-write");
    } catch (const std::exception& bug) {
        return tell({fmt::format("this is a fault in sayso itself: {}", bug.what()),
                     "please report it, with the command you typed"},
                    "bug");
    }
}

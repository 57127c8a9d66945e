// The public face of libsayso: what the command line and a workbench use, and nothing they do not.
//
// A Session is a project as it stands, and makes documents from it. Every call collects its faults in a
// Report instead of throwing; an exception out of here is a bug in sayso.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sayso {

class Env;
struct Choices;  // sayso/look.h
struct PackContents;
struct Pages;

/// What one call found and made.
struct Report {
    struct Fault {
        bool error = true;  // else a warning
        std::string plain;  // as shown to people: "file:line:col: error: …", source line, caret, hint
        std::string color;  // the same with ANSI colours
        std::string json;   // one object on one line
    };
    std::vector<std::string> files;  // made, in order
    std::vector<Fault> faults;       // in order of place
    std::size_t errors = 0, warnings = 0;
    bool wrong_usage = false;  // every error is of the command line, none of the content
    bool ok() const { return errors == 0; }
};

/// A fault of the command line, outside all content.
struct CommandFault {
    std::string message;  // lower case, the user's own words in double quotes
    std::string hint;     // what to type
};
/// Such faults as a report like any other. `code` tells machines what kind they are.
Report command_report(const std::vector<CommandFault>& faults, const std::string& code = "wrong-usage");

/// Which documents to make. Empty lists mean: every audience; the kind "briefing"; no site; the project's own
/// language; PDF.
struct BuildOptions {
    std::vector<std::string> audiences, kinds, sites, langs, formats;
    std::string strand;   // "", "both", or the id of a strand
    std::string edition;  // "" or "large-print"
    std::string out = "out";
    double dpi = 110;     // of PNG pages
    bool strict = false;  // warnings are errors
    bool draft_language =
        false;           // print what is translated in part, marked as a draft, instead of refusing it
    bool print = false;  // PDF for a printing house: 3 mm of bleed, and crop marks
    std::string pdf;     // "" or "1.7": PDF/UA-1 with PDF/A-2a; "2.0": PDF/UA-2 with PDF/A-4
};

struct DiagramOptions {
    std::string highlight;    // id of a stakeholder
    std::string size = "a4";  // a4, a3, slide; with "-portrait"
    std::vector<std::string> formats;
    std::string strand, lang;
    std::string pdf;  // "", "1.7" or "2.0"
    std::string out = "out";
    double dpi = 150;
    bool outline_text = false;  // SVG without fonts
};

/// Which of the documents that a pack of the project holds to look at; empty lists mean all. Where the pack
/// holds none of those that are named, what `build` would make of the names.
struct CheckOptions {
    std::vector<std::string> audiences, kinds, sites, langs;
    std::string strand, edition;
    std::size_t jobs = 1;  // threads
    bool strict = false;   // warnings are errors
    bool draft_language = false;
};

struct TranslateOptions {
    std::string lang;                    // to translate into: "pl"
    std::vector<std::string> audiences;  // empty: all
};

/// Documents in memory. `files` is empty: nothing was written.
struct Documents : Report {
    struct File {
        std::string path;  // as `build` would write it
        std::string bytes;
    };
    std::vector<File> made;
};

/// Called between documents: done, all.
using Progress = std::function<void(std::size_t, std::size_t)>;

/// The files and the clock of this machine.
std::shared_ptr<Env> this_machine();
/// The folder of the shipped templates and fonts, empty when it is not to be found. `program` is argv[0].
std::string shipped_data(const Env& env, const std::string& program);

/// A snapshot: every file is read when it is first needed, and stays what it was then, whatever happens to it
/// on disk. Calls may come from several threads.
class Session {
  public:
    /// `env` must outlive this and all that come after it. `data_folder` holds the shipped templates/ and
    /// fonts/; `project` is a folder with sayso.yaml, that file, or empty for the shipped content alone.
    Session(Env& env, std::string data_folder, std::string project);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    /// The project after some files changed, came or went. It reads those again, and shares the rest.
    Session after(const std::vector<std::string>& changed) const;
    /// The files and folders that were read or looked for so far: when one of them changes, documents may.
    std::vector<std::string> paths() const;

    /// What there is to choose from: readers, kinds, sites, languages, themes.
    Choices choices() const;
    /// How many documents a pack would hold, and for whom.
    PackContents pack_contents() const;
    /// One document as pages to look at, and where on them each piece of its words lies and comes from.
    /// `options` name it as for `build`; of several, the first is shown.
    Pages show(const BuildOptions& options) const;
    /// What `build` would write.
    Documents make(const BuildOptions& options) const;
    Report build(const BuildOptions& options, const Progress& progress = {}) const;
    Report diagram(const DiagramOptions& options) const;
    /// Every fault that a pack would have, in one run. No error: a pack would succeed. `progress` as for
    /// packs.
    Report check(const CheckOptions& options, const Progress& progress = {}) const;
    /// Writes overlays into the project's lang/LANG/ for a translator to fill in: every text that has no
    /// words in the language yet, with its source. What stands there is kept. `texts` is how many wait.
    Report translate(const TranslateOptions& options, std::size_t& texts) const;
    /// `what`: audiences, evidence, kinds, outcomes, sites, templates, texts, themes. One line each,
    /// tab-separated, id first.
    Report list(const std::string& what, std::vector<std::string>& lines) const;
    /// Writes evidence/evidence.xlsx of the project: a workbook to fill in, with drop-downs, notes and
    /// examples.
    Report new_evidence() const;
    /// Reads the evidence and decides what may be published; `lines` says what there is.
    Report check_evidence(std::vector<std::string>& lines) const;

  private:
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Copies the shipped example project into a new folder. Refused when the folder has files in it.
Report init_project(Env& env, const std::string& data_folder, const std::string& folder);

/// Makes a project with an approach of its own, every text of it to be written.
Report init_approach(Env& env, const std::string& data_folder, const std::string& folder,
                     const std::string& name);

/// Reads one sheet of evidence (.xlsx, .csv); in the evidence folder of a project, all of that project's.
Report check_sheet(Env& env, const std::string& data_folder, const std::string& path,
                   std::vector<std::string>& lines);

/// The JSON Schema of a type, the types' names, and the reference page of every key (docs/reference.md).
std::string json_schema(const std::string& type);
std::vector<std::string> schema_types();
std::string reference_page();

const char* version();

}  // namespace sayso

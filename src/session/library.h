// Everything that documents share, loaded once and then read-only: content by language, templates by kind,
// pictures.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "check/lexicon.h"
#include "compose/request.h"
#include "diag/reported.h"
#include "diagram/diagram.h"
#include "doc/document.h"
#include "model/loader.h"
#include "model/project_files.h"
#include "pipeline.h"
#include "session/project_evidence.h"
#include "text/fonts.h"
#include "text/paragraph.h"

namespace sayso {

/// One document to make.
struct Job {
    std::string audience;  // empty: nobody in particular
    std::string kind;
    std::string strand;  // empty: both
    std::string lang;
    compose::Edition edition = compose::Edition::standard;
    const model::Site* site = nullptr;
    std::string path;             // of its files, without the ending
    bool draft_language = false;  // a translation that is not whole is printed and marked, not refused
    std::int64_t date = 0;        // that it bears, in seconds since 1970 UTC; 0: today
};

class Library {
  public:
    Library(Env& env, std::string data_folder, const std::string& project_path);

    const std::optional<model::Project>& project() const { return project_; }
    const SourceMap& sources() const { return sources_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    model::Loader& loader() { return loader_; }
    Env& env() const { return env_; }

    /// Loading, on one thread. Each is read at the first call and remembered, faults and all.
    const model::Approach* approach(const std::string& lang);
    const model::Audience* audience(const std::string& id, const std::string& lang);
    const model::Template* document_template(const std::string& kind, const std::string& audience,
                                             const std::string& lang);
    const model::Theme* theme();
    const std::vector<model::FrameworkUse>& frameworks(const std::string& lang);
    /// Those that the approach or the project has words for.
    const std::vector<std::string>& audience_ids();
    /// The same, where a document for each of them is wanted: none at all is an error.
    const std::vector<std::string>& every_audience();
    const text::FontLibrary* fonts();
    const std::string& base_lang();
    /// The project's evidence, decided once for all documents; nothing for the shipped content alone.
    const ProjectEvidence* evidence();
    /// Before the first call of `evidence`: what earlier packs printed.
    void remember_printed(std::vector<evidence::PrintedNumber> printed) { printed_ = std::move(printed); }
    /// Loads all that `job` needs; false when something is missing (and reported).
    bool prepare(const Job& job);
    /// The same for what the rules of plain print say in a language.
    void prepare_rules(const std::string& lang);

    /// After `prepare`, from any thread. The requests refer to this library. Held against the rules where
    /// those of its language are prepared.
    Request request(const Job& job, Emit emit, text::Shaper& shaper) const;
    /// The diagram by itself, one page.
    Request figure_request(const Job& job, const compose::DiagramRequest& asked, Emit emit,
                           text::Shaper& shaper) const;

    /// A day as the language writes it, from any thread.
    std::string date(std::int64_t seconds, const std::string& lang) const;

    /// The project's logo is there and can be drawn, whether or not a template shows it.
    void check_logo();
    /// "" stands for both strands; an unknown one is an error of the command line.
    bool knows_strand(const std::string& strand);
    /// Whether a kind can be made for nobody in particular; if not, an error where a file asks for it, or of
    /// the command line.
    bool for_everyone(const std::string& kind, const std::string& lang, Span asked_at = {});
    /// The languages that the approach or the project has texts in, the base language first.
    std::vector<std::string> languages();

  private:
    void check_family();
    bool speaks_evidence(const std::string& lang) const;
    compose::Request content(const Job& job, text::Shaper& shaper) const;
    compose::DiagramMaker diagram_maker(const Job& job, text::Shaper& shaper) const;
    bool is_own(Span place) const;
    std::string picture_path(const std::string& id) const;

    Env& env_;
    std::string data_folder_;
    SourceMap sources_;
    Diagnostics diagnostics_;
    model::Loader loader_;
    std::optional<model::Project> project_;

    // optional<optional<T>>-like: an empty optional means "tried, and could not".
    std::map<std::string, std::optional<model::Approach>> approaches_;
    std::map<std::pair<std::string, std::string>, std::optional<model::Audience>> audiences_;
    std::map<std::tuple<std::string, std::string, std::string>, std::optional<model::Template>> templates_;
    std::optional<std::optional<model::Theme>> theme_;
    std::map<std::string, std::vector<model::FrameworkUse>> frameworks_;
    std::optional<std::vector<std::string>> audience_ids_;
    std::optional<std::optional<text::FontLibrary>> fonts_;

    std::vector<evidence::PrintedNumber> printed_;
    std::optional<std::optional<ProjectEvidence>> evidence_;
    std::map<std::string, evidence::ClaimWords> claim_words_;  // by language
    std::map<std::string, std::optional<check::Lexicon>> lexicons_;  // by language

    bool logo_checked_ = false;

    struct PictureKey {
        std::string name;
        picture::Wanted wanted;
        bool operator==(const PictureKey&) const = default;
        std::size_t hash() const { return std::hash<std::string>()(name); }
    };
    struct DrawingKey {
        std::string lang, strand;
        compose::DiagramRequest asked;
        bool is_for_reader = false;  // whose card is lit: what they ask for is linked, in their own words
        bool operator==(const DrawingKey&) const = default;
        std::size_t hash() const { return std::hash<std::string>()(asked.highlight + lang + strand); }
    };
    struct DateKey {
        std::int64_t day;
        std::string lang;
        bool operator==(const DateKey&) const = default;
        std::size_t hash() const { return std::hash<std::int64_t>()(day); }
    };
    std::optional<picture::Picture> decoded(const PictureKey& key, Diagnostics& diagnostics) const;
    std::optional<compose::Drawing> drawn(const DrawingKey& key, text::Shaper& shaper,
                                          Diagnostics& diagnostics) const;

    // Made on demand by whichever document needs them first; the same for every document.
    mutable Memo<PictureKey, std::optional<picture::Picture>> pictures_;
    mutable Memo<DrawingKey, std::optional<compose::Drawing>> drawings_;
    mutable Memo<DateKey, std::string> dates_;
};

}  // namespace sayso

// What can be made of a project, and what is read for it: answers questions about readers, kinds, languages
// and sites, reads what it is asked about, and gives all that it has read as a snapshot. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/loader.h"
#include "session/job.h"
#include "session/snapshot.h"

namespace sayso {

class Catalogue {
  public:
    /// With `earlier`, what that has need not be read again, except what its env no longer knows.
    Catalogue(std::shared_ptr<RecordingEnv> env, std::string data_folder, const std::string& project_path,
              const Snapshot* earlier = nullptr);

    /// Null: there is none to read, and the diagnostics say why.
    const model::Project* project() const { return read_.project.get(); }
    const SourceMap& sources() const { return read_.sources; }
    Diagnostics& diagnostics() { return read_.diagnostics; }
    model::Loader& loader() { return loader_; }
    Env& env() const { return *env_; }

    /// Each is read at the first call and remembered, faults and all.
    const model::Approach* approach(const std::string& lang);
    const model::Audience* audience(const std::string& id, const std::string& lang);
    const model::Template* document_template(const std::string& kind, const std::string& audience,
                                             const std::string& lang);
    const model::Theme* theme();
    const std::vector<model::FrameworkUse>& frameworks(const std::string& lang);
    const text::FontLibrary* fonts();
    const std::string& base_lang();

    /// The people whom the project's letters go to; none for the shipped content alone.
    const std::vector<model::Recipient>& recipients();
    /// The project's evidence; null for the shipped content alone.
    const ProjectEvidence* evidence();
    /// Before the first call of `evidence`: what earlier packs printed.
    void remember_printed(std::vector<evidence::PrintedNumber> printed) { printed_ = std::move(printed); }
    /// Reads all that `job` needs; false when something is missing (and reported).
    bool prepare(const Job& job);
    /// The same for what the rules of plain print say in a language.
    void prepare_rules(const std::string& lang);
    /// All that was read so far. The documents of the jobs that were prepared can be made from it.
    std::shared_ptr<const Snapshot> snapshot() const;

    /// Those that the approach or the project has words for.
    const std::vector<std::string>& audience_ids();
    /// The same, where a document for each of them is wanted: none at all is an error.
    const std::vector<std::string>& every_audience();
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
    void prepare_claims(const std::string& lang);

    std::shared_ptr<RecordingEnv> env_;
    Snapshot read_;
    model::Loader loader_;
    bool theme_read_ = false, fonts_read_ = false, logo_checked_ = false, evidence_read_ = false;
    std::vector<evidence::PrintedNumber> printed_;
    std::optional<std::vector<std::string>> audience_ids_;
};

}  // namespace sayso

// The pack's pages for people: one for each site, that says who should get what and how to print it, and one
// in front of them. Their words and looks stand in templates/pack/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "pack/manifest.h"

namespace sayso::pack {

/// A folder of the pack and the documents in it.
struct SiteDocuments {
    std::string folder;
    std::span<const DocumentEntry> documents;  // of the manifest, never none
};
/// In the order of the manifest, in which a folder's documents stand together.
std::vector<SiteDocuments> by_site(const Manifest& manifest);
/// The folder that a document lies in.
std::string site_of(const DocumentEntry& document);

/// What the report of the pack tells; the manifest has evidence.
account::BuildReport report_of(const Manifest& manifest);

class IndexPages {
  public:
    /// Reads the templates; nothing, with an error, when they are not there or not well formed.
    static std::optional<IndexPages> load(const Env& env, const std::string& data_folder,
                                          Diagnostics& diagnostics);

    std::string site(const Manifest& manifest, const SiteDocuments& site) const;
    std::string front(const Manifest& manifest) const;
    /// For a pack with evidence.
    std::string report(const Manifest& manifest) const { return report_.page(report_of(manifest)); }

  private:
    account::ReportPage report_;
    std::string site_template_, front_template_, style_;
};

}  // namespace sayso::pack

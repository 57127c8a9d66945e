// The pack's pages for people: one for each site, that says who should get what and how to print it, and one
// in front of them. Their words and looks stand in templates/pack/.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "pack/manifest.h"

namespace sayso::pack {

class IndexPages {
  public:
    /// Reads the templates; nothing, with an error, when they are not there or not well formed.
    static std::optional<IndexPages> load(const Env& env, const std::string& data_folder,
                                          Diagnostics& diagnostics);

    /// `site` is the name of a folder of the pack.
    std::string site(const Manifest& manifest, const std::string& site) const;
    std::string front(const Manifest& manifest) const;

  private:
    std::string site_template_, front_template_, style_;
};

/// Folders of the pack, in its order.
std::vector<std::string> sites_of(const Manifest& manifest);
/// The folder that a document lies in.
std::string site_of(const DocumentEntry& document);

}  // namespace sayso::pack

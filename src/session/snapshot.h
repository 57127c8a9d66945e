// What documents are made from: a project as it stood at one moment, as far as they need it, read, validated,
// and never changed. Stage: behind load and model, before compose. A change on disk makes another snapshot,
// which shares what did not change.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/lexicon.h"
#include "diag/diagnostic.h"
#include "diag/reported.h"
#include "env/recording_env.h"
#include "model/approach.h"
#include "model/files.h"
#include "model/framework.h"
#include "model/project.h"
#include "model/recipient.h"
#include "model/template.h"
#include "model/theme.h"
#include "session/project_evidence.h"
#include "text/fonts.h"

namespace sayso {

/// Values by what names them. Null: it was looked for, and cannot be made; the diagnostics say why.
template <class Key, class T>
using Shared = std::map<Key, std::shared_ptr<const T>>;

struct Snapshot {
    /// Its answers are the list of what was read, and it gives the same ones again.
    std::shared_ptr<const RecordingEnv> env;
    std::string data_folder;

    std::shared_ptr<const model::Project> project;
    std::shared_ptr<const std::vector<model::Recipient>> recipients;         // null: not asked for
    Shared<std::string, model::Approach> approaches;                         // by language
    Shared<std::pair<std::string, std::string>, model::Audience> audiences;  // by id and language
    /// By kind, audience and language.
    Shared<std::tuple<std::string, std::string, std::string>, model::Template> templates;
    std::vector<std::string> audience_ids;  // of every reader
    std::shared_ptr<const model::Theme> theme;
    Shared<std::string, std::vector<model::FrameworkUse>> frameworks;  // by language
    std::shared_ptr<const text::FontLibrary> fonts;
    Diagnostics font_faults;
    /// By language; an empty one stands for a language whose words sayso does not know.
    Shared<std::string, Reported<std::optional<check::Lexicon>>> lexicons;

    std::shared_ptr<const ProjectEvidence>
        evidence;  // decided once for all documents; null without a project
    Shared<std::string, evidence::ClaimWords> claim_words;  // by language, where the evidence is shown in it

    SourceMap sources;
    model::ParsedFiles parsed;
    Diagnostics diagnostics;

    /// Whether words came from the service's own files: what is shipped lies in templates.
    bool is_own(Span place) const;
};

/// What of a snapshot can go into the next: its files as they were parsed, and fonts and word lists where
/// none of the paths is one.
Snapshot carried_over(const Snapshot& earlier, const std::vector<std::string>& changed);

}  // namespace sayso

// The report of a build: what of the evidence stands in which documents, what was left out and why, what
// expires soon, what is hidden and how far the proof went. Stage: after the documents are made. In: what is
// published, and each document's own account. Out: build-report.json and a page for people.
//
// It lies beside documents that are given away, so it must tell no more than they do: which of the hidden
// counts are small, and how many, is in neither file.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "env/env.h"
#include "evidence/account.h"
#include "evidence/published.h"

namespace sayso::account {

/// A piece of evidence that documents may use, and what stands behind it.
struct Source {
    std::string what, id;  // "claim", "incidents"
    std::string label, source, method, by, strength, measured;
    std::string until;  // the last day of its use, or empty
    std::string where;  // file and line, or cell
    bool operator==(const Source&) const = default;
};

/// What no document may use.
struct LeftOut {
    std::string what, id, why, where;
    bool operator==(const LeftOut&) const = default;
};

struct Expiring {
    std::string what, id, on;
    bool operator==(const Expiring&) const = default;
};

struct HiddenCount {
    std::string id, site, period;  // no site: the whole service
    bool operator==(const HiddenCount&) const = default;
};

/// What was decided once for all documents.
struct State {
    std::vector<Source> sources;
    std::vector<LeftOut> left_out;
    std::vector<Expiring> expiring;  // within 90 days
    std::vector<HiddenCount> hidden;
    std::size_t numbers = 0;  // of people, shown and hidden
    int hide_up_to = 7, round_to = 1;
    bool proven = true;
    bool operator==(const State&) const = default;
};

struct DocumentAccount {
    std::string path, title;
    evidence::Account account;
};

struct BuildReport {
    std::string made_by, title;
    bool fictional = false;
    State state;
    std::vector<DocumentAccount> documents;
};

/// Whether words are of this source: a claim's own, or its chart's.
bool is_of(const evidence::Cited& cited, const Source& source);

/// One text for each piece of evidence in a document, in its order: a sentence tells what a lone number does
/// not.
std::vector<evidence::Printed> telling(const evidence::Account& account);

/// Places are named through `place_name`, which gives "" for none.
State state_of(const evidence::Published& published, int round_to,
               const std::function<std::string(Span)>& place_name);

inline constexpr const char* json_name = "build-report.json";
inline constexpr const char* page_name = "build-report.html";

std::string to_json(const BuildReport& report);

/// Its words and looks stand in templates/pack/.
class ReportPage {
  public:
    /// Nothing, with an error, when the templates are not there or not well formed.
    static std::optional<ReportPage> load(const Env& env, const std::string& data_folder,
                                          Diagnostics& diagnostics);
    std::string page(const BuildReport& report) const;

  private:
    std::string template_, style_;
};

}  // namespace sayso::account

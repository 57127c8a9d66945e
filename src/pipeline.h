// The pipeline of one document, start to end. A newcomer's door: read pipeline.cpp first.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "check/check.h"
#include "check/lexicon.h"
#include "compose/figure_document.h"
#include "layout/layout.h"
#include "session/worker.h"

namespace sayso {

struct Emit {
    std::vector<std::string> formats;  // "pdf", "html", "png", "svg"
    double dpi = 110;                  // of PNG
    std::int64_t created = 0;          // seconds since 1970 UTC
    std::string producer;
    bool outline_text = false;  // SVG without fonts
    bool print = false;         // PDF for a printing house: bleed and crop marks
    bool thumbnail = false;     // a small picture of the first page
    pdf::Standard pdf = pdf::Standard::ua_1;
};

/// The rules of plain, accessible print.
struct Rules {
    std::shared_ptr<const check::Profile> profile;  // shared by documents of a kind for one reader
    const check::Lexicon* lexicon = nullptr;        // of the document's language, if there is one
};

/// Everything that decides the files of one document.
struct Request {
    std::variant<compose::Request, compose::FigureRequest> content;
    Emit emit;
    std::optional<Rules> rules{};  // none: it is not held against them
    /// Whether words came from the service's own files, and not from what is shipped.
    std::function<bool(Span)> is_own{};
};

/// One file of a document: what its name gets behind the document's own ("-2.png" for the second page), and
/// its bytes.
struct Output {
    std::string suffix;
    std::string bytes;
    std::size_t pages = 1;
};

struct Made {
    compose::Composed composed;
    layout::Placed placed;            // empty where it was not composed whole
    std::vector<std::string> checks;  // the sets of rules that it was held against: docs/checks.md
    std::vector<Output> outputs;      // none when there was an error
    std::string thumbnail;            // PNG, if it was asked for
};

/// Looks on between the stages: sees what was composed, and says whether to go on.
using Observer = std::function<bool(const compose::Composed&)>;

/// Makes the document. `diagnostics`, which must be empty, gets all its faults.
Made run(const Request& request, Worker& worker, Diagnostics& diagnostics, const Observer& go_on = {});

}  // namespace sayso

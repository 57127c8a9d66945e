#include "pipeline.h"

#include "session/stages.h"

namespace sayso {

// The stages in order. What was read and validated (load, model) arrives in `request`; build, pack, check and
// diagram all come through here, for each document, on as many threads as there are workers. Stages report
// their faults and go on, so that one run finds those of all; only what was not composed whole is not placed.
Made run(const Request& request, Worker& worker, Diagnostics& diagnostics, const Observer& go_on) {
    Made made;
    made.composed = compose_tree(request, worker, diagnostics);
    if (diagnostics.has_errors() || (go_on && !go_on(made.composed))) return made;

    made.placed = place_pages(made.composed, request.is_own, worker, diagnostics);
    if (request.rules)
        made.checks = check_rules(*request.rules, made.composed, made.placed, worker, diagnostics);
    made.outputs = emit_files(request.emit, made.composed, made.placed, worker, diagnostics);
    made.thumbnail = draw_thumbnail(request.emit, made.placed, worker, diagnostics);
    if (diagnostics.has_errors()) made.outputs.clear();
    return made;
}

}  // namespace sayso

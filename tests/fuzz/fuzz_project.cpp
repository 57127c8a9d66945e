// Bytes as a whole project (project_input.h): everything a build would read must end with values or with
// errors.
#include <cstdlib>
#include <string>

#include "model/loader.h"
#include "project_input.h"
#include "target.h"

namespace {

void load_all(const sayso::Env& env, sayso::SourceMap& sources, sayso::Diagnostics& diagnostics) {
    sayso::model::Loader loader(env, std::string(fuzz::data_folder), sources, diagnostics);
    const auto project = loader.project(std::string(fuzz::project_folder));
    if (!project) return;
    const auto approach = loader.approach(*project, "en-GB");
    loader.theme(*project, project->theme.text);
    if (!approach) return;
    for (const auto& id : loader.audience_ids(*project, *approach)) {
        loader.audience(*project, *approach, id, "en-GB");
        for (const auto& kind : loader.template_kinds(*project))
            loader.document_template(*project, kind, id, "en-GB");
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::ProjectMachine machine({reinterpret_cast<const char*>(data), size});
    sayso::SourceMap sources;
    sayso::Diagnostics diagnostics;
    load_all(machine.env(), sources, diagnostics);
    for (const auto& diagnostic : diagnostics.sorted()) {
        if (sayso::render_text(diagnostic, sources, false).empty()) std::abort();
    }
    return 0;
}

// Inspection frameworks, and where the approach touches them.
#include <algorithm>

#include <fmt/format.h>

#include "diag/suggest.h"
#include "model/approach.h"
#include "model/check.h"
#include "model/fields.h"
#include "model/files.h"
#include "model/framework.h"
#include "model/loader.h"
#include "model/loading.h"

namespace sayso::model {
namespace {

std::vector<std::string> point_ids(const Framework& framework) {
    std::vector<std::string> ids;
    for (const FrameworkArea& area : framework.areas) {
        for (const FrameworkPoint& point : area.points) ids.push_back(point.id.text);
    }
    return ids;
}

void check_reference(const FrameworkUse& use, const Approach& approach, Diagnostics& diagnostics) {
    const auto refuse = [&](const Words& id, const char* what, const std::vector<std::string>& known) {
        diagnostics.error("unknown-id", id.span, fmt::format("there is no {} \"{}\"", what, id.text),
                          suggestion(id.text, known));
    };
    for (const CrossLine& line : use.reference.lines) {
        if (find_point(use.framework, line.point.text).point == nullptr) {
            diagnostics.error(
                "unknown-id", line.point.span,
                fmt::format("\"{}\" has no point \"{}\"", use.framework.id.text, line.point.text),
                suggestion(line.point.text, point_ids(use.framework)));
        }
        for (const Words& id : line.means) {
            if (approach.means_item(id.text) == nullptr) refuse(id, "means item", means_ids(approach));
        }
        for (const Words& id : line.outcomes) {
            if (approach.outcome(id.text) == nullptr) refuse(id, "outcome", ids_of(approach.outcomes));
        }
    }
}

}  // namespace

PointPlace find_point(const Framework& framework, std::string_view id) {
    for (const FrameworkArea& area : framework.areas) {
        for (const FrameworkPoint& point : area.points) {
            if (point.id.text == id) return {&area, &point};
        }
    }
    return {};
}

std::vector<FrameworkUse> Loader::frameworks(const Project& project, const Approach& approach) {
    const auto folder = approach_folder(project);
    if (!folder) return {};
    const std::vector<std::string> shipped_ids = files_->ids_in(shipped("frameworks"));
    std::vector<Words> wanted = project.frameworks;
    if (wanted.empty()) {
        for (const std::string& id : shipped_ids) wanted.push_back({id, {}, {}});
    }
    std::vector<FrameworkUse> out;
    for (const Words& id : wanted) {
        const std::string own = join_path(project.folder, fmt::format("frameworks/{}.yaml", id.text));
        const std::string path = !project.folder.empty() && files_->has(own)
                                     ? own
                                     : shipped(fmt::format("frameworks/{}.yaml", id.text));
        if (!load::is_kebab(id.text) || !files_->has(path)) {
            diagnostics_.error("unknown-framework", id.span,
                               fmt::format("there is no framework \"{}\"", id.text),
                               suggestion(id.text, shipped_ids));
            continue;
        }
        // An approach need not touch every framework that there is.
        const std::string reference = join_path(*folder, fmt::format("frameworks/{}.yaml", id.text));
        const load::Value* framework_file = files_->value(path);
        const load::Value* reference_file = files_->has(reference) ? files_->value(reference) : nullptr;
        if (framework_file == nullptr || reference_file == nullptr) continue;
        load::Value points = *framework_file, crossings = *reference_file;
        load::set_language(points, shipped_language);
        load::set_language(crossings, language_of(*folder));
        drop_left_out_lines(crossings, approach);
        FrameworkUse use{bind<Framework>(points, diagnostics_),
                         bind<CrossReference>(crossings, diagnostics_)};
        check_reference(use, approach, diagnostics_);
        out.push_back(std::move(use));
    }
    return out;
}

}  // namespace sayso::model

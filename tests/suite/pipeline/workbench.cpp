#include "suite/pipeline/workbench.h"

#include <chrono>

namespace sayso::test {

Preview preview(Env& env, const std::string& data_folder, const std::string& project, const std::string& file,
                const std::function<void()>& edit) {
    BuildOptions wanted;
    wanted.audiences = {"family"};
    wanted.kinds = {"briefing"};
    Preview out;

    const Session opened(env, data_folder, project);
    out.before = opened.make(wanted);
    edit();

    const auto began = std::chrono::steady_clock::now();
    const Session edited = opened.after({file});
    out.after = edited.make(wanted);
    out.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();

    out.still_before = opened.make(wanted);
    return out;
}

}  // namespace sayso::test

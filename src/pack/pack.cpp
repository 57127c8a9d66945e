// The public calls.
#include "sayso/pack.h"

#include <fmt/format.h>

#include "pack/packer.h"
#include "session/report.h"

namespace sayso {

PackReport make_pack(Env& env, const std::string& data_folder, const std::string& project,
                     const PackOptions& options, const Progress& progress) {
    return pack::Packer(env, data_folder, project, options, progress).run();
}

}  // namespace sayso

#include "suite/pipeline/machine.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace sayso::test {
namespace {

void take_in(const DiskEnv& disk, const std::string& folder, const std::string& as, MemoryEnv& env) {
    for (const std::string& name : disk.list(folder)) {
        const std::string path = folder + "/" + name;
        if (disk.is_folder(path)) {
            take_in(disk, path, as + "/" + name, env);
        } else {
            env.files[as + "/" + name] = std::get<std::string>(disk.read(path, 1u << 30));
        }
    }
}

MemoryEnv read_shipped() {
    MemoryEnv env;
    const DiskEnv disk;
    for (const char* part : {"templates", "fonts", "examples"}) {
        take_in(disk, std::string(SAYSO_SOURCE_DIR) + "/" + part, std::string(data_folder) + "/" + part, env);
    }
    return env;
}

}  // namespace

MemoryEnv shipped_machine() {
    static const MemoryEnv shipped = read_shipped();
    return shipped;
}

std::string faults(const Report& report) {
    std::string out;
    for (const Report::Fault& fault : report.faults) out += fault.plain;
    return out;
}

Report build(MemoryEnv& env, const std::string& project, const BuildOptions& options) {
    return Session(env, data_folder, project).build(options);
}

BuildOptions one(const std::string& audience, const std::string& kind, const std::string& strand) {
    BuildOptions options;
    options.audiences = {audience};
    options.kinds = {kind};
    options.strand = strand;
    options.out = "/out";
    return options;
}

}  // namespace sayso::test

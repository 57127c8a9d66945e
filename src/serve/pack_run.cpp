#include "serve/pack_run.h"

#include <algorithm>

#include "env/limits.h"
#include "env/passing_env.h"
#include "pack/archive.h"

namespace sayso::serve {
namespace {

/// Writes nothing any more once it is told to stop, which ends the run as a full disk would: with whole
/// files.
class StoppableEnv final : public PassingEnv {
  public:
    StoppableEnv(Env& inner, const std::atomic<bool>& stop) : PassingEnv(inner), stop_(stop) {}
    std::optional<IoError> write(const std::string& path, std::string_view bytes) override {
        if (stop_) return IoError{"the making of the pack was stopped"};
        return PassingEnv::write(path, bytes);
    }

  private:
    const std::atomic<bool>& stop_;
};

void collect_files(const Env& env, const std::string& folder, const std::string& within,
                   std::vector<pack::ArchiveMember>& out) {
    for (const std::string& name : env.list(join_path(folder, within))) {
        if (name.starts_with('.')) continue;
        const std::string path = within.empty() ? name : within + "/" + name;
        if (env.is_folder(join_path(folder, path))) {
            collect_files(env, folder, path, out);
            continue;
        }
        auto read = env.read(join_path(folder, path), limits::picture_file_bytes);
        if (auto* bytes = std::get_if<std::string>(&read))
            out.push_back({path, std::move(*bytes), env.now()});
    }
}

}  // namespace

std::string zip_of_pack(const Env& env, const std::string& folder) {
    if (!env.is_file(join_path(folder, "index.html"))) return {};
    std::vector<pack::ArchiveMember> members;
    collect_files(env, folder, "", members);
    return pack::zip(std::move(members));
}

bool PackRun::start(Env& env, const std::string& data_folder, const std::string& project,
                    const std::string& out) {
    {
        const std::lock_guard lock(mutex_);
        if (state_.running) return false;
        state_ = {};
        state_.running = true;
    }
    if (thread_.joinable()) thread_.join();
    stop_ = false;
    thread_ = std::thread([this, &env, data_folder, project, out] { run(env, data_folder, project, out); });
    return true;
}

void PackRun::run(Env& env, const std::string& data_folder, const std::string& project,
                  const std::string& out) {
    StoppableEnv stoppable(env, stop_);
    PackOptions options;
    options.out = out;
    options.jobs = std::max(1U, std::thread::hardware_concurrency());
    PackReport report =
        make_pack(stoppable, data_folder, project, options, [&](std::size_t done, std::size_t all) {
            const std::lock_guard lock(mutex_);
            state_.done = done;
            state_.all = all;
        });
    const std::lock_guard lock(mutex_);
    state_.running = false;
    state_.stopped = stop_;
    state_.made = report.finished && report.ok();
    state_.report = std::move(report);
}

void PackRun::stop_and_wait() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
}

PackRun::State PackRun::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

}  // namespace sayso::serve

// The workbench without sockets: one project as it stands, and what the windows ask of it. From any thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sayso/workbench.h"
#include "serve/command.h"
#include "serve/describe.h"
#include "serve/pack_run.h"
#include "serve/project_files.h"

namespace sayso::serve {

class Desk {
  public:
    /// Shows a file of the project at a line in whatever the user edits with.
    using OpenInEditor = std::function<void(const std::string& path, std::uint32_t line)>;

    /// `env` must outlive this.
    Desk(Env& env, std::string data_folder, const WorkbenchOptions& options, OpenInEditor editor = {});

    /// Opens a project, alone; why it cannot be.
    std::optional<Refusal> open(const std::string& folder);
    /// All but what is asked at the door, which is the server's.
    Answer answer(const Command& command);
    /// Files were changed by somebody else.
    void changed_outside(std::vector<std::string> paths);
    /// The folder to watch; empty without a project.
    std::string folder() const;
    /// Lets those go who wait for a change.
    void close();

  private:
    /// What one request works with: it stays as it is while others edit.
    struct View {
        std::shared_ptr<const Session> session;
        std::shared_ptr<ProjectFiles> files;
        std::uint64_t revision = 0;
    };
    View view() const;
    Approach approach(const View& view);
    void moved_on(const std::vector<std::string>& paths);
    bool is_ours(const std::string& path) const;
    bool kept_for_one() const;
    std::optional<Refusal> no_project(const View& view) const;
    std::optional<Refusal> not_writable(const View& view) const;

    void add_evidence(const View& now, Json& out);
    Answer photo(const View& now, const std::string& id) const;
    void add_pack(const View& now, Json& out);
    /// What a file says that the project does not have yet: of pack.yaml, what holds without it.
    std::string until_written(const View& now, const std::string& file) const;

    Answer on(const ReadAsset& command);
    Answer on(const ReadState& command);
    Answer on(const ShowPages& command);
    Answer on(const Download& command);
    Answer on(const CheckAll& command);
    Answer on(const ReadForm& command);
    Answer on(const ReadWords& command);
    Answer on(const ReadText& command);
    Answer on(const Edit& command);
    Answer on(const SaveText& command);
    Answer on(const Undo& command);
    Answer on(const Redo& command);
    Answer on(const Upload& command);
    Answer on(const Watch& command);
    Answer on(const NewProject& command);
    Answer on(const OpenProject& command);
    Answer on(const MakePack& command);
    Answer on(const StopPack& command);
    Answer on(const ReadPack& command);
    Answer on(const DownloadPack& command);
    Answer on(const OpenEditor& command);
    Answer on(const AtTheDoor& command);

    std::variant<Step, Refusal> logo(const Upload& command, const View& view) const;
    std::variant<Step, Refusal> sites(const Upload& command, const View& view) const;
    std::variant<Step, Refusal> evidence(const Upload& command, const View& view) const;
    Answer picture(const Upload& command, const View& view);
    std::vector<std::string> fonts() const;
    std::optional<Refusal> apply(const View& view, const Step& step, const std::string& run = {});
    Answer saved(const Step& step);
    Answer done(const Json& more = Json::object());
    std::vector<std::string> projects_at_home() const;

    Env& env_;
    std::string data_folder_;
    WorkbenchOptions options_;
    OpenInEditor editor_;
    YamlFiles yaml_;
    PackRun pack_;

    std::mutex writing_;  // one edit at a time
    mutable std::mutex mutex_;
    std::condition_variable news_;
    std::shared_ptr<const Session> session_;
    std::shared_ptr<ProjectFiles> files_;
    std::shared_ptr<void> lock_;
    std::string read_only_;  // why nothing can be changed; empty when it can
    std::map<std::string, std::optional<std::string>> written_;  // by us, by path
    std::uint64_t revision_ = 1;
    std::size_t waiting_ = 0;
    bool closed_ = false;
};

}  // namespace sayso::serve

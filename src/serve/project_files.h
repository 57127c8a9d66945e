// The files of one project, as the workbench changes them: each change is on disk before it is acknowledged,
// and can be taken back for as long as nobody else has changed the same file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "env/env.h"
#include "serve/call.h"
#include "serve/history.h"
#include "serve/step.h"

namespace sayso::serve {

class ProjectFiles {
  public:
    /// `env` must outlive this.
    ProjectFiles(Env& env, std::string folder)
        : env_(env), folder_(std::move(folder)), history_(env, path(".sayso/undo.jsonl")) {}
    /// What an earlier run of the workbench did can be taken back, too, as far as the files still say so.
    void remember();

    const std::string& folder() const { return folder_; }
    std::string path(const std::string& file) const { return join_path(folder_, file); }
    /// The file of a path that lies within the project; nothing for others.
    std::optional<std::string> file_of(const std::string& path) const;

    /// Nothing when it is not there; a sentence when it cannot be read, or leaves the project by a link.
    std::variant<std::optional<std::string>, Refusal> read(const std::string& file) const;
    /// Writes all, or leaves all as it was. Each must still say what it said `before`.
    /// Steps of one `run` that follow each other are taken back as one: letters as they are typed.
    std::optional<Refusal> apply(const Step& step, const std::string& run = {});

    bool can_undo() const { return done_ > 0; }
    bool can_redo() const { return done_ < steps_.size(); }
    /// The step that was taken back or made again.
    std::variant<Step, Refusal> undo();
    std::variant<Step, Refusal> redo();

  private:
    bool lies_inside(const std::string& file) const;
    std::optional<Refusal> put(const Step& step);

    Env& env_;
    std::string folder_;

    History history_;
    std::vector<Step> steps_;
    std::string run_;       // of the last step; empty when it stands alone
    std::size_t done_ = 0;  // of the steps; those behind can be made again
};

}  // namespace sayso::serve

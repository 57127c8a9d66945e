// What can be taken back, kept in the project so that it outlives the workbench. Of a step only what it
// changed is written, a line each; the files as they stand tell the rest.
//
// It is a convenience: where it cannot be written or no longer fits the files, there is less to take back,
// and nothing else happens.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "env/env.h"
#include "serve/step.h"

namespace sayso::serve {

class History {
  public:
    /// `env` must outlive this.
    History(Env& env, std::string path) : env_(env), path_(std::move(path)) {}

    /// A file of the project as it stands; nothing when it is not there or cannot be read.
    using Read = std::function<std::optional<std::string>(const std::string& file)>;
    /// The steps that can still be taken back, in order. The newest are kept within `most` of them and some
    /// megabytes.
    std::vector<Step> load(const Read& read, std::size_t most);

    void note_step(const Step& step);
    /// The last step went on by this much.
    void note_more(const Step& step);
    void note_back();

  private:
    void add(const std::string& line);

    Env& env_;
    std::string path_;
    std::size_t bytes_ = 0;  // written to it
    bool kept_ = true;       // false once it could not be written
};

}  // namespace sayso::serve

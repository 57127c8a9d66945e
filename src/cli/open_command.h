// `sayso open`.
#pragma once

#include <string>

#include "cli/common.h"
#include "sayso/workbench.h"

namespace sayso::cli {

class OpenCommand {
  public:
    /// Both must outlive the parsing of arguments.
    void add_to(CLI::App& app, const Context& context);

  private:
    void open(const Context& context);

    WorkbenchOptions options_;
    std::size_t port_ = 0;
    bool no_browser_ = false;
};

}  // namespace sayso::cli

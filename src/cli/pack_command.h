// `sayso pack`, `sayso pack merge` and `sayso pack diff`.
#pragma once

#include <string>
#include <vector>

#include "cli/common.h"
#include "sayso/pack.h"

namespace sayso::cli {

class PackCommand {
  public:
    /// Both must outlive the parsing of arguments.
    void add_to(CLI::App& app, const Context& context);

  private:
    void add_merge(CLI::App& pack, const Context& context);
    void add_diff(CLI::App& pack, const Context& context);
    void make(const Context& context);

    PackOptions options_;
    std::string shard_ = "1/1";
    bool explain_ = false;
    std::vector<std::string> folders_;
    std::string merged_;
    std::vector<std::string> packs_;
};

}  // namespace sayso::cli

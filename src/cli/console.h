// How the program speaks: results to stdout, messages to stderr, colour and progress only on a terminal.
#pragma once

#include <cstdio>
#include <string>

#include "cli/progress.h"
#include "sayso/sayso.h"

namespace sayso::cli {

/// Writes what it can; never throws.
void write(std::FILE* to, const std::string& text);

enum class ErrorFormat { text, json };

struct Voice {
    bool quiet = false;
    ErrorFormat errors = ErrorFormat::text;
    bool findings_are_results = false;  // `check --format json`: faults go to stdout, and there alone
};

class Console {
  public:
    explicit Console(const Voice& voice);

    void result(const std::string& line) const;
    /// Prints faults and the files made; gives the exit code: 0, 1 when there was an error, 2 for wrong
    /// usage.
    int report(const Report& report) const;
    /// What is neither result nor fault; not when quiet.
    void say(const std::string& text) const;
    ProgressBar::Look progress_look() const;
    /// A line that draws over itself on a terminal, or nothing elsewhere.
    void progress(std::size_t done, std::size_t all) const;

  private:
    void summary(const Report& report) const;
    Voice voice_;
    bool terminal_;
};

}  // namespace sayso::cli

// The inside of the public Session, shared by the files that implement its commands.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "pipeline.h"
#include "sayso/sayso.h"
#include "session/catalogue.h"
#include "session/report.h"
#include "session/workshop.h"

namespace sayso {

/// The formats that were asked for, each once; PDF if none was.
std::vector<std::string> formats_of(const std::vector<std::string>& wanted);

/// What goes from one snapshot to the next as long as the fonts are the same: workers with the words that
/// they have shaped, and drawings.
class Tools {
  public:
    std::unique_ptr<Worker> take(const std::shared_ptr<const text::FontLibrary>& fonts);
    void give_back(std::unique_ptr<Worker> worker);
    std::shared_ptr<Drawings> drawings(const std::shared_ptr<const text::FontLibrary>& fonts);

  private:
    void belong_to(const std::shared_ptr<const text::FontLibrary>& fonts);

    std::mutex mutex_;
    std::shared_ptr<const text::FontLibrary> fonts_;
    std::vector<std::unique_ptr<Worker>> idle_;
    std::shared_ptr<Drawings> drawings_;
};

struct Session::Impl {
    Impl(Env& machine, std::string data, std::string path)
        : env(std::make_shared<RecordingEnv>(machine, nullptr)),
          data_folder(std::move(data)),
          project(std::move(path)) {}
    /// The same after a change of some files.
    Impl(const Impl& earlier, const std::vector<std::string>& changed);

    /// What each command begins with: it shares what earlier ones read.
    Catalogue catalogue();
    /// What each command ends with.
    Report report(Catalogue& catalogue, std::vector<std::string> files, bool strict = false);

    /// Gets a document that was made, and adds its own faults.
    using Sink = std::function<void(const Job&, Made&, Diagnostics&)>;
    void make(Catalogue& catalogue, const BuildOptions& options, const Progress& progress, const Sink& sink);

    std::shared_ptr<RecordingEnv> env;
    std::string data_folder, project;
    std::shared_ptr<Tools> tools = std::make_shared<Tools>();

  private:
    std::mutex mutex_;
    std::shared_ptr<const Snapshot> latest_;  // all that was read so far
};

}  // namespace sayso

// Where the documents of one snapshot are made: what each needs, as a request to the pipeline. From any
// thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "diag/reported.h"
#include "pipeline.h"
#include "session/figure_store.h"
#include "session/job.h"

namespace sayso {

class Workshop {
  public:
    explicit Workshop(std::shared_ptr<const Snapshot> snapshot,
                      std::shared_ptr<Drawings> drawings = std::make_shared<Drawings>())
        : snapshot_(snapshot), figures_(std::move(snapshot), std::move(drawings)) {}

    const Snapshot& snapshot() const { return *snapshot_; }

    /// For a job that the snapshot was prepared for. The request refers to this workshop. Held against the
    /// rules where those of its language were prepared.
    Request request(const Job& job, Emit emit, text::Shaper& shaper) const;
    /// The diagram by itself, one page.
    Request figure_request(const Job& job, const compose::DiagramRequest& asked, Emit emit,
                           text::Shaper& shaper) const;
    /// A day as the language writes it.
    std::string date(std::int64_t seconds, const std::string& lang) const;

  private:
    struct DateKey {
        std::int64_t day;
        std::string lang;
        bool operator==(const DateKey&) const = default;
        std::size_t hash() const { return std::hash<std::int64_t>()(day); }
    };

    struct ProfileKey {
        std::string audience, kind, lang;
        compose::Edition edition;
        bool operator==(const ProfileKey&) const = default;
        std::size_t hash() const { return std::hash<std::string>()(audience + kind + lang); }
    };

    compose::Request content(const Job& job, text::Shaper& shaper) const;
    compose::DiagramMaker diagram_maker(const Job& job, text::Shaper& shaper) const;

    std::shared_ptr<const Snapshot> snapshot_;
    FigureStore figures_;
    mutable Memo<DateKey, std::string> dates_;
    mutable Memo<ProfileKey, std::shared_ptr<const check::Profile>> profiles_;
};

}  // namespace sayso

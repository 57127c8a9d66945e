// The pipeline of one document, start to end. A newcomer's door: read pipeline.cpp first.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "check/reading.h"
#include "compose/compose.h"
#include "docx/docx.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "text/paragraph.h"

namespace sayso {

/// What takes time in making a document, in order.
enum class Stage : std::uint8_t { compose, compare, layout, check, emit, write };
inline constexpr std::array<const char*, 6> stage_names{"compose", "compare", "layout",
                                                        "check",   "emit",    "write"};
/// Seconds, by stage.
using StageTimes = std::array<double, stage_names.size()>;

/// Adds the time that it lives to a stage.
class Timed {
  public:
    Timed(StageTimes& times, Stage stage) : seconds_(times[static_cast<std::size_t>(stage)]) {}
    ~Timed() { seconds_ += std::chrono::duration<double>(Clock::now() - began_).count(); }
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

  private:
    using Clock = std::chrono::steady_clock;
    double& seconds_;
    Clock::time_point began_ = Clock::now();
};

/// What a thread keeps between documents of one library.
struct Worker {
    explicit Worker(const text::FontLibrary& library) : fonts(library), shaper(library), pdf_cache(library) {}
    const text::FontLibrary& fonts;
    text::Shaper shaper;
    compose::Cache compose_cache;
    check::Reader reader;
    pdf::Cache pdf_cache;
    docx::Cache docx_cache;
    StageTimes times{};
};

struct Emit {
    std::vector<std::string> formats;  // "pdf", "png", "docx"
    double dpi = 110;
    std::int64_t created = 0;  // seconds since 1970 UTC
    std::string producer;
};

/// One file of a document: what its name gets behind the document's own ("-2.png" for the second page), and
/// its bytes.
struct Output {
    std::string suffix;
    std::string bytes;
    std::size_t pages = 1;
};

/// The stages one by one, for whoever does something between them. Each reports its faults and goes on.
compose::Composed compose_document(const compose::Request& request, Worker& worker, Diagnostics& diagnostics);
layout::Placed place_document(const compose::Composed& composed, Worker& worker, Diagnostics& diagnostics);
std::vector<Output> emit_document(const compose::Composed& composed, const layout::Placed& placed,
                                  const Emit& emit, Worker& worker, Diagnostics& diagnostics);

/// All of them. Nothing when there was an error.
std::vector<Output> make_document(const compose::Request& request, const Emit& emit, Worker& worker,
                                  Diagnostics& diagnostics);

}  // namespace sayso

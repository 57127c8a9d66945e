// What a thread keeps between documents, and how long each stage took it.
#pragma once

#include <array>
#include <chrono>

#include "check/reading.h"
#include "compose/cache.h"
#include "docx/docx.h"
#include "ooxml/zip.h"
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

/// For documents of one snapshot and its fonts, which must outlive it.
struct Worker {
    explicit Worker(const text::FontLibrary& library) : fonts(library), shaper(library), pdf_cache(library) {}
    const text::FontLibrary& fonts;
    text::Shaper shaper;
    compose::Cache compose_cache;
    check::Reader reader;
    check::NumberFinder numbers;
    pdf::Cache pdf_cache;
    docx::Cache docx_cache;
    ooxml::Zipper zipper;
    StageTimes times{};
};

}  // namespace sayso

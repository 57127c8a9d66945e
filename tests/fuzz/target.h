// What every fuzz target offers, so that one replay test serves them all. A target's .cpp defines the
// function that libFuzzer calls; the replay calls the same.
#pragma once

#include <cstddef>
#include <cstdint>

/// Runs one input. Returns 0; a fault shows as a crash, a sanitizer's report, a time-out or too much memory.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

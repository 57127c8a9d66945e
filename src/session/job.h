// One document to make, by the names of what it is made from.
#pragma once

#include <cstdint>
#include <string>

#include "compose/style_sheet.h"
#include "model/project.h"
#include "model/recipient.h"

namespace sayso {

struct Job {
    std::string audience;  // empty: nobody in particular
    std::string kind;
    std::string strand;  // empty: both
    std::string lang;
    compose::Edition edition = compose::Edition::standard;
    const model::Site* site = nullptr;            // of the project that it was planned for
    const model::Recipient* recipient = nullptr;  // of the snapshot that it was planned for
    std::string path;                             // of its files, without the ending
    bool draft_language = false;  // a translation that is not whole is printed and marked, not refused
    std::int64_t date = 0;        // that it bears, in seconds since 1970 UTC; 0: today
};

}  // namespace sayso

// A person whom a service writes to by name: a row of the project's recipients.csv or recipients.xlsx.
#pragma once

#include <optional>
#include <string>

#include "model/words.h"

namespace sayso::model {

struct Recipient {
    Words name;
    std::optional<Words> role, organisation;
    Words audience;             // its id: which letter they get
    std::optional<Words> site;  // its id, where the letter comes from one
    std::string file;           // what tells the names of their files from others': "jane-smith"
};

}  // namespace sayso::model

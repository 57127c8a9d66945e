// What a workbench does, by the public API alone.
#pragma once

#include <functional>
#include <string>

#include "sayso/sayso.h"

namespace sayso::test {

/// A document before and after somebody edits a file.
struct Preview {
    Documents before, after, still_before;
    double milliseconds = 0;  // from the edit to the document
};

Preview preview(Env& env, const std::string& data_folder, const std::string& project, const std::string& file,
                const std::function<void()>& edit);

}  // namespace sayso::test

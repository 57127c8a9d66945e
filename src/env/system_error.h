// The operating system's errors in words for the user, shared by all that DiskEnv does.
#pragma once

#include <optional>
#include <string>

#include "env/env.h"

namespace sayso {

/// What `errno` says: in plain words where people meet it, else in the system's own.
IoError system_error(int code);

/// Makes the folder that `path` is to lie in, with those above it.
std::optional<IoError> make_folder_of(const std::string& path);

}  // namespace sayso

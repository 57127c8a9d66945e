// The small pieces of text that SVG is made of: numbers, escapes, path data, data URLs.
#pragma once

#include <string>
#include <string_view>

#include "frame/frame.h"

namespace sayso::svg {

/// In points, with three decimals.
std::string number(Length length);

/// For text and for attributes in double quotes. Characters that XML cannot hold are left out.
std::string escape(std::string_view text);

/// Path data with absolute commands, mapped by `map`.
std::string path_data(const frame::Path& path, const Transform& map = {});

/// "data:TYPE;base64,…"
std::string data_url(std::string_view type, std::string_view bytes);

}  // namespace sayso::svg

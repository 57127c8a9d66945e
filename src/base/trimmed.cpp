#include "base/trimmed.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::string_view spaces = " \n\t\r\f";
constexpr std::string_view no_break_space = "\xC2\xA0";

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (bool more = true; more;) {
        const std::size_t before = text.size();
        text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
        text.remove_suffix(text.size() - (text.find_last_not_of(spaces) + 1));
        if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
        if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
        more = text.size() < before;
    }
    return text;
}

}  // namespace sayso

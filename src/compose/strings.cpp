#include "compose/strings.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace sayso::compose {
namespace {

using model::Words;

/// The reader's own heading in the place of a string; null where the string stands.
const Words* own_heading(const Request& request, std::string_view name) {
    if (!request.layout.own_headings || request.audience == nullptr || !request.audience->headings)
        return nullptr;
    const model::Headings& own = *request.audience->headings;
    const std::pair<std::string_view, const std::optional<Words>&> headings[] = {
        {"for-you", own.for_you}, {"for-person", own.for_person}, {"picture", own.picture},
        {"knowing", own.knowing}, {"means", own.means},           {"asks", own.asks},
        {"loop", own.loop}};
    for (const auto& [of, heading] : headings)
        if (of == name && heading) return &*heading;
    return nullptr;
}

}  // namespace

Data strings(const Request& request) {
    const model::Template& layout = request.layout;
    Record out{fmt::format("`strings` of template \"{}\"", layout.id.text), layout.id.span, {}};
    for (const auto& [name, words] : layout.strings) {
        const Words* own = own_heading(request, name);
        out.fields.emplace_back(name, markdown(own != nullptr ? *own : words));
    }
    return out;
}

}  // namespace sayso::compose

// Names that a project gives: ids of sites, which are names of folders too, and the names that are printed.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "env/limits.h"
#include "load/reading.h"
#include "model/check.h"

namespace sayso::model {
namespace {

/// Names that Windows keeps for devices: nobody there could unpack such a folder.
bool is_device(std::string_view id) {
    constexpr std::array<std::string_view, 4> alone{"con", "prn", "aux", "nul"};
    if (std::find(alone.begin(), alone.end(), id) != alone.end()) return true;
    const bool numbered = id.starts_with("com") || id.starts_with("lpt");
    return numbered && id.size() == 4 && id[3] >= '0' && id[3] <= '9';
}

void check_plain(const Words& name, Diagnostics& diagnostics) {
    if (name.text.find("{{") == std::string::npos) return;
    diagnostics.error(
        "tag-in-name", name.span,
        fmt::format("\"{}\" is a name, and nothing is filled into names", load::clipped(name.text)),
        "write it out, without {{ }}");
}

void check_plain(const std::optional<Words>& name, Diagnostics& diagnostics) {
    if (name) check_plain(*name, diagnostics);
}

void check_plain(const std::optional<Contact>& contact, Diagnostics& diagnostics) {
    if (!contact) return;
    check_plain(contact->name, diagnostics);
    check_plain(contact->role, diagnostics);
    for (const auto* address : {&contact->phone, &contact->email, &contact->web})
        check_plain(*address, diagnostics);
}

}  // namespace

void check_service_names(const Service& service, Diagnostics& diagnostics) {
    check_plain(service.name, diagnostics);
    check_plain(service.contact, diagnostics);
    check_plain(service.second_contact, diagnostics);
    check_plain(service.address, diagnostics);
}

void check_site_names(const Site& site, Diagnostics& diagnostics) {
    check_plain(site.name, diagnostics);
    check_plain(site.place, diagnostics);
    check_plain(site.contact, diagnostics);
    check_plain(site.second_contact, diagnostics);
    check_plain(site.address, diagnostics);
}

void check_site_id(const Words& id, Diagnostics& diagnostics) {
    const std::string shown = load::clipped(id.text);
    if (id == whole_service) {
        diagnostics.error("reserved-id", id.span,
                          fmt::format("no site can be called \"{}\": the documents of the whole service have "
                                      "that folder in a pack",
                                      shown),
                          "give the site another id, such as \"main-house\"");
    } else if (is_device(id.text)) {
        diagnostics.error(
            "reserved-id", id.span,
            fmt::format("no site can be called \"{}\": Windows cannot have a folder of that name", shown),
            fmt::format("give the site another id, such as \"{}-house\"", shown));
    } else if (id.text.size() > limits::site_id_bytes) {
        diagnostics.error(
            "long-id", id.span,
            fmt::format("the site's id has {} letters, more than {}", id.text.size(), limits::site_id_bytes),
            "write a short one: it names the site's folder");
    }
}

}  // namespace sayso::model

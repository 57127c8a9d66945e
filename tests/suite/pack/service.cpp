#include "suite/pack/service.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace sayso::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* project_file = R"(approach: intensive-interaction
overlays: [ours.yaml]
service:
  name: Willow Care
  fictional: true
  contact: {name: Sam Okafor, role: coordinator, phone: "01632 960 123", email: sam@willow.example}
  sites-file: sites.csv
)";

constexpr const char* pack_file = R"(documents:
  - audiences: [commissioners, family]
    kinds: [briefing]
  - audiences: [family]
    kinds: [leaflet]
    langs: [en-GB, cy]
    editions: [standard, large-print]
  - audiences: [person]
    kinds: [easy-read]
    formats: [pdf, png]
    sites: [north]
  - audiences: [everyone]
    kinds: [poster]
    whole-service: true
)";

constexpr const char* sites_file =
    "id,name,place,strands,groups\n"
    "mill-lane,Mill Lane,Northbridge,adults,north\n"
    "orchard,The Orchard,Southwick,children,south\n";

}  // namespace

Service::Service() {
    // One date for all: the same input then gives the same bytes.
    ::setenv("SOURCE_DATE_EPOCH", "1767225600", 1);
    std::string pattern = (fs::temp_directory_path() / "sayso-pack-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    write("sayso.yaml", project_file);
    write("pack.yaml", pack_file);
    write("sites.csv", sites_file);
    write("ours.yaml", "{}\n");
}

Service::~Service() {
    fs::remove_all(folder_);
}

void Service::write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(project());
    std::ofstream(project() + "/" + name, std::ios::binary) << bytes;
}

PackReport Service::pack(const std::string& out, PackOptions options) {
    DiskEnv env;
    options.out = path(out);
    return make_pack(env, SAYSO_SOURCE_DIR, project(), options);
}

std::map<std::string, std::string> files_in(const std::string& folder) {
    if (!std::filesystem::is_directory(folder)) return {};
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        out[fs::relative(entry.path(), folder).string()] = bytes.str();
    }
    return out;
}

std::vector<std::string> differences(const std::map<std::string, std::string>& a,
                                     const std::map<std::string, std::string>& b) {
    std::set<std::string> names;
    for (const auto* files : {&a, &b}) {
        for (const auto& [name, bytes] : *files) names.insert(name);
    }
    std::vector<std::string> out;
    for (const std::string& name : names) {
        const auto in_a = a.find(name), in_b = b.find(name);
        if (in_a == a.end() || in_b == b.end() || in_a->second != in_b->second) out.push_back(name);
    }
    return out;
}

std::vector<std::string> with_fate(const PackReport& report, PackReport::Document::Fate fate) {
    std::vector<std::string> out;
    for (const auto& document : report.documents) {
        if (document.fate == fate) out.push_back(document.path);
    }
    return out;
}

std::string faults(const Report& report) {
    std::string out;
    for (const Report::Fault& fault : report.faults) out += fault.plain;
    return out;
}

}  // namespace sayso::test

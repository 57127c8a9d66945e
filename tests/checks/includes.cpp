// The arrows of the architecture: a folder of src/ includes another only where src/CMakeLists.txt declares
// it, and a library from outside is seen only in the folder that wraps it.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "source_tree.h"

namespace checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Modules = std::map<std::string, std::set<std::string>>;

/// The DEPENDS of each `sayso_module(name DEPENDS a b LIBRARIES …)`, as declared.
Modules declared_modules(std::string_view cmake) {
    static constexpr std::string_view call = "\nsayso_module(";
    Modules modules;
    for (auto at = cmake.find(call); at != cmake.npos; at = cmake.find(call, at + 1)) {
        const auto begin = at + call.size();
        std::istringstream words{std::string(cmake.substr(begin, cmake.find(')', begin) - begin))};
        std::string name, word;
        words >> name;
        auto& depends = modules[name];
        bool in_depends = false;
        while (words >> word) {
            if (word == "DEPENDS" || word == "LIBRARIES") {
                in_depends = word == "DEPENDS";
            } else if (in_depends) {
                depends.insert(word);
            }
        }
    }
    return modules;
}

void reach(const Modules& modules, const std::string& from, std::set<std::string>& reached) {
    if (!reached.insert(from).second) return;
    const auto module = modules.find(from);
    if (module == modules.end()) return;
    for (const auto& next : module->second) reach(modules, next, reached);
}

/// "text/fonts.h" of `#include "text/fonts.h"`, with its opening quote or angle bracket in front.
std::optional<std::string_view> included(std::string_view line) {
    if (!line.starts_with("#include ")) return std::nullopt;
    line.remove_prefix(9);
    const auto end = line.find_last_of("\">");
    if (line.size() < 3 || end == 0 || end == line.npos) return std::nullopt;
    return line.substr(0, end);
}

/// "text" of "src/text/fonts.h"; empty for a file in src/ itself, which stands above all folders.
std::string folder_in_src(std::string_view path) {
    path.remove_prefix(std::string_view("src/").size());
    const auto slash = path.find('/');
    return slash == path.npos ? "" : std::string(path.substr(0, slash));
}

Complaints undeclared_arrows(const std::vector<SourceFile>& files, const Modules& modules) {
    Complaints complaints;
    for (const auto& file : files) {
        const auto from = folder_in_src(file.path);
        if (from.empty() || from == "cli") continue;  // the command line has a border of its own, below
        std::set<std::string> reachable;
        reach(modules, from, reachable);
        std::size_t number = 0;
        for (const auto line : lines_of(file.text)) {
            ++number;
            const auto header = included(line);
            if (!header || header->front() != '"') continue;
            const auto to = std::string(header->substr(1, header->find('/') - 1));
            if (header->find('/') == header->npos || !modules.contains(to) || reachable.contains(to))
                continue;
            complaints.push_back(
                complaint(file, number, from + " includes " + to + ", which is not in its DEPENDS"));
        }
    }
    return complaints;
}

/// A folder within a module is a wing: what others may see of the module stands in its own folder.
Complaints wings_seen_from_outside(const std::vector<SourceFile>& files) {
    Complaints complaints;
    for (const auto& file : files) {
        std::size_t number = 0;
        for (const auto line : lines_of(file.text)) {
            ++number;
            const auto header = included(line);
            if (!header || header->front() != '"') continue;
            const auto path = header->substr(1);
            const auto slash = path.find('/');
            if (slash == path.npos || path.find('/', slash + 1) == path.npos) continue;
            const auto module = path.substr(0, slash);
            if (module != folder_in_src(file.path))
                complaints.push_back(complaint(file, number,
                                               "\"" + std::string(path) + "\" is inside a wing of " +
                                                   std::string(module) +
                                                   "; include what stands at its door"));
        }
    }
    return complaints;
}

struct Wrapped {
    std::string_view prefix;               // of what stands between the angle brackets
    std::vector<std::string_view> places;  // path prefixes that may include it
};

const std::vector<Wrapped> wrapped = {
    {"hpdf", {"src/pdf/"}},
    {"cairo", {"src/cairo/"}},
    {"yaml-cpp", {"src/load/yaml.cpp"}},
    {"unicode/", {"src/text/", "src/evidence/"}},
    {"hb", {"src/text/"}},
    {"CLI/", {"src/cli/"}},
    {"zip", {"src/pack/", "src/sheet/"}},
    {"libdeflate", {"src/pdf/", "src/ooxml/"}},
    {"md4c", {"src/compose/"}},
    {"pugixml", {"src/picture/", "src/pptx/", "src/sheet/"}},
    {"Clp", {"src/disclosure/"}},
    {"Cbc", {"src/disclosure/"}},
    {"Osi", {"src/disclosure/"}},
    {"Coin", {"src/disclosure/"}},
    {"xlsxwriter", {"src/sheet/"}},
    {"lcms", {"src/picture/"}},
    {"turbojpeg", {"src/picture/"}},
    {"librsvg", {"src/picture/"}},
    {"fontconfig", {"src/picture/"}},
    {"libheif", {"src/picture/"}},
    {"webp", {"src/picture/"}},
    {"qrencode", {"src/picture/"}},
    {"qpdf", {}},  // reads our files back in the tests; the program must not need it
};

Complaints libraries_out_of_place(const std::vector<SourceFile>& files) {
    Complaints complaints;
    for (const auto& file : files) {
        std::size_t number = 0;
        for (const auto line : lines_of(file.text)) {
            ++number;
            const auto header = included(line);
            if (!header || header->front() != '<') continue;
            for (const auto& [prefix, places] : wrapped) {
                if (!header->substr(1).starts_with(prefix)) continue;
                const bool allowed =
                    std::ranges::any_of(places, [&](auto p) { return file.path.starts_with(p); });
                if (!allowed)
                    complaints.push_back(complaint(file, number, std::string(*header) + "> is not for here"));
            }
        }
    }
    return complaints;
}

TEST(Includes, FollowTheDeclaredArrows) {
    const auto modules = declared_modules(project_text("src/CMakeLists.txt"));
    EXPECT_TRUE(modules.contains("base") && modules.contains("pdf"))
        << "the declarations were not understood";
    EXPECT_THAT(undeclared_arrows(source_files("src"), modules), IsEmpty());
}

TEST(Includes, LookIntoNoOtherModulesWings) {
    EXPECT_THAT(wings_seen_from_outside(source_files("src")), IsEmpty());
}

TEST(Includes, EveryFolderIsAModuleOrStandsAboveThem) {
    const auto modules = declared_modules(project_text("src/CMakeLists.txt"));
    for (const auto& folder : folders_in("src")) {
        const bool sources = !source_files("src/" + folder).empty();
        EXPECT_TRUE(!sources || folder == "cli" || modules.contains(folder))
            << "src/" << folder << " is no sayso_module";
    }
}

TEST(Includes, TheCommandLineSeesThePublicApiAlone) {
    // Besides the door to the machine, which it opens and hands in.
    for (const auto& file : source_files("src/cli")) {
        for (const auto line : lines_of(file.text)) {
            const auto header = included(line);
            if (!header || header->front() != '"') continue;
            const auto name = header->substr(1);
            EXPECT_TRUE(name.starts_with("cli/") || name.starts_with("sayso/") || name == "env/env.h" ||
                        name == "diag/suggest.h")
                << file.path << ": " << line;
        }
    }
}

TEST(Includes, ThePublicApiShowsNothingOfTheInside) {
    for (const auto& file : source_files("include")) {
        for (const auto line : lines_of(file.text)) {
            const auto header = included(line);
            EXPECT_TRUE(!header || header->front() == '<' || header->substr(1).starts_with("sayso/"))
                << file.path << ": " << line;
        }
    }
}

TEST(Includes, KeepEachLibraryInItsFolder) {
    EXPECT_THAT(libraries_out_of_place(source_files("src")), IsEmpty());
}

TEST(Includes, AnArrowAgainstTheDirectionIsFound) {
    const auto modules = declared_modules(
        "\nsayso_module(base)\nsayso_module(frame DEPENDS base\n  LIBRARIES fmt)\n"
        "sayso_module(layout DEPENDS frame)");
    const std::vector<SourceFile> files = {
        {"src/layout/page.cpp", "#include \"base/length.h\"\n#include <vector>\n"},
        {"src/frame/frame.h", "// A frame.\n#include \"layout/page.h\"\n"},
    };
    EXPECT_THAT(undeclared_arrows(files, modules),
                ElementsAre("src/frame/frame.h:2: frame includes layout, which is not in its DEPENDS"));
}

TEST(Includes, ALookIntoAnotherModulesWingIsFound) {
    const std::vector<SourceFile> files = {
        {"src/pdf/pages/page.cpp", "#include \"pdf/fonts/book.h\"\n#include \"pdf/pdf.h\"\n"},
        {"src/pdf/pdf.cpp", "#include \"pdf/fonts/book.h\"\n"},
        {"src/session/run.cpp", "#include \"pdf/pdf.h\"\n#include \"pdf/fonts/book.h\"\n"},
    };
    EXPECT_THAT(
        wings_seen_from_outside(files),
        ElementsAre("src/session/run.cpp:2: \"pdf/fonts/book.h\" is inside a wing of pdf; include what "
                    "stands at its door"));
}

TEST(Includes, ALibraryOutOfItsFolderIsFound) {
    const std::vector<SourceFile> files = {{"src/pdf/sink.cpp", "#include <hpdf.h>\n"},
                                           {"src/layout/page.cpp", "#include <hpdf_objects.h>\n"}};
    EXPECT_THAT(libraries_out_of_place(files),
                ElementsAre("src/layout/page.cpp:1: <hpdf_objects.h> is not for here"));
}

}  // namespace
}  // namespace checks

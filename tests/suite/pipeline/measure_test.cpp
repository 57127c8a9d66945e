// The measure of a page, taken on finished files by a reader that is not ours: how small words are, how full
// pages are, and that no heading stands alone at a foot.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "suite/pipeline/machine.h"
#include "support/pdf_reader.h"
#include "support/poppler.h"
#include "support/raster.h"

namespace sayso::test {
namespace {

struct Measure {
    const char* kind;
    double smallest;     // pt, of all words but those of the foot
    double foot;         // pt, of sources and running lines
    double foot_height;  // pt, from the lower edge
    bool pages = true;   // sheets of the file are pages as they are read, with a foot each
};

class Measured : public testing::TestWithParam<Measure> {};

/// Every reader's document of the kind, from the example; with its file's name.
std::vector<std::pair<std::string, std::string>> made(const char* kind) {
    MemoryEnv env = shipped_machine();
    BuildOptions options = one("", kind);
    options.audiences.clear();
    const Report report = build(env, example_project, options);
    EXPECT_TRUE(report.ok()) << faults(report);
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& file : report.files)
        if (file.ends_with(".pdf")) files.emplace_back(file, env.files.at(file));
    return files;
}

constexpr double dpi = 36;

/// How far down the page, above its foot, something is shown: 0 to 1.
double fullness(const Pixels& page, double foot) {
    const int body = page.height - static_cast<int>(foot * dpi / 72);
    const auto is_white = [&](int row) {
        const std::size_t begin = static_cast<std::size_t>(row * page.width) * 3;
        return std::all_of(page.rgb.begin() + static_cast<std::ptrdiff_t>(begin),
                           page.rgb.begin() + static_cast<std::ptrdiff_t>(begin) + page.width * 3,
                           [](char c) { return static_cast<unsigned char>(c) > 250; });
    };
    int last = body - 1;
    while (last > 0 && is_white(last)) --last;
    return static_cast<double>(last) / body;
}

TEST_P(Measured, WordsAreLargeEnough) {
    for (const auto& [name, pdf] : made(GetParam().kind)) {
        for (int page = 0; page < page_count(pdf); ++page) {
            const double height = seen_page(pdf, page, dpi).height * 72 / dpi;
            for (const SeenWord& word : seen_words(pdf, page)) {
                const bool in_foot = word.y > height - GetParam().foot_height;
                // The address beneath a code is for whoever has no camera: they stand near.
                const bool is_address = word.text.ends_with(".example");
                EXPECT_GE(word.size + 0.05, in_foot || is_address ? GetParam().foot : GetParam().smallest)
                    << name << " page " << page + 1 << ": " << word.text;
            }
        }
    }
}

TEST_P(Measured, NoPageIsUnderAThirdFull) {
    if (!GetParam().pages) return;
    for (const auto& [name, pdf] : made(GetParam().kind)) {
        for (int page = 0; page < page_count(pdf); ++page)
            EXPECT_GE(fullness(seen_page(pdf, page, dpi), GetParam().foot_height), 1.0 / 3)
                << name << " page " << page + 1;
    }
}

bool is_heading(const PdfElement& element) {
    return element.type.size() == 2 && element.type[0] == 'H' && element.type[1] >= '1' &&
           element.type[1] <= '6';
}

/// The first and the last page that show something of the element itself; -1 where none does.
std::pair<int, int> pages_of(const PdfElement& element) {
    std::pair<int, int> out{-1, -1};
    for (const PdfKid& kid : element.kids) {
        if (kid.kind != PdfKid::Kind::mark) continue;
        if (out.first < 0) out.first = kid.page;
        out.second = kid.page;
    }
    return out;
}

TEST_P(Measured, NoHeadingStandsAloneAtTheFootOfAPage) {
    for (const auto& [name, pdf] : made(GetParam().kind)) {
        const PdfFile file = read_pdf(pdf);
        int waiting = -1;  // the page of a heading that nothing has followed yet
        for (const PdfElement& element : file.elements) {
            const auto [first, last] = pages_of(element);
            if (first < 0) continue;
            if (waiting >= 0) {
                EXPECT_EQ(first, waiting) << name << ": before a " << element.type;
            }
            waiting = is_heading(element) ? last : -1;
        }
        EXPECT_LT(waiting, 0) << name << " ends with a heading";
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Measured,
                         testing::Values(Measure{"briefing", 11.5, 12, 60}, Measure{"one-page", 12, 12, 57},
                                         Measure{"plan-wording", 12, 12, 60},
                                         Measure{"easy-read", 16, 16, 80},
                                         Measure{"leaflet", 12, 12, 57, false},
                                         Measure{"booklet", 12, 12, 57, false},
                                         Measure{"poster", 24, 14, 57}),
                         [](const auto& each) {
                             std::string name = each.param.kind;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace sayso::test

#include "svg/used_fonts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/overload.h"
#include "base/utf8.h"
#include "svg/xml.h"

namespace sayso::svg {

void UsedFonts::add(const frame::Frame& frame) {
    for (const frame::Item& item : frame.items) {
        std::visit(
            Overload{[&](const frame::TextRun& run) {
                         std::set<char32_t>& used = used_[run.font];
                         for (std::size_t at = 0; at < run.text.size();)
                             used.insert(next_code_point(run.text, at));
                     },
                     [](const frame::Shape&) {}, [](const frame::ImageItem&) {},
                     [](const frame::LinkArea&) {}, [&](const frame::Group& group) { add(*group.child); }},
            item.content);
    }
}

std::string UsedFonts::style_sheet() const {
    std::string out;
    for (const auto& [font, used] : used_) {
        const std::string file = fonts_.subset_for_text(font, {used.begin(), used.end()});
        const std::string family = escape(fonts_.family(font));
        const bool cff = file.starts_with("OTTO");
        if (!file.empty())
            out += fmt::format("@font-face{{font-family:'{}';font-weight:{};src:url({}) format('{}')}}\n",
                               family, fonts_.weight(font), data_url(cff ? "font/otf" : "font/ttf", file),
                               cff ? "opentype" : "truetype");
        out += fmt::format(".f{}{{font-family:'{}',sans-serif;font-weight:{}}}\n", font.value, family,
                           fonts_.weight(font));
    }
    return out;
}

std::vector<std::string> UsedFonts::families() const {
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const auto& [font, used] : used_) {
        const std::string& family = fonts_.family(font);
        const auto known =
            std::find_if(found.begin(), found.end(), [&](const auto& one) { return one.second == family; });
        if (known == found.end()) {
            found.emplace_back(used.size(), family);
        } else {
            known->first += used.size();
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> out;
    for (auto& [size, family] : found) out.push_back(std::move(family));
    return out;
}

}  // namespace sayso::svg

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "text/library.h"

namespace sayso::text {
namespace {

void add_to_family(FontLibrary::Impl& impl, FontId font) {
    const Face& face = impl.face(font);
    auto family = std::ranges::find(impl.families, face.family(), &Family::name);
    if (family == impl.families.end()) family = impl.families.insert(family, Family{face.family(), {}});
    const auto weight = [&](FontId id) { return impl.face(id).weight(); };
    const auto place = std::ranges::lower_bound(family->faces, face.weight(), {}, weight);
    const bool repeat = place != family->faces.end() && weight(*place) == face.weight();
    if (!repeat) family->faces.insert(place, font);
}

std::size_t list_folder(FontLibrary::Impl& impl, const Env& env, const std::string& folder) {
    std::size_t found = 0;
    for (const std::string& file : env.list(folder)) {
        auto name = parse_font_name(file);
        if (!name) continue;
        impl.faces.push_back(std::make_unique<Face>(env, join_path(folder, file), std::move(*name)));
        add_to_family(impl, FontId{static_cast<std::uint32_t>(impl.faces.size() - 1)});
        ++found;
    }
    return found;
}

}  // namespace

const Family* FontLibrary::Impl::family(std::string_view name) const {
    const auto found =
        std::ranges::find_if(families, [&](const Family& f) { return same_family(f.name, name); });
    return found == families.end() ? nullptr : &*found;
}

FontId FontLibrary::Impl::nearest(const Family& family, int weight) const {
    FontId best = family.faces.front();
    for (const FontId font : family.faces) {
        const int distance = std::abs(face(font).weight() - weight);
        const int least = std::abs(face(best).weight() - weight);
        if (distance < least || (distance == least && weight > 500)) best = font;
    }
    return best;
}

FontLibrary::FontLibrary(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontLibrary::~FontLibrary() = default;
FontLibrary::FontLibrary(FontLibrary&&) noexcept = default;
FontLibrary& FontLibrary::operator=(FontLibrary&&) noexcept = default;

std::optional<FontLibrary> FontLibrary::load(const Env& env, const std::vector<std::string>& folders,
                                             Diagnostics& diagnostics) {
    auto impl = std::make_unique<Impl>();
    for (const std::string& folder : folders) {
        if (list_folder(*impl, env, folder) > 0) continue;
        diagnostics.error("no-fonts", {}, fmt::format("no fonts in the folder \"{}\"", folder),
                          "put .ttf or .otf files there, or remove the folder");
    }
    if (impl->faces.empty()) return std::nullopt;
    std::ranges::sort(impl->families, {}, &Family::name);
    return FontLibrary(std::move(impl));
}

std::optional<FontId> FontLibrary::find(std::string_view family, int weight) const {
    const Family* const found = impl_->family(family);
    if (!found) return std::nullopt;
    return impl_->nearest(*found, weight);
}

std::vector<std::string> FontLibrary::families() const {
    std::vector<std::string> names;
    for (const Family& family : impl_->families) names.push_back(family.name);
    return names;
}

std::string_view FontLibrary::bytes(FontId font) const {
    return impl_->face(font).bytes();
}
const std::string& FontLibrary::name(FontId font) const {
    return impl_->face(font).name();
}
int FontLibrary::weight(FontId font) const {
    return impl_->face(font).weight();
}
const std::string& FontLibrary::family(FontId font) const {
    return impl_->face(font).family();
}
const FontMetrics& FontLibrary::metrics(FontId font) const {
    return impl_->face(font).metrics();
}

}  // namespace sayso::text

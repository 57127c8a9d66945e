#include "serve/photos.h"

#include <algorithm>

#include <fmt/format.h>

#include "load/reading.h"
#include "picture/picture.h"
#include "svg/xml.h"

namespace sayso::serve {
namespace {

constexpr const char* pictures_folder = "pictures/";
constexpr const char* evidence_file = "evidence/evidence.yaml";

std::string_view type_of_picture(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    if (bytes.starts_with("RIFF")) return "image/webp";
    return "image/svg+xml";
}

picture::Wanted small(std::vector<std::string> fonts) {
    picture::Wanted out;
    out.room = mm(60);
    out.fonts = std::move(fonts);
    return out;
}

/// Whether a YAML file below `within` names it. evidence.yaml is looked at as it will be.
bool is_named(const Env& env, const ProjectFiles& files, const std::string& within, const std::string& name) {
    for (const std::string& entry : env.list(files.path(within))) {
        const std::string file = within.empty() ? entry : within + "/" + entry;
        if (entry.starts_with('.') || file == evidence_file) continue;
        if (env.is_folder(files.path(file))) {
            if (is_named(env, files, file, name)) return true;
        } else if (file.ends_with(".yaml")) {
            const auto read = files.read(file);
            const auto* text = std::get_if<std::optional<std::string>>(&read);
            if (text == nullptr || text->value_or("").find(name) != std::string::npos) return true;
        }
    }
    return false;
}

}  // namespace

std::string plain_name(const std::string& name) {
    const auto dot = name.rfind('.');
    std::string stem = load::kebab_of(name.substr(0, dot)), ending = dot == name.npos ? "" : name.substr(dot);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return (stem.empty() ? "file" : stem) + ending;
}

std::optional<Refusal> no_picture(const std::string& name, const std::string& bytes,
                                  std::vector<std::string> fonts) {
    Diagnostics faults;
    picture::decode(bytes, name, {}, small(std::move(fonts)), faults);
    if (!faults.has_errors()) return std::nullopt;
    const Diagnostic& first = *std::find_if(faults.items().begin(), faults.items().end(),
                                            [](const auto& one) { return one.severity == Severity::error; });
    return Refusal{422, fmt::format("This picture cannot be used: {}.", first.message)};
}

std::variant<FileChange, Refusal> place_of_picture(const ProjectFiles& files, const std::string& name,
                                                   const std::string& bytes) {
    const std::string plain = plain_name(name);
    const auto dot = std::min(plain.rfind('.'), plain.size());
    for (std::size_t number = 1;; ++number) {
        const std::string file = number == 1 ? pictures_folder + plain
                                             : fmt::format("{}{}-{}{}", pictures_folder, plain.substr(0, dot),
                                                           number, plain.substr(dot));
        auto there = files.read(file);
        if (auto* refusal = std::get_if<Refusal>(&there)) return std::move(*refusal);
        auto& before = std::get<std::optional<std::string>>(there);
        if (!before || *before == bytes) return FileChange{file, std::move(before), bytes};
    }
}

std::string small_picture(const std::string& name, const std::string& bytes, std::vector<std::string> fonts) {
    Diagnostics faults;
    const auto picture = picture::decode(bytes, name, {}, small(std::move(fonts)), faults);
    if (!picture) return {};
    using Encoding = frame::Image::Encoding;
    const auto* image = std::get_if<std::shared_ptr<const frame::Image>>(&picture->content);
    const bool is_jpeg = image != nullptr && ((*image)->encoding == Encoding::jpeg_rgb ||
                                              (*image)->encoding == Encoding::jpeg_gray);
    return is_jpeg ? svg::data_url("image/jpeg", (*image)->bytes)
                   : svg::data_url(type_of_picture(bytes), bytes);
}

std::optional<FileChange> left_behind(const Env& env, const ProjectFiles& files, const load::Value& photo,
                                      const std::string& evidence) {
    const load::Value* named = photo.find("file");
    if (named == nullptr || !named->scalar.starts_with(pictures_folder)) return std::nullopt;
    if (evidence.find(named->scalar) != std::string::npos || is_named(env, files, "", named->scalar))
        return std::nullopt;
    auto there = files.read(named->scalar);
    auto* before = std::get_if<std::optional<std::string>>(&there);
    if (before == nullptr || !*before) return std::nullopt;
    return FileChange{named->scalar, std::move(*before), std::nullopt};
}

}  // namespace sayso::serve

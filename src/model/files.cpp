#include "model/files.h"

#include <fmt/format.h>

#include "env/limits.h"

namespace sayso::model {

const load::Value* Files::value(const std::string& path, Span named_at) {
    auto found = parsed_.find(path);
    if (found == parsed_.end()) {
        found = parsed_.emplace(path, parse(path, named_at)).first;
        if (found->second) found->second->value.replay(diagnostics_);
    }
    return found->second && found->second->value.value ? &*found->second->value.value : nullptr;
}

std::shared_ptr<const ParsedFile> Files::parse(const std::string& path, Span named_at) {
    auto bytes = env_.read(path, limits::yaml_file_bytes);
    if (const auto* fault = std::get_if<IoError>(&bytes)) {
        diagnostics_.error("cannot-read", named_at,
                           fmt::format("cannot read \"{}\": {}", path, fault->reason),
                           fault->hint_or("look whether it opens in an editor"));
        return nullptr;
    }
    std::string& text = std::get<std::string>(bytes);
    const std::uint32_t source = sources_.add(path, text);
    const auto known = known_.find(path);
    if (known != known_.end() && known->second && known->second->source == source &&
        known->second->text == text)
        return known->second;
    auto value = reported([&](Diagnostics& faults) { return load::parse_yaml(source, text, {}, faults); });
    return std::make_shared<const ParsedFile>(ParsedFile{source, std::move(text), std::move(value)});
}

std::vector<std::string> Files::ids_in(const std::string& folder) const {
    constexpr std::string_view ending = ".yaml";
    std::vector<std::string> ids;
    for (const std::string& name : env_.list(folder)) {
        if (name.ends_with(ending)) ids.push_back(name.substr(0, name.size() - ending.size()));
    }
    return ids;
}

}  // namespace sayso::model

#include <algorithm>

#include "diag/diagnostic.h"

namespace sayso {

std::uint32_t SourceMap::add(std::string path, std::string text) {
    Source source{std::move(path), std::move(text), {}, {0}};
    for (std::size_t i = 0; i < source.text.size(); ++i) {
        if (source.text[i] == '\n') source.line_starts.push_back(i + 1);
    }
    return put(std::move(source));
}

std::uint32_t SourceMap::add_sheet(std::string path, std::string sheet) {
    return put({std::move(path), {}, std::move(sheet), {}});
}

std::uint32_t SourceMap::put(Source source) {
    auto place = std::find_if(sources_.begin(), sources_.end(), [&](const auto& known) {
        return known->path == source.path && known->sheet == source.sheet;
    });
    if (place == sources_.end()) place = sources_.insert(place, nullptr);
    *place = std::make_shared<const Source>(std::move(source));
    return static_cast<std::uint32_t>(place - sources_.begin() + 1);
}

const std::string& SourceMap::sheet(std::uint32_t source) const {
    static const std::string none;
    return source == 0 || source > sources_.size() ? none : sources_[source - 1]->sheet;
}

const std::string& SourceMap::path(std::uint32_t source) const {
    static const std::string nowhere;
    return source == 0 || source > sources_.size() ? nowhere : sources_[source - 1]->path;
}

std::string_view SourceMap::line(const Span& span) const {
    if (span.source == 0 || span.source > sources_.size()) return {};
    const Source& source = *sources_[span.source - 1];
    if (span.line == 0 || span.line > source.line_starts.size()) return {};
    const std::string_view rest = std::string_view(source.text).substr(source.line_starts[span.line - 1]);
    return rest.substr(0, rest.find_first_of("\r\n"));
}

std::string cell_name(std::size_t column, std::size_t row) {
    std::string letters;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters + std::to_string(row);
}

}  // namespace sayso

#include "pack/store.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

namespace sayso::pack {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 5> question_names{"contents", "listing", "is-file", "is-folder", "place"};

const char* name_of_question(Question::About about) {
    return question_names[static_cast<std::size_t>(about)];
}

std::optional<Question::About> question_of(std::string_view name) {
    const auto found = std::find(question_names.begin(), question_names.end(), name);
    if (found == question_names.end()) return std::nullopt;
    return static_cast<Question::About>(found - question_names.begin());
}

std::string inputs_text(const std::string& settings, const Answers& answers) {
    Json out{{"settings", settings}, {"answers", Json::object()}};
    for (const auto& [question, answer] : answers)
        out["answers"][name_of_question(question.about)][question.path] = answer;
    return out.dump(1) + "\n";
}

/// False, and nothing learnt, from a file that is no such file.
bool read_inputs(std::string_view text, std::string& settings, Answers& answers) {
    try {
        const Json json = Json::parse(text);
        settings = json.at("settings");
        for (const auto& [name, paths] : json.at("answers").items()) {
            const auto about = question_of(name);
            if (!about) return false;
            for (const auto& [path, answer] : paths.items()) answers[{*about, path}] = answer;
        }
        return true;
    } catch (const Json::exception&) {
        return false;
    }
}

/// `path` with `from` at its start put for `to`; nothing when it lies elsewhere.
std::optional<std::string> moved(const std::string& path, const std::string& from, const std::string& to) {
    if (from.empty()) return std::nullopt;
    if (path == from) return to;
    if (path.starts_with(from + "/")) return to + path.substr(from.size());
    return std::nullopt;
}

// Not names that a path could begin with by chance.
constexpr const char* project_name = "project:";
constexpr const char* data_name = "sayso:";

}  // namespace

std::string PathNames::to_pack(const std::string& path) const {
    if (const auto out = moved(path, project_, project_name)) return *out;
    return moved(path, data_, data_name).value_or(path);
}

std::string PathNames::from_pack(const std::string& path) const {
    if (const auto out = moved(path, project_name, project_)) return *out;
    return moved(path, data_name, data_).value_or(path);
}

std::variant<std::shared_ptr<void>, LockHolder, IoError> Store::try_lock() {
    using Sharing = Env::Sharing;
    if (shard_.of <= 1) return env_.lock(in(lock_path(1, 1)), Sharing::alone);
    auto whole = env_.lock(in(lock_path(1, 1)), Sharing::together);
    if (!std::holds_alternative<std::shared_ptr<void>>(whole)) return whole;
    auto own = env_.lock(in(lock_path(shard_.number, shard_.of)), Sharing::alone);
    if (!std::holds_alternative<std::shared_ptr<void>>(own)) return own;
    using Both = std::pair<std::shared_ptr<void>, std::shared_ptr<void>>;
    return std::static_pointer_cast<void>(
        std::make_shared<Both>(std::get<0>(std::move(whole)), std::get<0>(std::move(own))));
}

/// A front page that is no pack's must not be written over. A pack that was handed on has no .sayso folder.
bool Store::holds_foreign_page() const {
    if (exists() || !env_.is_file(in("index.html"))) return false;
    const auto manifest = read(manifest_path(1, 1));
    return !manifest || !manifest_from_json(*manifest);
}

bool Store::lock(Diagnostics& diagnostics) {
    if (holds_foreign_page()) {
        diagnostics.error("foreign-folder", {},
                          fmt::format("\"{}\" holds an index.html that is not of a pack", folder_),
                          "name a new folder with -o");
        return false;
    }
    auto lock = try_lock();
    if (auto* held = std::get_if<std::shared_ptr<void>>(&lock)) {
        lock_ = std::move(*held);
        return true;
    }
    if (const auto* other = std::get_if<LockHolder>(&lock)) {
        diagnostics.error("pack-busy", {}, fmt::format("\"{}\" is being written by {}", folder_, other->who),
                          "wait until it has finished, or name another folder with -o");
    } else {
        diagnostics.error("cannot-write", {},
                          fmt::format("cannot write to \"{}\": {}", folder_, std::get<IoError>(lock).reason),
                          std::get<IoError>(lock).hint_or("choose another folder with -o"));
    }
    return false;
}

std::optional<std::string> Store::read(const std::string& path) const {
    auto read = env_.read(in(path), std::numeric_limits<std::size_t>::max());
    if (auto* bytes = std::get_if<std::string>(&read)) return std::move(*bytes);
    return std::nullopt;
}

Earlier Store::load(const PathNames& names) const {
    Earlier out;
    auto text = read(manifest_path(shard_.number, shard_.of));
    if (!text && shard_.of > 1) {
        text = read(manifest_path(1, 1));  // a shard of a pack that was merged before
        out.borrowed = text.has_value();
    }
    if (text) {
        auto manifest = manifest_from_json(*text);
        out.damaged = !manifest;
        if (manifest) {
            for (DocumentEntry& document : manifest->documents) {
                std::string path = document.path;
                out.documents.emplace(std::move(path), std::move(document));
            }
            out.pages = std::move(manifest->pages);
            out.archives = std::move(manifest->archives);
            out.failed = std::move(manifest->failed);
            out.made_by = manifest->made_by;
            out.finished = true;
        }
    }
    if (text = read(inputs_path(shard_.number, shard_.of)); text) {
        Answers answers;
        out.finished = read_inputs(*text, out.settings, answers) && out.finished;
        for (auto& [question, answer] : answers)
            out.answers[{question.about, names.from_pack(question.path)}] = std::move(answer);
    } else {
        out.finished = false;
    }
    if (text = read(journal_path(shard_.number, shard_.of)); text) {
        out.finished = false;
        for (DocumentEntry& document : from_lines(*text)) {
            std::string path = document.path;
            out.documents.insert_or_assign(std::move(path), std::move(document));
        }
    }
    return out;
}

bool Store::is_intact(const FileEntry& file) const {
    const auto bytes = read(file.path);
    return bytes && bytes->size() == file.bytes && sha256(*bytes) == file.sha256;
}

bool Store::are_intact(const std::vector<FileEntry>& files) const {
    return std::all_of(files.begin(), files.end(), [this](const FileEntry& file) { return is_intact(file); });
}

bool Store::has_words(const DocumentEntry& document) const {
    return env_.is_file(in(words_path(document.path)));
}

bool Store::is_whole(const DocumentEntry& document) const {
    return has_words(document) && are_intact(document.files);
}

std::optional<IoError> Store::write(const std::string& path, std::string_view bytes) {
    return env_.write(in(path), bytes);
}

std::optional<IoError> Store::note(const DocumentEntry& document) {
    return env_.append(in(journal_path(shard_.number, shard_.of)), to_line(document));
}

// In this order: whatever is cut short, the next run sees an unfinished pack and completes it.
std::optional<IoError> Store::finish(const Manifest& manifest, const Answers& answers, const PathNames& names,
                                     const std::string& settings) {
    Answers in_pack;
    for (const auto& [question, answer] : answers)
        in_pack[{question.about, names.to_pack(question.path)}] = answer;
    if (auto fault = write(inputs_path(shard_.number, shard_.of), inputs_text(settings, in_pack)))
        return fault;
    if (auto fault = write(manifest_path(shard_.number, shard_.of), to_json(manifest))) return fault;
    return env_.remove(in(journal_path(shard_.number, shard_.of)));
}

void Store::sweep() {
    const auto sweep_folder = [this](const std::string& folder) {
        for (const std::string& name : env_.list(in(folder))) {
            if (name.find(".part-") != std::string::npos) env_.remove(in(join_path(folder, name)));
        }
    };
    for (const char* top : {"", ".sayso"}) sweep_folder(top);
    for (const char* parent : {"", ".sayso/words"}) {
        for (const std::string& name : env_.list(in(parent))) {
            const std::string folder = join_path(parent, name);
            if (name != ".sayso" && env_.is_folder(in(folder))) sweep_folder(folder);
        }
    }
}

void Store::forget(const Shard& shard) {
    remove(inputs_path(shard.number, shard.of));
    remove(journal_path(shard.number, shard.of));
    remove(lock_path(shard.number, shard.of));
    remove(manifest_path(shard.number, shard.of));
}

void Store::forget_shards() {
    for (const std::string& name : env_.list(folder_)) {
        if (const auto shard = shard_of_name(name)) forget(*shard);
    }
}

std::optional<Shard> shard_of_name(std::string_view name) {
    constexpr std::string_view before = "manifest-", between = "-of-", after = ".json";
    if (!name.starts_with(before) || !name.ends_with(after)) return std::nullopt;
    name.remove_prefix(before.size());
    name.remove_suffix(after.size());
    const auto middle = name.find(between);
    if (middle == std::string_view::npos) return std::nullopt;
    Shard shard{0, 0};
    const auto read = [](std::string_view digits, std::size_t& out) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    if (!read(name.substr(0, middle), shard.number) ||
        !read(name.substr(middle + between.size()), shard.of) || shard.number < 1 || shard.number > shard.of)
        return std::nullopt;
    return shard;
}

std::string join_inputs(const std::vector<std::string>& texts) {
    std::string settings;
    Answers all;
    for (const std::string& text : texts) read_inputs(text, settings, all);
    return inputs_text(settings, all);
}

}  // namespace sayso::pack

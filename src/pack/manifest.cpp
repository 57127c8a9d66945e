#include "pack/manifest.h"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "account/json.h"
#include "env/env.h"

namespace sayso::pack {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const FileEntry& file) {
    Json out{{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}};
    if (file.pages > 0) out["pages"] = file.pages;
    return out;
}

Json json_of(const DocumentEntry& d) {
    Json out{{"path", d.path},           {"title", d.title},         {"site", d.site},
             {"site-name", d.site_name}, {"audience", d.audience},   {"audience-name", d.audience_name},
             {"kind", d.kind},           {"kind-name", d.kind_name}, {"edition", d.edition}};
    if (!d.strand.empty()) out["strand"] = d.strand;
    out["lang"] = d.lang;
    if (!d.print.empty()) out["print"] = d.print;
    out["made"] = d.made;
    out["inputs"] = {{"words", d.inputs.words}, {"looks", d.inputs.looks}};
    out["checks"] = {{"passed", d.checks}, {"warnings", d.warnings}};
    if (d.account != evidence::Account{}) out["account"] = account::json_of(d.account);
    out["files"] = Json::array();
    for (const FileEntry& file : d.files) out["files"].push_back(json_of(file));
    return out;
}

/// Thrown for what JSON allows and no pack has.
struct NotOurs {};

/// What a manifest names may be taken away by the next run, so it must lie within the pack, whoever wrote it.
std::string path_of(const Json& json) {
    std::string path = json.at("path");
    const bool leaves = path.empty() || path.front() == '/' || join_path("", path) != path || path == ".." ||
                        path.starts_with("../");
    if (leaves) throw NotOurs{};
    return path;
}

FileEntry file_of(const Json& json) {
    return {path_of(json), json.at("sha256"), json.at("bytes"), json.value("pages", std::size_t{0})};
}

DocumentEntry document_of(const Json& json) {
    DocumentEntry d;
    d.path = path_of(json);
    d.title = json.at("title");
    d.site = json.at("site");
    d.site_name = json.at("site-name");
    d.audience = json.at("audience");
    d.audience_name = json.at("audience-name");
    d.kind = json.at("kind");
    d.kind_name = json.at("kind-name");
    d.edition = json.at("edition");
    d.strand = json.value("strand", std::string());
    d.lang = json.at("lang");
    d.print = json.value("print", std::string());
    d.made = json.at("made");
    d.inputs = {json.at("inputs").at("words"), json.at("inputs").at("looks")};
    d.checks = json.at("checks").at("passed").get<std::vector<std::string>>();
    d.warnings = json.at("checks").at("warnings");
    if (json.contains("account")) d.account = account::account_from(json.at("account"));
    for (const Json& file : json.at("files")) d.files.push_back(file_of(file));
    return d;
}

/// ".sayso/NAME", or ".sayso/NAME-2-of-4" of a shard.
std::string own(std::string_view name, std::string_view ending, std::size_t shard, std::size_t shards) {
    if (shards <= 1) return fmt::format(".sayso/{}{}", name, ending);
    return fmt::format(".sayso/{}-{}-of-{}{}", name, shard, shards, ending);
}

/// JSON's own faults are exceptions; a file that somebody changed is no bug.
template <class T>
std::optional<T> read_json(std::string_view text, T (*read)(const Json&)) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const NotOurs&) {
        return std::nullopt;
    }
}

Manifest manifest_of(const Json& json) {
    Manifest m;
    m.made_by = json.at("made-by");
    m.title = json.at("title");
    m.lang = json.at("lang");
    m.fictional = json.value("fictional", false);
    m.shard = json.value("shard", std::string());
    m.inputs = json.at("inputs").get<std::map<std::string, std::string>>();
    for (const Json& document : json.at("documents")) m.documents.push_back(document_of(document));
    for (const Json& one : json.at("failed")) m.failed.push_back({one.at("path"), one.at("why")});
    if (json.contains("evidence")) m.evidence = account::state_from(json.at("evidence"));
    for (const Json& file : json.at("pages")) m.pages.push_back(file_of(file));
    for (const Json& file : json.at("archives")) m.archives.push_back(file_of(file));
    return m;
}

}  // namespace

std::string manifest_path(std::size_t shard, std::size_t shards) {
    return shards <= 1 ? "manifest.json" : fmt::format("manifest-{}-of-{}.json", shard, shards);
}
std::string journal_path(std::size_t shard, std::size_t shards) {
    return own("journal", ".jsonl", shard, shards);
}
std::string inputs_path(std::size_t shard, std::size_t shards) {
    return own("inputs", ".json", shard, shards);
}
std::string lock_path(std::size_t shard, std::size_t shards) {
    return own("lock", "", shard, shards);
}
std::string thumbnail_path(const std::string& document) {
    return join_path(join_path(folder_of(document), "pictures"), name_of(document) + ".small.png");
}
std::string words_path(const std::string& document) {
    return ".sayso/words/" + document + ".txt";
}

std::string to_json(const Manifest& manifest) {
    Json out{{"made-by", manifest.made_by}, {"title", manifest.title}, {"lang", manifest.lang}};
    if (manifest.fictional) out["fictional"] = true;
    if (!manifest.shard.empty()) out["shard"] = manifest.shard;
    out["inputs"] = manifest.inputs;
    out["documents"] = Json::array();
    for (const DocumentEntry& document : manifest.documents) out["documents"].push_back(json_of(document));
    out["failed"] = Json::array();
    for (const FailedEntry& one : manifest.failed)
        out["failed"].push_back({{"path", one.path}, {"why", one.why}});
    if (manifest.evidence) out["evidence"] = account::json_of(*manifest.evidence);
    out["pages"] = Json::array();
    for (const FileEntry& file : manifest.pages) out["pages"].push_back(json_of(file));
    out["archives"] = Json::array();
    for (const FileEntry& file : manifest.archives) out["archives"].push_back(json_of(file));
    return out.dump(1) + "\n";
}

std::optional<Manifest> manifest_from_json(std::string_view text) {
    return read_json(text, &manifest_of);
}

std::string to_line(const DocumentEntry& document) {
    return json_of(document).dump() + "\n";
}

std::vector<DocumentEntry> from_lines(std::string_view text) {
    std::vector<DocumentEntry> out;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        if (auto document = read_json(text.substr(0, end), &document_of)) out.push_back(std::move(*document));
        text.remove_prefix(end + 1);
    }
    return out;
}

}  // namespace sayso::pack

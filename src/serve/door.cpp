#include "serve/door.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "env/limits.h"
#include "serve/json.h"
#include "serve/query.h"
#include "serve/secret.h"

namespace sayso::serve {
namespace {

using Understood = std::variant<Command, Refusal>;

constexpr std::size_t form_bytes = 1u << 20;

Refusal not_understood() {
    return {400, "The workbench did not understand this. Load the page again."};
}

Refusal too_large(std::size_t most) {
    return {413, fmt::format("This is larger than {} MB. Choose a smaller file.",
                             std::max<std::size_t>(1, most >> 20))};
}

std::string value_or_empty(const Query& query, const char* key) {
    const auto found = query.find(key);
    return found == query.end() ? std::string() : found->second;
}

Look look_of(const Query& query) {
    return {value_or_empty(query, "audience"), value_or_empty(query, "kind"),
            value_or_empty(query, "edition"), value_or_empty(query, "lang"), value_or_empty(query, "site")};
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out;
}

/// A file of the project as a form names it: within it, and none of those that begin with a dot.
bool is_plain_path(std::string_view path) {
    if (path.empty() || path.size() > 1'000 || path.find_first_of("\\:") != std::string_view::npos)
        return false;
    const bool controls =
        std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        if (part.empty() || part.front() == '.') return false;
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return !controls;
}

Understood edit_of(const Json& json) {
    Edit out;
    out.file = text_at(json, "file");
    const auto path = json.find("path");
    if (!is_plain_path(out.file) || !out.file.ends_with(".yaml") || path == json.end() || !path->is_array() ||
        path->empty())
        return not_understood();
    for (const Json& step : *path) {
        if (!step.is_string() || step.get_ref<const std::string&>().empty()) return not_understood();
        out.path.push_back(step.get<std::string>());
    }
    out.was = json.contains("was") ? value_of(json["was"]) : std::nullopt;
    out.value = json.contains("value") ? value_of(json["value"]) : std::nullopt;
    out.run = text_at(json, "run");
    return out;
}

Understood text_to_save(const Json& json) {
    SaveText out{text_at(json, "file"), text_at(json, "was"), text_at(json, "text")};
    const bool known = out.file.ends_with(".yaml") || out.file.ends_with(".csv");
    return is_plain_path(out.file) && known ? Understood{std::move(out)} : not_understood();
}

Understood editor_of(const Json& json) {
    const auto line = json.find("line");
    if (!is_plain_path(text_at(json, "file")) || line == json.end() || !line->is_number_unsigned())
        return not_understood();
    return OpenEditor{text_at(json, "file"), line->get<std::uint32_t>()};
}

Understood sign_in_of(const Json& json) {
    return AtTheDoor{SignIn{text_at(json, "name"), text_at(json, "password")}};
}

using FromQuery = Understood (*)(const Query&, const std::string& body);

template <class T>
Understood just(const Query&, const std::string&) {
    return T{};
}

template <class T>
Understood at_the_door(const Query&, const std::string&) {
    return AtTheDoor{T{}};
}

template <Understood (*read)(const Json&)>
Understood from_object(const Query&, const std::string& body) {
    const auto json = parse_object(body);
    return json ? read(*json) : Understood{not_understood()};
}

Understood watch_of(const Query& query, const std::string&) {
    const auto seen = whole_number<std::uint64_t>(value_or_empty(query, "seen"));
    return seen ? Understood{Watch{*seen}} : not_understood();
}

Understood text_of(const Query& query, const std::string&) {
    const std::string file = value_or_empty(query, "file");
    return is_plain_path(file) ? Understood{ReadText{file}} : not_understood();
}

Understood upload_of(const char* what, const Query& query, const std::string& body) {
    const std::string name = value_or_empty(query, "name");
    return is_plain_path(name) && name.find('/') == std::string::npos ? Understood{Upload{what, name, body}}
                                                                      : not_understood();
}

struct Entry {
    Route route;
    FromQuery read;
    std::size_t most_bytes = 0;
};

constexpr auto most_upload = limits::picture_file_bytes;

const std::array entries{
    Entry{{"GET", "/open"}, &at_the_door<Enter>},
    Entry{{"GET", "/login"}, &at_the_door<AskWho>},
    Entry{{"POST", "/login"}, &from_object<&sign_in_of>, 4'096},
    Entry{{"POST", "/logout"}, &at_the_door<SignOut>, 2},
    Entry{{"GET", "/api/state"}, &just<ReadState>},
    Entry{{"GET", "/api/pages"},
          [](const Query& q, const std::string&) -> Understood { return ShowPages{look_of(q)}; }},
    Entry{{"GET", "/api/document"},
          [](const Query& q, const std::string&) -> Understood {
              return Download{look_of(q), value_or_empty(q, "format")};
          }},
    Entry{{"GET", "/api/check"}, &just<CheckAll>},
    Entry{
        {"GET", "/api/form"},
        [](const Query& q, const std::string&) -> Understood { return ReadForm{value_or_empty(q, "name")}; }},
    Entry{{"GET", "/api/words"},
          [](const Query& q, const std::string&) -> Understood {
              return ReadWords{value_or_empty(q, "audience")};
          }},
    Entry{{"GET", "/api/text"}, &text_of},
    Entry{{"GET", "/api/watch"}, &watch_of},
    Entry{{"GET", "/api/pack"}, &just<ReadPack>},
    Entry{{"GET", "/api/pack.zip"}, &just<DownloadPack>},
    Entry{{"POST", "/api/edit"}, &from_object<&edit_of>, form_bytes},
    Entry{{"POST", "/api/save"}, &from_object<&text_to_save>, 4 * form_bytes},
    Entry{{"POST", "/api/evidence"},
          [](const Query& q, const std::string& body) { return upload_of("evidence", q, body); },
          most_upload},
    Entry{{"POST", "/api/undo"}, &just<Undo>, 2},
    Entry{{"POST", "/api/redo"}, &just<Redo>, 2},
    Entry{{"POST", "/api/logo"},
          [](const Query& q, const std::string& body) { return upload_of("logo", q, body); },
          most_upload},
    Entry{{"POST", "/api/picture"},
          [](const Query& q, const std::string& body) { return upload_of("picture", q, body); },
          most_upload},
    Entry{{"POST", "/api/sites"},
          [](const Query& q, const std::string& body) { return upload_of("sites", q, body); },
          most_upload},
    Entry{{"POST", "/api/project"},
          &from_object<+[](const Json& json) -> Understood { return NewProject{text_at(json, "name")}; }>,
          form_bytes},
    Entry{{"POST", "/api/project/open"},
          &from_object<+[](const Json& json) -> Understood { return OpenProject{text_at(json, "folder")}; }>,
          form_bytes},
    Entry{{"POST", "/api/pack"}, &just<MakePack>, 2},
    Entry{{"POST", "/api/pack/stop"}, &just<StopPack>, 2},
    Entry{{"POST", "/api/editor"}, &from_object<&editor_of>, form_bytes},
};

/// What lies in the program's data folder and a page may ask for: plain names alone, so that no way leads out
/// of these folders.
std::optional<Command> asset_of(std::string_view path) {
    if (path == "/") return ReadAsset{"templates/workbench/index.html"};
    struct Folder {
        std::string_view prefix, folder;
    };
    for (const Folder& one : {Folder{"/look/", "templates/workbench/"}, Folder{"/font/", "fonts/"}}) {
        if (!path.starts_with(one.prefix)) continue;
        const std::string_view name = path.substr(one.prefix.size());
        const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                   c == '.';
        });
        const bool known = name.ends_with(".js") || name.ends_with(".css") || name.ends_with(".svg") ||
                           name.ends_with(".ttf");
        if (plain && known && name.front() != '.' && name.find("..") == name.npos)
            return ReadAsset{std::string(one.folder) + std::string(name)};
    }
    return std::nullopt;
}

std::string header(const Call& call, const char* name) {
    const auto found = call.headers.find(name);
    return found == call.headers.end() ? std::string() : found->second;
}

std::size_t most_bytes(std::string_view target) {
    const std::string_view path = split_target(target).path;
    std::size_t most = 2;  // "{}"
    for (const Entry& entry : entries) {
        if (entry.route.path == path) most = std::max(most, entry.most_bytes);
    }
    return most;
}

/// Bodies that no page of ours sends: unpacked, in parts or of unknown length they could be larger than they
/// say.
std::optional<Refusal> odd_body(const Call& call) {
    for (const char* name : {"range", "transfer-encoding", "content-encoding"}) {
        if (!header(call, name).empty()) return not_understood();
    }
    const std::string type = header(call, "content-type");
    const bool known = type.empty() || type == "application/json" || type == "application/octet-stream";
    if (!known) return Refusal{415, "The workbench only answers its own pages."};
    const std::string length = header(call, "content-length");
    if (length.empty()) return std::nullopt;
    const auto bytes = whole_number<std::uint64_t>(length);
    if (!bytes) return not_understood();
    return *bytes > most_bytes(call.target) ? std::optional(too_large(most_bytes(call.target)))
                                            : std::nullopt;
}

std::string token_of(const Call& call) {
    const auto query = parse_query(split_target(call.target).query);
    return query ? value_or_empty(*query, "token") : std::string();
}

/// The page to sign in on, and what it is made of: the program's own files, which everybody can have.
bool is_for_everybody(const Call& call) {
    const std::string_view path = split_target(call.target).path;
    if (call.method == "POST") return path == "/login";
    return path == "/login" || path.starts_with("/look/") || path.starts_with("/font/");
}

/// Where a link on another page may lead; the page is the same for everybody.
bool is_front_page(const Call& call, const Keys& keys) {
    const std::string_view path = split_target(call.target).path;
    return keys.behind_login() && call.method == "GET" && (path == "/" || path == "/login");
}

bool brings_token(const Call& call, const Keys& keys) {
    return call.method == "GET" && split_target(call.target).path == "/open" &&
           same_secret(token_of(call), keys.token);
}

Refusal no_cookie(const Keys& keys) {
    if (keys.behind_login())
        return {
            401,
            "You are signed in no longer. Open the workbench's address once more in another window and sign "
            "in; then go on here."};
    return {
        401,
        "This window does not belong to the workbench that is running. Start sayso again, and use the window "
        "that it opens."};
}

}  // namespace

/// Cookies are shared by all ports of a host.
Keys keys_of_this_machine(const std::string& address, std::uint16_t port, std::string token,
                          std::string secret) {
    Keys out;
    const bool six = address.find(':') != address.npos;
    out.hosts = {fmt::format("{}:{}", six ? "[" + address + "]" : address, port),
                 fmt::format("localhost:{}", port)};
    out.cookie = fmt::format("sayso-{}", port);
    out.secrets = {std::move(secret)};
    out.token = std::move(token);
    return out;
}

Keys keys_behind(std::string_view origin, std::string proxy, std::vector<std::string> secrets) {
    const auto colon = origin.find("://");
    Keys out;
    out.hosts = {std::string(origin.substr(colon + 3))};
    out.scheme = origin.substr(0, colon);
    // A browser takes this name only with "Secure" and from the host itself, which keeps its neighbours out.
    out.cookie = out.scheme == "https" ? "__Host-sayso" : "sayso";
    out.secrets = std::move(secrets);
    out.proxy = std::move(proxy);
    return out;
}

std::string cookie_of(const Call& call, const Keys& keys) {
    const std::string all = header(call, "cookie"), wanted = keys.cookie + "=";
    std::string_view rest = all;
    while (!rest.empty()) {
        std::string_view one = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.starts_with(wanted)) return std::string(one.substr(wanted.size()));
    }
    return {};
}

bool has_cookie(const Call& call, const Keys& keys) {
    const std::string cookie = cookie_of(call, keys);
    bool known = false;
    for (const std::string& secret : keys.secrets) known = same_secret(cookie, secret) || known;
    return known && !cookie.empty();
}

std::optional<Refusal> refused(const Call& call, const Keys& keys) {
    if (call.method != "GET" && call.method != "POST")
        return Refusal{405, "The workbench only answers its own pages."};
    if (keys.behind_login() && call.from != keys.proxy)
        return Refusal{403, "The workbench is reached by the address of its proxy alone."};
    const std::string host = header(call, "host");
    if (std::find(keys.hosts.begin(), keys.hosts.end(), host) == keys.hosts.end())
        return Refusal{421, "The workbench answers only under the address that it gave."};
    const std::string origin = header(call, "origin"), site = header(call, "sec-fetch-site");
    const bool led_here =
        !site.empty() && site != "same-origin" && site != "none" && !is_front_page(call, keys);
    const bool foreign = led_here || (!origin.empty() && origin != keys.scheme + "://" + host);
    if (foreign) return Refusal{403, "Another page asked for this; the workbench answers only its own."};
    if (auto refusal = odd_body(call)) return refusal;
    const bool comes_in =
        has_cookie(call, keys) || (keys.behind_login() ? is_for_everybody(call) : brings_token(call, keys));
    return comes_in ? std::nullopt : std::optional(no_cookie(keys));
}

std::variant<Command, Refusal> understood(const Call& call) {
    const auto [path, query_text] = split_target(call.target);
    if (call.method == "GET") {
        if (auto asset = asset_of(path)) return *std::move(asset);
    }
    bool other_method = false;
    for (const Entry& entry : entries) {
        if (entry.route.path != path) continue;
        other_method = true;
        if (entry.route.method != call.method) continue;
        if (call.body.size() > entry.most_bytes) return too_large(entry.most_bytes);
        const auto query = parse_query(query_text);
        return query ? entry.read(*query, call.body) : Understood{not_understood()};
    }
    if (other_method) return Refusal{405, "The workbench only answers its own pages."};
    return Refusal{404, "There is no such page in the workbench."};
}

std::vector<Route> all_routes() {
    std::vector<Route> out{{"GET", "/"}, {"GET", "/look/workbench.css"}};
    for (const Entry& entry : entries) out.push_back(entry.route);
    return out;
}

}  // namespace sayso::serve

// Bytes as a call at the workbench's door, and, where that asks for an edit, the edit of a file; its body
// also as a file of passwords and as what an earlier run left to be taken back. First line: method and
// target; then headers, one a line; a blank line; the body.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "load/rewrite.h"
#include "serve/door.h"
#include "serve/history.h"
#include "serve/login.h"
#include "target.h"

namespace {

sayso::serve::Call call_of(std::string_view text) {
    sayso::serve::Call call;
    const auto next_line = [&] {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        return std::string(line);
    };
    const std::string first = next_line();
    call.method = first.substr(0, first.find(' '));
    call.target = first.substr(std::min(first.size(), call.method.size() + 1));
    for (std::string line = next_line(); !line.empty(); line = next_line()) {
        const auto colon = std::min(line.find(": "), line.size());
        call.headers.emplace(line.substr(0, colon), line.substr(std::min(line.size(), colon + 2)));
    }
    call.body = text;
    return call;
}

void edit(const sayso::serve::Edit& edit) {
    const std::string file =
        "# ours\nservice:\n  name: Elm  # a name\n  sites:\n    - {id: a, name: \"A\"}\n";
    const auto out = sayso::load::rewritten(file, {edit.path, edit.value}, nullptr);
    const auto* text = std::get_if<std::string>(&out);
    if (text == nullptr || !edit.value || edit.path.back() == sayso::load::new_item) return;
    sayso::Diagnostics faults;
    const auto root = sayso::load::parse_yaml(1, *text, {}, faults);
    const auto* value = root ? sayso::load::value_along(*root, edit.path) : nullptr;
    if (value == nullptr) std::abort();                // not where it was put
    if (!text->starts_with("# ours\n")) std::abort();  // a comment was lost
}

/// Whoever is let in named us; and behind a proxy has a cookie, or wants to sign in.
void look_at_the_door(const sayso::serve::Call& call, const sayso::serve::Keys& keys) {
    if (sayso::serve::refused(call, keys)) return;
    const auto host = call.headers.find("host");
    if (host == call.headers.end() ||
        std::find(keys.hosts.begin(), keys.hosts.end(), host->second) == keys.hosts.end())
        std::abort();
    if (call.target.starts_with("/api/") && !sayso::serve::has_cookie(call, keys)) std::abort();
}

/// What an earlier run left to be taken back leads, taken back, to steps that end as the file stands.
void remember(const std::string& journal) {
    const std::string file = "# ours\nservice:\n  name: Elm\n";
    sayso::MemoryEnv env;
    env.files["/elm/undo.jsonl"] = journal;
    sayso::serve::History history(env, "/elm/undo.jsonl");
    const auto steps = history.load([&](const std::string&) { return file; }, 100);
    if (!steps.empty() && !steps.back().empty() && steps.back().back().after != file) std::abort();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sayso::serve::Call call = call_of({reinterpret_cast<const char*>(data), size});
    look_at_the_door(call, sayso::serve::keys_of_this_machine("127.0.0.1", 8123, "token", "secret"));
    call.from = "10.0.0.1";
    look_at_the_door(call, sayso::serve::keys_behind("https://words.example.org", call.from, {"secret"}));
    sayso::serve::parse_passwords(call.body);
    remember(call.body);
    const auto asked = sayso::serve::understood(call);
    if (const auto* command = std::get_if<sayso::serve::Command>(&asked)) {
        if (const auto* one = std::get_if<sayso::serve::Edit>(command)) edit(*one);
        const auto* asset = std::get_if<sayso::serve::ReadAsset>(command);
        if (asset != nullptr && asset->path.find("..") != std::string::npos) std::abort();
    }
    return 0;
}

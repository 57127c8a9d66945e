// Bytes as a call at the workbench's door, and, where that asks for an edit, the edit of a file. First line:
// method and target; then headers, one a line; a blank line; the body.
#include <cstdlib>
#include <string>
#include <string_view>

#include "load/rewrite.h"
#include "serve/door.h"
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

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const sayso::serve::Call call = call_of({reinterpret_cast<const char*>(data), size});
    const sayso::serve::Keys keys{8123, "token", "secret"};
    const bool let_in = !sayso::serve::refused(call, keys);
    const auto host = call.headers.find("host");
    if (let_in && (host == call.headers.end() || host->second.find(":8123") == std::string::npos))
        std::abort();
    const auto asked = sayso::serve::understood(call);
    if (const auto* command = std::get_if<sayso::serve::Command>(&asked)) {
        if (const auto* one = std::get_if<sayso::serve::Edit>(command)) edit(*one);
        const auto* asset = std::get_if<sayso::serve::ReadAsset>(command);
        if (asset != nullptr && asset->path.find("..") != std::string::npos) std::abort();
    }
    return 0;
}

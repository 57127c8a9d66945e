#include "serve/listening.h"

#include <algorithm>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <netinet/in.h>

namespace sayso::serve {
namespace {

constexpr std::size_t passwords_bytes = 1u << 20;
constexpr const char* everything =
    "--listen 10.0.0.5 --port 8123 --proxy 10.0.0.1 --public https://words.example.org --passwords "
    "passwords.txt";

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool all_in(std::string_view text, std::string_view allowed) {
    return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

std::vector<std::string> missing_options(const WorkbenchOptions& options) {
    std::vector<std::string> out;
    if (options.proxy.empty()) out.emplace_back("--proxy");
    if (options.origin.empty()) out.emplace_back("--public");
    if (options.passwords.empty()) out.emplace_back("--passwords");
    if (options.port == 0) out.emplace_back("--port");
    return out;
}

CommandFault what_is_missing(const WorkbenchOptions& options, const std::vector<std::string>& missing) {
    const bool open_to_others = !is_loopback(options.listen);
    const std::string why =
        open_to_others
            ? fmt::format("--listen \"{}\" would show the workbench to other machines without a login",
                          options.listen)
            : std::string("a workbench behind a proxy needs all that makes its login");
    return {fmt::format("{}: it lacks {}", why, fmt::join(missing, ", ")),
            fmt::format("write: sayso open my-service {} (docs/workbench.md says what each is)", everything)};
}

/// Of options that make one whole.
void check_values(const WorkbenchOptions& options, std::vector<CommandFault>& faults) {
    if (!options.proxy.empty() && !numeric_address(options.proxy))
        faults.push_back({fmt::format("--proxy \"{}\" is no address in numbers", options.proxy),
                          "write the address that the proxy calls from, such as --proxy 127.0.0.1"});
    if (!options.origin.empty() && !public_origin(options.origin))
        faults.push_back(
            {fmt::format("--public \"{}\" is no address that people could sign in at", options.origin),
             "write it as the browser shows it, with https and without a path: --public "
             "https://words.example.org"});
    if (options.project.empty())
        faults.push_back({"a workbench behind a proxy is kept for one project, and none is named",
                          "write its folder: sayso open my-service --listen …"});
    if (!options.editor.empty())
        faults.push_back(
            {"--editor would let people elsewhere start a program on this machine", "leave out --editor"});
}

}  // namespace

std::optional<std::string> numeric_address(const std::string& text) {
    char out[INET6_ADDRSTRLEN] = {};
    in6_addr six{};
    in_addr four{};
    if (::inet_pton(AF_INET, text.c_str(), &four) == 1) return ::inet_ntop(AF_INET, &four, out, sizeof out);
    if (::inet_pton(AF_INET6, text.c_str(), &six) != 1) return std::nullopt;
    if (IN6_IS_ADDR_V4MAPPED(&six)) return ::inet_ntop(AF_INET, six.s6_addr + 12, out, sizeof out);
    return ::inet_ntop(AF_INET6, &six, out, sizeof out);
}

bool is_loopback(const std::string& address) {
    const auto numeric = numeric_address(address);
    return numeric && (*numeric == "::1" || numeric->starts_with("127."));
}

std::optional<std::string> public_origin(const std::string& text) {
    constexpr std::string_view digits = "0123456789";
    const std::string all = lower(text);
    const auto colon = all.find("://");
    if (colon == all.npos) return std::nullopt;
    const std::string scheme = all.substr(0, colon), rest = all.substr(colon + 3);
    const std::string host = rest.substr(0, rest.find(':'));
    std::string port = rest.substr(std::min(rest.size(), host.size() + 1));
    if (!all_in(host, "abcdefghijklmnopqrstuvwxyz0123456789.-")) return std::nullopt;
    if (port.empty() ? rest != host : !all_in(port, digits) || port.size() > 5) return std::nullopt;
    const bool here = host == "localhost" || is_loopback(host);
    if (scheme != "https" && !(scheme == "http" && here)) return std::nullopt;
    if (port == (scheme == "https" ? "443" : "80")) port.clear();
    return scheme + "://" + host + (port.empty() ? "" : ":" + port);
}

bool is_behind_proxy(const WorkbenchOptions& options) {
    return !options.proxy.empty() || !options.origin.empty() || !options.passwords.empty() ||
           !is_loopback(options.listen);
}

std::vector<CommandFault> listening_faults(const WorkbenchOptions& options) {
    std::vector<CommandFault> out;
    if (!numeric_address(options.listen)) {
        out.push_back({fmt::format("--listen \"{}\" is no address in numbers", options.listen),
                       "write an address of this machine, such as --listen 127.0.0.1"});
        return out;
    }
    if (!is_behind_proxy(options)) return out;
    if (const auto missing = missing_options(options); !missing.empty())
        out.push_back(what_is_missing(options, missing));
    check_values(options, out);
    return out;
}

std::variant<std::optional<Gate>, std::vector<CommandFault>> gate_of(const Env& env,
                                                                     const WorkbenchOptions& options) {
    if (!is_behind_proxy(options)) return std::optional<Gate>{};
    const auto fault = [&](const std::string& what, const std::string& hint) {
        return std::vector<CommandFault>{{fmt::format("\"{}\" {}", options.passwords, what), hint}};
    };
    const auto read = env.read(options.passwords, passwords_bytes);
    if (const auto* why = std::get_if<IoError>(&read))
        return fault("cannot be read: " + why->reason,
                     why->hint_or("name a file with a line NAME:HASH for each person"));
    auto passwords = parse_passwords(std::get<std::string>(read));
    if (const auto* bad = std::get_if<BadPasswords>(&passwords)) {
        std::vector<CommandFault> out;
        for (const BadPasswords::Line& line : bad->lines)
            out.push_back(
                {fmt::format("line {} of \"{}\" {}", line.number, options.passwords, line.why), line.hint});
        return out;
    }
    if (std::get<Passwords>(passwords).empty())
        return fault("names nobody", "write a line NAME:HASH for each person");
    return std::optional(Gate{*numeric_address(options.proxy), *public_origin(options.origin),
                              std::get<Passwords>(std::move(passwords))});
}

}  // namespace sayso::serve

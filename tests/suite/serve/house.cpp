#include "suite/serve/house.h"

#include <algorithm>
#include <filesystem>

namespace sayso::suite {

House::House(Env* env, const std::string& project, std::chrono::milliseconds patience,
             std::optional<serve::Gate> gate) {
    std::filesystem::create_directory(folder_.path("elm"));
    write("sayso.yaml", elm);
    WorkbenchOptions options;
    options.home = folder_.path("home");
    if (gate) options.proxy = gate->proxy;
    desk_ = std::make_unique<serve::Desk>(env != nullptr ? *env : disk_, SAYSO_SOURCE_DIR, options);
    desk_->open(project.empty() ? path() : project);
    server_ = std::make_unique<serve::Server>(*desk_, patience, gate);
    server_->bind(0);
    port_ = server_->port();
    host_ = gate ? gate->origin.substr(gate->origin.find("://") + 3) : "127.0.0.1:" + std::to_string(port_);
    origin_ = gate ? gate->origin : "http://" + host_;
    thread_ = std::thread([this] { server_->listen(); });
    if (gate) return;
    const Wire wire(port_);
    wire.send(request("GET", entrance(), {{"Host", host_}}));
    const std::string set = wire.reply().headers["set-cookie"];
    cookie_ = set.substr(0, set.find(';'));
}

House::~House() {
    desk_->close();
    server_->stop();
    thread_.join();
}

std::string House::path(const std::string& file) const {
    return folder_.path(file.empty() ? "elm" : "elm/" + file);
}

std::string House::entrance() const {
    const std::string address = server_->address();
    return address.substr(address.find("/open"));
}

Headers House::headers() const {
    Headers out{{"Host", host_}, {"Origin", origin_}, {"Sec-Fetch-Site", "same-origin"}};
    if (!cookie_.empty()) out.emplace_back("Cookie", cookie_);
    return out;
}

Headers House::headers_but(const std::string& name, const std::string& value) const {
    Headers out = headers();
    std::erase_if(out, [&](const auto& one) { return one.first == name; });
    if (!value.empty()) out.emplace_back(name, value);
    return out;
}

Reply House::ask(const std::string& method, const std::string& target, const std::string& body,
                 const std::string& type) const {
    return ask_with(headers(), method, target, body, type);
}

Reply House::ask_with(const Headers& headers, const std::string& method, const std::string& target,
                      const std::string& body, const std::string& type) const {
    Headers all = headers;
    if (method == "POST") {
        all.emplace_back("Content-Type", type);
        all.emplace_back("Content-Length", std::to_string(body.size()));
    }
    const Wire wire(port_);
    wire.send(request(method, target, all, body));
    return wire.reply();
}

Reply House::edit(const serve::Json& path, const serve::Json& was, const serve::Json& value,
                  const std::string& file) const {
    return ask("POST", "/api/edit",
               serve::Json{{"file", file}, {"path", path}, {"was", was}, {"value", value}}.dump());
}

std::string sentence(const Reply& reply) {
    const auto json = serve::parse_object(reply.body);
    return json ? serve::text_at(*json, "sentence") : std::string();
}

}  // namespace sayso::suite

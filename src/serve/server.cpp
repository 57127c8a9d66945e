#include "serve/server.h"

#include <semaphore>

#include <fmt/format.h>
#include <httplib.h>

#include "env/limits.h"
#include "serve/connection.h"
#include "serve/json.h"
#include "serve/query.h"
#include "serve/secret.h"

namespace sayso::serve {
namespace {

constexpr std::size_t threads = 64;  // most of which wait for somebody
constexpr int most_at_work = 16;
constexpr int longest_queue = 128;

std::int64_t now_in_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Of a clock that does not go back.
std::int64_t now_in_seconds() {
    return now_in_ms() / 1000;
}

Call call_of(const httplib::Request& request) {
    Call out{request.method, request.target, {}, request.body, request.remote_addr};
    for (const auto& [name, value] : request.headers) {
        std::string lower = name;
        for (char& c : lower) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        out.headers.emplace(std::move(lower), value);
    }
    return out;
}

/// No script, style, picture or connection of anybody else's; no frame around us; nothing kept.
const httplib::Headers& common_headers() {
    static const httplib::Headers all{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src "
         "'self' "
         "data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cache-Control", "no-store"}};
    return all;
}

void send(const Answer& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    if (answer.body.empty()) return;  // httplib would ask a provider of nothing for more without end
    // Handed over piecemeal, since a whole body httplib would compress: a quarter of a second for a
    // briefing's pages, to save the way from this machine to itself.
    response.set_content_provider(
        answer.body.size(), answer.type,
        [body = answer.body](std::size_t from, std::size_t length, httplib::DataSink& sink) {
            return sink.write(body.data() + from, length);
        });
}

/// For whoever sees it in a window rather than through a script.
Answer page_of(const Refusal& refusal) {
    std::string sentence;
    for (const char c : refusal.sentence)
        sentence += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return {
        refusal.status, "text/html; charset=utf-8",
        fmt::format("<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>sayso</title>"
                    "<meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>sayso</h1>"
                    "<p>{}</p></main></body></html>",
                    sentence)};
}

/// What httplib itself turns away, before anybody here has seen it, gets a sentence too.
void say_why(const httplib::Request&, httplib::Response& response) {
    if (response.has_header("Content-Type")) return;  // ours, with its own
    const char* const why = response.status == 414 ? "This name is too long. Give the file a shorter one."
                            : response.status == 413
                                ? "This is too large. Choose a smaller file."
                                : "This did not arrive whole, so nothing was changed. Please try again.";
    send(answer_of(Refusal{response.status, why}), response);
}

/// An answer for whom httplib is not let near.
void say_at_once(Connection& connection, const Refusal& refusal) {
    const Answer answer = answer_of(refusal);
    std::string text =
        fmt::format("HTTP/1.1 {} \r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n",
                    answer.status, answer.type, answer.body.size());
    for (const auto& [name, value] : common_headers()) text += name + ": " + value + "\r\n";
    text += "\r\n" + answer.body;
    connection.write(text.data(), text.size());
}

}  // namespace

/// httplib with connections of our own: one call each, since what a refused call still sends must never be
/// read as the next.
class Server::Http final : public httplib::Server {
  public:
    explicit Http(std::chrono::milliseconds patience) : patience_(patience) {}
    void end() {
        ending_ = true;
        stop();
    }
    /// For what takes a processor.
    std::counting_semaphore<most_at_work>& work() { return work_; }

  private:
    bool process_and_close_socket(socket_t socket) override {
        Connection connection(socket, patience_, ending_);
        bool closed = false;
        switch (connection.read_head()) {
            case Connection::Head::none:
                return false;
            case Connection::Head::long_address:
                say_at_once(connection, {414, "This name is too long. Give the file a shorter one."});
                break;
            case Connection::Head::long_headers:
                say_at_once(connection,
                            {431,
                             "Your browser sends more about this address than is read. Delete its cookies "
                             "for this address, and load the page again."});
                break;
            case Connection::Head::whole:
                process_request(connection, true, closed, nullptr);
        }
        connection.close_gently();
        return true;
    }

    std::chrono::milliseconds patience_;
    std::atomic<bool> ending_ = false;
    std::counting_semaphore<most_at_work> work_{most_at_work};
};

Server::Server(Desk& desk, std::chrono::milliseconds patience, std::optional<Gate> gate)
    : desk_(desk),
      gate_(std::move(gate)),
      token_(random_word()),
      secret_(random_word()),
      last_call_(now_in_ms()),
      http_(std::make_unique<Http>(patience)) {
    if (gate_) login_.emplace(gate_->passwords);
    http_->new_task_queue = [] { return new httplib::ThreadPool(threads); };  // httplib takes it over
    http_->set_default_headers(common_headers());
    http_->set_payload_max_length(limits::picture_file_bytes);
    // Not SO_REUSEPORT, httplib's own choice: with it a second server could take a port that is in use.
    http_->set_socket_options([this](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        socket_ = socket;
    });
    using Handled = httplib::Server::HandlerResponse;
    http_->set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        return turned_away(request, response) ? Handled::Handled : Handled::Unhandled;
    });
    http_->set_error_handler(&say_why);
    const auto take_it = [this](const httplib::Request& request, httplib::Response& response) {
        take(request, response);
    };
    http_->Get(".*", take_it);
    http_->Post(".*", take_it);
}

Server::~Server() = default;

bool Server::bind(std::uint16_t port, const std::string& address) {
    const int bound =
        port == 0 ? http_->bind_to_any_port(address) : (http_->bind_to_port(address, port) ? port : -1);
    if (bound <= 0) return false;
    ::listen(socket_,
             longest_queue);  // again: httplib's own queue of 5 turns windows away when the machine is busy
    listen_ = address;
    port_ = static_cast<std::uint16_t>(bound);
    return true;
}

void Server::listen() {
    http_->listen_after_bind();
}

void Server::stop() {
    http_->end();
}

std::string Server::address() const {
    if (gate_) return gate_->origin + "/";
    const bool six = listen_.find(':') != listen_.npos;
    return fmt::format("http://{}:{}/open?token={}", six ? "[" + listen_ + "]" : listen_, port_, token_);
}

double Server::idle_seconds() const {
    return static_cast<double>(now_in_ms() - last_call_) / 1000;
}

Keys Server::keys() const {
    return gate_ ? keys_behind(gate_->origin, gate_->proxy, login_->secrets(now_in_seconds()))
                 : keys_of_this_machine(listen_, port_, token_, secret_);
}

/// Before the body is read.
bool Server::turned_away(const httplib::Request& request, httplib::Response& response) {
    const Call call = call_of(request);
    const auto refusal = refused(call, keys());
    if (!refusal) return false;
    const std::string_view path = split_target(call.target).path;
    if (gate_ && path == "/" && refusal->status == 401) {
        send(Answer{303, "text/plain", "", {{"Location", "/login"}}}, response);
    } else {
        send(path.starts_with("/api/") || path == "/login" ? answer_of(*refusal) : page_of(*refusal),
             response);
    }
    return true;
}

std::string Server::set_cookie(const std::string& secret) const {
    const Keys now = keys();
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", now.cookie, secret,
                       now.scheme == "https" ? "; Secure" : "", secret.empty() ? "; Max-Age=0" : "");
}

Answer Server::enter(const Call& call) {
    if (!has_cookie(call, keys()) && token_used_.exchange(true))
        return page_of({401,
                        "This address has been used already, and lets nobody in again. Start sayso again, or "
                        "use the window that it opened."});
    return {303, "text/plain", "", {{"Location", "/"}, {"Set-Cookie", set_cookie(secret_)}}};
}

Answer Server::sign_in(const SignIn& who) {
    const auto entered = login_->enter(who.name, who.password, now_in_seconds());
    if (const auto* refusal = std::get_if<Refusal>(&entered)) return answer_of(*refusal);
    Answer out = answer_of(Json::object());
    out.headers["Set-Cookie"] = set_cookie(std::get<std::string>(entered));
    return out;
}

Answer Server::sign_out(const Call& call) {
    login_->leave(cookie_of(call, keys()));
    Answer out = answer_of(Json::object());
    out.headers["Set-Cookie"] = set_cookie("");
    return out;
}

Answer Server::at_the_door(const Call& call, const AtTheDoor& command) {
    if (std::holds_alternative<Enter>(command) && !gate_) return enter(call);
    if (std::holds_alternative<Enter>(command) || !gate_)
        return answer_of(Refusal{404, "There is no such page in the workbench."});
    if (const auto* who = std::get_if<SignIn>(&command)) return sign_in(*who);
    if (std::holds_alternative<SignOut>(command)) return sign_out(call);
    return desk_.answer(ReadAsset{"templates/workbench/login.html"});
}

void Server::take(const httplib::Request& request, httplib::Response& response) {
    last_call_ = now_in_ms();
    const Call call = call_of(request);
    const auto asked = understood(call);
    if (const auto* refusal = std::get_if<Refusal>(&asked)) return send(answer_of(*refusal), response);
    send(answer(call, std::get<Command>(asked)), response);
    last_call_ = now_in_ms();
}

Answer Server::answer(const Call& call, const Command& command) {
    if (const auto* door = std::get_if<AtTheDoor>(&command)) return at_the_door(call, *door);
    if (std::holds_alternative<Watch>(command)) return desk_.answer(command);  // waits, and bounds who waits
    http_->work().acquire();
    Answer out = desk_.answer(command);
    http_->work().release();
    return out;
}

}  // namespace sayso::serve

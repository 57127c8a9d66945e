// Who may come in to a workbench behind a proxy: names, hashed passwords, and who has come in. From any
// thread.
//
// In: a file of lines "name:hash", as `htpasswd -B` and `mkpasswd` write them. Out: secrets for cookies.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "serve/call.h"

namespace sayso::serve {

/// By name, the hash that crypt(3) makes of the password.
using Passwords = std::map<std::string, std::string>;

/// What is wrong with a file of passwords, in the order of its lines.
struct BadPasswords {
    struct Line {
        std::size_t number = 0;
        std::string why, hint;
    };
    std::vector<Line> lines;
};
/// Lines that are empty or begin with "#" are passed over.
std::variant<Passwords, BadPasswords> parse_passwords(std::string_view text);

/// Whether a password is the one that was hashed. Takes as long for a wrong one.
bool is_password(const std::string& password, const std::string& hash);

class Login {
  public:
    static constexpr int most_tries = 10;                   // of a name's, wrong, within
    static constexpr std::int64_t tries_seconds = 15 * 60;  // this time; then it waits as long
    static constexpr std::int64_t stay_seconds = 12 * 60 * 60;
    static constexpr int most_at_the_door = 8;       // at once
    static constexpr std::size_t most_inside = 200;  // windows; the one that came first has to go

    explicit Login(Passwords passwords) : passwords_(std::move(passwords)) {}

    /// `now`: seconds of a clock that does not go back. A secret for the cookie; or why not.
    std::variant<std::string, Refusal> enter(const std::string& name, const std::string& password,
                                             std::int64_t now);
    void leave(std::string_view secret);
    /// Of all who are inside.
    std::vector<std::string> secrets(std::int64_t now) const;

  private:
    struct Tries {
        int wrong = 0;
        std::int64_t since = 0;
    };
    struct Inside {
        std::string secret;
        std::int64_t since = 0;
    };
    std::variant<std::string, Refusal> compare(const std::string& name, const std::string& password,
                                               std::int64_t now);
    bool may_try(const std::string& name, std::int64_t now);
    void forget_old_tries(std::int64_t now);

    Passwords passwords_;
    std::mutex hashing_;  // one at a time, which costs whoever guesses time, and not the machine
    std::atomic<int> at_the_door_ = 0;  // those hashed and those who wait for it
    mutable std::mutex mutex_;
    std::map<std::string, Tries> tries_;  // by name, also of names that there are not
    std::vector<Inside> inside_;          // in the order in which they came
};

}  // namespace sayso::serve

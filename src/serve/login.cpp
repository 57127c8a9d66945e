#include "serve/login.h"

#include <algorithm>
#include <memory>

#include <crypt.h>
#include <fmt/format.h>

#include "serve/secret.h"

namespace sayso::serve {
namespace {

constexpr std::size_t longest_login_name = 100;
constexpr std::size_t most_names_tried = 1'000;

/// Neither plain text nor what machines guess by the million a second (DES, MD5).
bool is_good_hash(const std::string& hash) {
    return ::crypt_checksalt(hash.c_str()) == CRYPT_SALT_OK;
}

}  // namespace

std::variant<Passwords, BadPasswords> parse_passwords(std::string_view text) {
    static const std::string how =
        "make the line with `htpasswd -nB NAME`, or its hash with `mkpasswd -m yescrypt`";
    Passwords out;
    BadPasswords faults;
    for (std::size_t number = 1; !text.empty(); ++number) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        const auto colon = line.find(':');
        const std::string name(line.substr(0, std::min(colon, line.size())));
        const auto fault = [&](const std::string& why, const std::string& hint) {
            faults.lines.push_back({number, why, hint});
        };
        if (colon == line.npos || name.empty()) {
            fault("is no name with its password's hash", how);  // not shown: it may be a password
        } else if (name.size() > longest_login_name) {
            fault("begins with a name that is too long", "write a shorter name");
        } else if (!is_good_hash(std::string(line.substr(colon + 1)))) {
            fault(
                fmt::format(
                    "gives \"{}\" a password that is not hashed, or in a way that machines guess soon", name),
                how);
        } else if (!out.emplace(name, line.substr(colon + 1)).second) {
            fault(fmt::format("names \"{}\" again", name), "take one of the two lines out");
        }
    }
    if (!faults.lines.empty()) return faults;
    return out;
}

bool is_password(const std::string& password, const std::string& hash) {
    if (password.size() >= CRYPT_MAX_PASSPHRASE_SIZE || password.find('\0') != password.npos) return false;
    const auto data = std::make_unique<crypt_data>();  // 32 kB
    const char* const made = ::crypt_r(password.c_str(), hash.c_str(), data.get());
    return made != nullptr && *made != '*' && same_secret(made, hash);
}

void Login::forget_old_tries(std::int64_t now) {
    std::erase_if(tries_, [&](const auto& one) { return now - one.second.since >= tries_seconds; });
    if (tries_.size() < most_names_tried) return;
    std::erase_if(tries_, [&](const auto& one) { return !passwords_.contains(one.first); });
}

/// Counts this one as wrong until it is known to be right, so that many at once are no way round.
bool Login::may_try(const std::string& name, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    forget_old_tries(now);
    Tries& tries = tries_.try_emplace(name, Tries{0, now}).first->second;
    return ++tries.wrong <= most_tries;
}

std::variant<std::string, Refusal> Login::enter(const std::string& name, const std::string& password,
                                                std::int64_t now) {
    std::variant<std::string, Refusal> out =
        Refusal{429, "Many people are signing in at this moment. Try again in a minute."};
    if (++at_the_door_ <= most_at_the_door) out = compare(name, password, now);
    --at_the_door_;
    return out;
}

std::variant<std::string, Refusal> Login::compare(const std::string& name, const std::string& password,
                                                  std::int64_t now) {
    const Refusal wrong{401, "This name and this password do not belong together. Try again."};
    if (name.size() > longest_login_name) return wrong;
    if (!may_try(name, now))
        return Refusal{
            429,
            "There were too many wrong passwords for this name. Wait a quarter of an hour, then try "
            "again."};
    const auto known = passwords_.find(name);
    // Of a name that there is not another's is hashed: the time it takes does not tell names.
    const std::string& hash = known != passwords_.end() ? known->second : passwords_.begin()->second;
    const bool right = [&] {
        const std::lock_guard one_at_a_time(hashing_);
        return is_password(password, hash);
    }();
    if (!right || known == passwords_.end()) return wrong;
    const std::lock_guard lock(mutex_);
    tries_.erase(name);
    if (inside_.size() >= most_inside) inside_.erase(inside_.begin());
    inside_.push_back({random_word(), now});
    return inside_.back().secret;
}

void Login::leave(std::string_view secret) {
    const std::lock_guard lock(mutex_);
    std::erase_if(inside_, [&](const Inside& one) { return same_secret(one.secret, secret); });
}

std::vector<std::string> Login::secrets(std::int64_t now) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    for (const Inside& one : inside_) {
        if (now - one.since < stay_seconds) out.push_back(one.secret);
    }
    return out;
}

}  // namespace sayso::serve

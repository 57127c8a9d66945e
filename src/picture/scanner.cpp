#include "picture/scanner.h"

#include <charconv>
#include <cmath>

#include "base/trimmed.h"

namespace sayso::picture {
namespace {

constexpr double largest = 1e6;  // keeps every product of two coordinates finite and exact enough

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void Scanner::skip_space() {
    while (is_space(peek())) ++at_;
}

void Scanner::skip_separator() {
    skip_space();
    if (take(',')) skip_space();
}

bool Scanner::take(char expected) {
    if (done() || text_[at_] != expected) return false;
    ++at_;
    return true;
}

std::string_view Scanner::word() {
    const std::size_t start = at_;
    while (is_letter(peek())) ++at_;
    return text_.substr(start, at_ - start);
}

std::optional<double> Scanner::number() {
    std::string_view digits = rest();
    if (digits.starts_with('+')) digits.remove_prefix(1);
    // from_chars would take "inf", "nan" and, after a plus, a second sign.
    const std::size_t sign = digits.starts_with('-') && digits.size() == rest().size() ? 1 : 0;
    const std::string_view magnitude = digits.substr(sign);
    if (magnitude.empty() || !(is_digit(magnitude[0]) || magnitude[0] == '.')) return std::nullopt;
    double value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc{} || !(std::abs(value) <= largest)) return std::nullopt;
    at_ = static_cast<std::size_t>(end - text_.data());
    return value;
}

std::optional<bool> Scanner::flag() {
    if (take('0')) return false;
    if (take('1')) return true;
    return std::nullopt;
}

std::optional<double> whole_number_text(std::string_view text) {
    Scanner scanner(trimmed(text));
    const std::optional<double> value = scanner.number();
    return scanner.done() ? value : std::nullopt;
}

}  // namespace sayso::picture

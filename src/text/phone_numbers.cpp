#include "text/phone_numbers.h"

#include <algorithm>

namespace sayso::text {
namespace {

constexpr std::size_t least_phone_digits = 7;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool parts_digits(char c) {
    return c == ' ' || c == '-' || c == '(' || c == ')';
}

}  // namespace

std::size_t phone_end(std::string_view text, std::size_t begin) {
    if (text[begin] != '0' && text[begin] != '+') return begin;
    if (begin > 0 && (is_digit(text[begin - 1]) || is_letter(text[begin - 1]))) return begin;
    std::size_t end = begin, digits = 0;
    for (std::size_t at = text[begin] == '+' ? begin + 1 : begin; at < text.size() && at <= end + 2; ++at) {
        if (is_digit(text[at])) {
            ++digits;
            end = at + 1;
        } else if (!parts_digits(text[at])) {
            break;
        }
    }
    return digits < least_phone_digits ? begin : end;
}

void keep_phone_numbers(std::string_view text, std::vector<std::uint32_t>& ends) {
    struct Number {
        std::size_t begin, end;
    };
    std::vector<Number> numbers;
    for (std::size_t at = text.find_first_of("0+"); at < text.size(); at = text.find_first_of("0+", at)) {
        const std::size_t end = phone_end(text, at);
        if (end > at) numbers.push_back({at, end});
        at = std::max(end, at + 1);
    }
    std::size_t next = 0;
    std::erase_if(ends, [&](std::uint32_t one) {
        while (next < numbers.size() && numbers[next].end <= one) ++next;
        return next < numbers.size() && numbers[next].begin < one;
    });
}

}  // namespace sayso::text

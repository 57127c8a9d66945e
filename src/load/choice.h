// A closed choice: an enum whose words stand in one table, found beside the enum as `words_of(const E*)`.
#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sayso::load {

/// A word of the files, and what it means.
template <class E>
struct Choice {
    std::string_view word;
    E value;
};

template <class E>
concept ClosedChoice = std::is_enum_v<E> && requires {
    words_of(static_cast<const E*>(nullptr));
};

template <ClosedChoice E>
std::optional<E> choice_of(std::string_view word) {
    for (const Choice<E>& one : words_of(static_cast<const E*>(nullptr)))
        if (one.word == word) return one.value;
    return std::nullopt;
}

template <ClosedChoice E>
std::string_view word_of(E value) {
    for (const Choice<E>& one : words_of(static_cast<const E*>(nullptr)))
        if (one.value == value) return one.word;
    return {};
}

/// The words in the order of the table; none where T (or what it is an optional or a list of) is no closed
/// choice.
template <class T>
std::vector<std::string> words_of_choice() {
    std::vector<std::string> words;
    if constexpr (ClosedChoice<T>) {
        for (const Choice<T>& one : words_of(static_cast<const T*>(nullptr))) words.emplace_back(one.word);
    } else if constexpr (requires { typename T::value_type; }) {
        return words_of_choice<typename T::value_type>();
    }
    return words;
}

}  // namespace sayso::load

// What templates can see: records, lists and words, each with its place, so that an error can name both the
// template that asks and the content that lacks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/direction.h"
#include "evidence/account.h"
#include "model/words.h"

namespace sayso::compose {

class Data;
struct Record;

/// Whether words may hold inline Markdown (the approach's texts) or are shown as they are (names of
/// services).
enum class Markup : std::uint8_t { plain, markdown };

struct Leaf {
    model::Words words;
    Markup markup = Markup::plain;
    Isolate isolate = Isolate::none;
    std::shared_ptr<const evidence::Cited> cited{};  // the evidence that the words are
};

using List = std::vector<Data>;

/// Immutable and cheap to copy. Absent data (an optional the user left out) is `Data{}`: `when` sees it as
/// false.
class Data {
  public:
    Data() = default;
    Data(bool value) : value_(value) {}  // NOLINT: literals in context.cpp read better without a cast
    Data(model::Words words, Markup markup, Isolate isolate = Isolate::none)
        : Data(Leaf{std::move(words), markup, isolate}) {}
    Data(Leaf leaf) : value_(std::make_shared<const Leaf>(std::move(leaf))) {}    // NOLINT
    Data(List items) : value_(std::make_shared<const List>(std::move(items))) {}  // NOLINT
    Data(Record record);                                                          // NOLINT

    const Leaf* leaf() const { return pointer<Leaf>(); }
    const List* list() const { return pointer<List>(); }
    const Record* record() const { return pointer<Record>(); }
    const bool* flag() const { return std::get_if<bool>(&value_); }
    /// Left out, so that nothing is known of its parts.
    bool is_unknown() const { return std::holds_alternative<std::monostate>(value_); }
    /// Present and not empty: what `when` asks.
    bool truthy() const;

  private:
    template <class T>
    const T* pointer() const {
        const auto* held = std::get_if<std::shared_ptr<const T>>(&value_);
        return held ? held->get() : nullptr;
    }
    std::variant<std::monostate, bool, std::shared_ptr<const Leaf>, std::shared_ptr<const List>,
                 std::shared_ptr<const Record>>
        value_;
};

/// Fields in a fixed order. `what` names the record in errors: `audience "commissioners"`. One that is not
/// present (a document for no site) still knows what its parts are called, so that a misspelt one is never
/// just false.
struct Record {
    std::string what;
    Span span;
    std::vector<std::pair<std::string, Data>> fields;
    bool present = true;

    const Data* find(std::string_view name) const;
    std::vector<std::string> names() const;
};

/// The record as one that is left out.
Data absent(Record record);
/// Plain and Markdown words.
Data plain(model::Words words);
Data markdown(model::Words words);
Data plain(std::string text);

}  // namespace sayso::compose

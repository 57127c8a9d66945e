// Names in force while a flow is composed: the document's data and the variables of the loops around a block.
// Notes what was asked for, and which words of the evidence were given.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/data.h"
#include "diag/diagnostic.h"
#include "model/condition.h"

namespace sayso::compose {

/// Paths that hold one of a few words, with those words.
using Choices = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What one document asked of its data.
struct Notes {
    std::set<std::string, std::less<>> asked;  // paths
    std::set<evidence::Printed> printed;
    /// Running texts with digits in them that no evidence gave; each place once.
    std::vector<model::Words> typed;
};

class Scope {
  public:
    explicit Scope(Data root, Choices choices = {}, Notes* notes = nullptr)
        : root_(std::move(root)), choices_(std::move(choices)), notes_(notes) {}

    /// The data at a dotted path ("audience.outcomes"). Unknown names are an error at `asked` with a
    /// suggestion and a note of where the record that lacks them was written. An optional that was left out
    /// is found, and is not truthy.
    std::optional<Data> find(std::string_view path, Span asked, Diagnostics& diagnostics) const;
    /// All of a condition is looked at, whatever its first part decides, so that no fault in it stays unseen.
    /// What cannot be compared is an error, and false.
    bool holds(const model::Condition& condition, Diagnostics& diagnostics) const;

    void note(const evidence::Cited& cited, std::string text) const {
        if (notes_ != nullptr) notes_->printed.insert({cited, std::move(text)});
    }
    void note_typed(model::Words words) const;

    void push(std::string name, Data value) { variables_.emplace_back(std::move(name), std::move(value)); }
    void pop() { variables_.pop_back(); }

  private:
    const Data* first(std::string_view name) const;
    bool passes(const model::Condition::Test& test, Diagnostics& diagnostics) const;
    bool can_be(const std::vector<std::string>& words, const model::Condition::Test& test,
                Diagnostics& diagnostics) const;
    Data root_;
    Choices choices_;
    Notes* notes_;
    std::vector<std::pair<std::string, Data>> variables_;
};

}  // namespace sayso::compose

// Names in force while a flow is composed: the document's data and the variables of the loops around a block.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/data.h"
#include "diag/diagnostic.h"

namespace sayso::compose {

class Scope {
  public:
    explicit Scope(Data root) : root_(std::move(root)) {}

    /// The data at a dotted path ("audience.outcomes"). Unknown names are an error at `asked` with a
    /// suggestion and a note of where the record that lacks them was written. An optional that was left out
    /// is found, and is not truthy.
    std::optional<Data> find(std::string_view path, Span asked, Diagnostics& diagnostics) const;
    /// `path`, `not path` or `path = word`.
    bool holds(std::string_view condition, Span asked, Diagnostics& diagnostics) const;

    void push(std::string name, Data value) { variables_.emplace_back(std::move(name), std::move(value)); }
    void pop() { variables_.pop_back(); }

  private:
    const Data* first(std::string_view name) const;
    Data root_;
    std::vector<std::pair<std::string, Data>> variables_;
};

}  // namespace sayso::compose

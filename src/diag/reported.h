// What was made once and is given to many, with what making it had to say, so that everybody who is given it
// is told the same. For caches between documents: a figure with a fault is a fault of each document that
// shows it.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "diag/diagnostic.h"

namespace sayso {

template <class T>
struct Reported {
    T value;
    Diagnostics faults;

    /// The value; its faults go to `to`, those without a place of their own at `asked`.
    const T& replay(Diagnostics& to, Span asked = {}) const {
        for (Diagnostic fault : faults.items()) {
            if (!fault.span) fault.span = asked;
            to.add(std::move(fault));
        }
        return value;
    }
};

/// `make(Diagnostics&)`, kept with what it reports.
template <class Make>
auto reported(const Make& make) {
    Diagnostics faults;
    auto value = make(faults);
    return Reported<decltype(value)>{std::move(value), std::move(faults)};
}

/// Values that are made once each, by whichever thread needs them first, and then shared. A key is a struct
/// of everything that decides its value, compared by `=`; its `hash()` may look at less.
template <class Key, class T>
class Memo {
  public:
    std::size_t size() const {
        const std::lock_guard lock(mutex_);
        return entries_.size();
    }
    /// Holds for the memo's life.
    template <class Make>
    const Reported<T>& get(const Key& key, const Make& make) {
        Entry& entry = this->entry(key);
        std::call_once(entry.once, [&] { entry.made = std::make_unique<Reported<T>>(reported(make)); });
        return *entry.made;
    }

  private:
    struct Entry {
        std::once_flag once;
        std::unique_ptr<const Reported<T>> made;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return key.hash(); }
    };

    Entry& entry(const Key& key) {
        const std::lock_guard lock(mutex_);
        return entries_[key];
    }

    mutable std::mutex mutex_;
    std::unordered_map<Key, Entry, Hash> entries_;  // never iterated; entries stay where they are
};

}  // namespace sayso

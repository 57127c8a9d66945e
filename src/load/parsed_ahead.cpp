// The table: a count, then for each text the hash and where its value begins, sorted by hash; then the
// values, each in the order in which it was written, its numbers as seven bits a byte.
#include "load/parsed_ahead.h"

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <xxhash.h>

namespace sayso::load {
namespace {

using Hash = std::array<char, 16>;

Hash hash_of(std::string_view text) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.data(), text.size()));
    Hash hash;
    std::memcpy(hash.data(), canonical.digest, hash.size());
    return hash;
}

/// A row of the table's index.
struct IndexRow {
    Hash hash;
    std::uint32_t begin = 0;
};
constexpr std::size_t row_bytes = sizeof(Hash) + sizeof(std::uint32_t);

class ValueWriter {
  public:
    void number(std::size_t n) {
        for (; n >= 0x80; n >>= 7) bytes.push_back(static_cast<char>(n | 0x80));
        bytes.push_back(static_cast<char>(n));
    }
    void text(std::string_view written) {
        number(written.size());
        bytes += written;
    }
    void span(const Span& place) {
        number(place.line);
        number(place.column);
        number(place.length);
    }
    void value(const Value& written) {
        number(static_cast<std::size_t>(written.kind) * 2 + (written.quoted ? 1 : 0));
        span(written.span);
        text(written.scalar);
        number(written.items.size());
        for (const Value& item : written.items) value(item);
        number(written.entries.size());
        for (const Entry& entry : written.entries) {
            text(entry.key);
            span(entry.span);
            value(entry.value);
        }
    }

    std::string bytes;
};

class ValueReader {
  public:
    ValueReader(std::string_view bytes, std::uint32_t source, const std::string& lang)
        : next_(bytes.data()), source_(source), lang_(lang) {}

    Value value() {
        Value read;
        const std::size_t kind = number();
        read.kind = static_cast<Value::Kind>(kind / 2);
        read.quoted = kind % 2 == 1;
        read.span = span();
        read.scalar = text();
        read.lang = lang_;
        read.items.resize(number());
        for (Value& item : read.items) item = value();
        read.entries.resize(number());
        for (Entry& entry : read.entries) {
            entry.key = text();
            entry.span = span();
            entry.value = value();
        }
        return read;
    }

  private:
    std::size_t number() {
        std::size_t n = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*next_++);
            n |= static_cast<std::size_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return n;
        }
    }
    std::string_view text() {
        const std::size_t size = number();
        return {std::exchange(next_, next_ + size), size};
    }
    Span span() {
        const auto line = static_cast<std::uint32_t>(number());
        const auto column = static_cast<std::uint32_t>(number());
        return {source_, line, column, static_cast<std::uint32_t>(number())};
    }

    const char* next_;
    std::uint32_t source_;
    const std::string& lang_;
};

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    std::uint32_t n;
    std::memcpy(&n, bytes.data() + at, sizeof n);
    return n;
}

IndexRow row(std::string_view table, std::size_t index) {
    const std::size_t at = sizeof(std::uint32_t) + index * row_bytes;
    IndexRow read;
    std::memcpy(read.hash.data(), table.data() + at, sizeof(Hash));
    read.begin = u32(table, at + sizeof(Hash));
    return read;
}

void append(std::string& bytes, std::uint32_t n) {
    bytes.append(reinterpret_cast<const char*>(&n), sizeof n);
}

}  // namespace

std::optional<Value> parsed_ahead(std::string_view table, std::string_view text, std::uint32_t source,
                                  const std::string& lang) {
    if (table.empty()) return std::nullopt;
    const Hash wanted = hash_of(text);
    std::size_t first = 0, last = u32(table, 0);
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        const IndexRow found = row(table, middle);
        if (found.hash == wanted) return ValueReader(table.substr(found.begin), source, lang).value();
        if (found.hash < wanted) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return std::nullopt;
}

std::string ahead_table(const std::vector<Parsed>& files) {
    std::vector<std::pair<Hash, const Value*>> sorted;
    for (const Parsed& file : files) sorted.emplace_back(hash_of(file.text), &file.value);
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto is_same = [](const auto& a, const auto& b) { return a.first == b.first; };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), is_same), sorted.end());

    std::string table;
    append(table, static_cast<std::uint32_t>(sorted.size()));
    const std::size_t values_begin = sizeof(std::uint32_t) + sorted.size() * row_bytes;
    ValueWriter values;
    for (const auto& [hash, value] : sorted) {
        table.append(hash.data(), hash.size());
        append(table, static_cast<std::uint32_t>(values_begin + values.bytes.size()));
        values.value(*value);
    }
    return table + values.bytes;
}

}  // namespace sayso::load

#include "text/word_cache.h"

#include <cstring>
#include <utility>

#include "text/shape_word.h"

namespace sayso::text {
namespace {

// Emptied above this: some 25 bytes of glyphs for each byte of text, so 16 MB or so for each thread of a
// batch.
constexpr std::size_t most_bytes_of_words = 512u << 10;
constexpr std::size_t cost_of_word = 24;  // counted for each word, for what the map itself takes

template <class T>
void append_raw(std::string& key, T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    key.append(bytes, sizeof value);
}

}  // namespace

WordCache::WordCache(const FontLibrary::Impl& library) : library_(library), buffer_(hb_buffer_create()) {}

// The text comes last and holds no NUL (see clean_text), so no two requests share a key.
void WordCache::write_key(const WordRequest& request) {
    key_.clear();
    append_raw(key_, request.font.value);
    append_raw(key_, request.lang);
    append_raw(key_, request.script);
    key_ += static_cast<char>((request.rtl ? 1 : 0) | (request.tabular ? 2 : 0));
    key_ += request.before;
    key_ += '\0';
    key_ += request.after;
    key_ += '\0';
    key_ += request.text;
}

std::shared_ptr<const ShapedWord> WordCache::shape(const WordRequest& request) {
    write_key(request);
    if (const auto found = words_.find(key_); found != words_.end()) return found->second;
    if (bytes_ > most_bytes_of_words) {
        words_.clear();
        bytes_ = 0;
    }
    auto word =
        std::make_shared<const ShapedWord>(shape_word(library_.face(request.font), buffer_.get(), request));
    bytes_ += key_.size() + cost_of_word;
    words_.emplace(key_, word);
    return word;
}

}  // namespace sayso::text

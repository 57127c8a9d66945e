#include "compose/markdown.h"

#include <algorithm>
#include <utility>

#include <md4c.h>

namespace sayso::compose {
namespace {

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/// The Markdown source, with the piece that each stretch of it came from.
struct Source {
    std::string text;
    struct Origin {
        std::size_t start;
        const Piece* piece;
    };
    std::vector<Origin> origins;

    explicit Source(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            origins.push_back({text.size(), &piece});
            if (piece.markup == Markup::markdown) {
                text += piece.text;
                continue;
            }
            for (const char c : piece.text) {
                if (is_punctuation(c)) text += '\\';
                text += c;
            }
        }
    }

    /// The piece at an offset, and where the next one starts.
    std::pair<const Piece*, std::size_t> origin(std::size_t offset) const {
        const auto after = std::upper_bound(origins.begin(), origins.end(), offset,
                                            [](std::size_t at, const Origin& o) { return at < o.start; });
        return {after == origins.begin() ? nullptr : std::prev(after)->piece,
                after == origins.end() ? text.size() : after->start};
    }
};

struct Builder {
    const Source& source;
    std::vector<TextBlock> blocks;
    int strong = 0;
    std::string url;
    std::vector<TextBlock::Kind> lists;
    bool item_open = false;

    void add(std::string_view text, const Piece* piece) {
        if (blocks.empty()) blocks.emplace_back();
        std::vector<Inline>& words = blocks.back().words;
        Inline next{std::string(text), strong > 0, url, "", {}};
        if (piece != nullptr) {
            next.lang = piece->lang;
            next.span = piece->span;
            next.isolate = piece->isolate;
        }
        const bool same_piece = std::exchange(piece_of_last, piece) == piece;
        if (!words.empty() && words.back().strong == next.strong && words.back().url == next.url &&
            words.back().lang == next.lang && words.back().isolate == next.isolate &&
            (same_piece || next.isolate == Isolate::none)) {
            words.back().text += next.text;
        } else {
            words.push_back(std::move(next));
        }
    }

    void enter_block(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_UL) lists.push_back(TextBlock::Kind::bullet);
        if (type == MD_BLOCK_OL) lists.push_back(TextBlock::Kind::number);
        if (type == MD_BLOCK_LI) {
            blocks.push_back({lists.empty() ? TextBlock::Kind::bullet : lists.back(), {}});
            item_open = true;
        }
        const bool starts_text = type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE;
        if (starts_text && !(item_open && blocks.back().words.empty())) blocks.emplace_back();
    }
    void leave_block(MD_BLOCKTYPE type) {
        if ((type == MD_BLOCK_UL || type == MD_BLOCK_OL) && !lists.empty()) lists.pop_back();
        if (type == MD_BLOCK_LI) item_open = false;
    }
    void text(MD_TEXTTYPE type, std::string_view text) {
        // md4c hands over slices of our own buffer, except for line ends and entities.
        const bool inside =
            text.data() >= source.text.data() && text.data() < source.text.data() + source.text.size();
        if (type == MD_TEXT_BR) return add("\n", last_piece);
        if (type == MD_TEXT_SOFTBR) return add(" ", last_piece);
        if (type == MD_TEXT_NULLCHAR) return add("\xEF\xBF\xBD", last_piece);
        if (!inside) return add(text, last_piece);
        // A slice may run over several pieces, each in its own language.
        while (!text.empty()) {
            const auto at = static_cast<std::size_t>(text.data() - source.text.data());
            const auto [piece, end] = source.origin(at);
            last_piece = piece;
            add(text.substr(0, end - at), piece);
            text.remove_prefix(std::min(end - at, text.size()));
        }
    }
    const Piece* last_piece = nullptr;
    const Piece* piece_of_last = nullptr;  // of the words added last
};

Builder& builder(void* user) {
    return *static_cast<Builder*>(user);
}

int enter_span(MD_SPANTYPE type, void* detail, void* user) {
    if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) ++builder(user).strong;
    if (type == MD_SPAN_A) {
        const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
        builder(user).url.assign(href.text, href.size);
    }
    return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
    if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) --builder(user).strong;
    if (type == MD_SPAN_A) builder(user).url.clear();
    return 0;
}

std::vector<TextBlock> parse(const Source& source) {
    Builder result{source, {}, 0, {}, {}, false, nullptr, nullptr};
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
        return builder(user).enter_block(type), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        return builder(user).leave_block(type), 0;
    };
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
        return builder(user).text(type, {text, size}), 0;
    };
    md_parse(source.text.data(), static_cast<MD_SIZE>(source.text.size()), &parser, &result);
    std::erase_if(result.blocks, [](const TextBlock& block) { return block.words.empty(); });
    return std::move(result.blocks);
}

/// Most texts have no mark at all: then the words are the pieces.
bool is_simple(const std::vector<Piece>& pieces) {
    return std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
        return piece.markup == Markup::markdown &&
               piece.text.find_first_of("*_[]\\`<&\n#+>=-1234567890~|") != std::string::npos;
    });
}

std::vector<Inline> as_written(const std::vector<Piece>& pieces) {
    std::vector<Inline> words;
    for (const Piece& piece : pieces) {
        if (!words.empty() && words.back().lang == piece.lang && piece.isolate == Isolate::none &&
            words.back().isolate == Isolate::none) {
            words.back().text += piece.text;
        } else {
            words.push_back({piece.text, false, {}, piece.lang, piece.span, piece.isolate});
        }
    }
    return words;
}

}  // namespace

std::vector<TextBlock> parse_blocks(const std::vector<Piece>& pieces) {
    if (pieces.empty()) return {};
    if (is_simple(pieces)) return {TextBlock{TextBlock::Kind::paragraph, as_written(pieces)}};
    return parse(Source(pieces));
}

std::vector<Inline> parse_line(const std::vector<Piece>& pieces) {
    if (pieces.empty() || is_simple(pieces)) return as_written(pieces);
    // A word joiner at the start keeps "1." or "-" from opening a list; it is taken off again below.
    constexpr std::string_view joiner = "\xE2\x81\xA0";
    std::vector<Piece> guarded = pieces;
    guarded.front().text.insert(0, joiner);
    std::vector<Inline> words;
    for (TextBlock& block : parse(Source(guarded))) {
        if (!words.empty()) words.back().text += ' ';
        std::move(block.words.begin(), block.words.end(), std::back_inserter(words));
    }
    if (!words.empty() && words.front().text.starts_with(joiner)) words.front().text.erase(0, joiner.size());
    std::erase_if(words, [](const Inline& word) { return word.text.empty(); });
    return words;
}

}  // namespace sayso::compose

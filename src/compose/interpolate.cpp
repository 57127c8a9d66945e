#include "compose/interpolate.h"

#include <fmt/format.h>

#include "base/trimmed.h"

namespace sayso::compose {
namespace {

constexpr int deepest = 5;

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos;
}

class Interpolator {
  public:
    Interpolator(const Scope& scope, Diagnostics& diagnostics) : scope_(scope), diagnostics_(diagnostics) {}

    void text(const Leaf& leaf, int depth) {
        const model::Words& words = leaf.words;
        std::string_view rest = words.text;
        while (!rest.empty()) {
            const std::size_t open = rest.find("{{");
            literal(rest.substr(0, open), leaf);
            if (open == std::string_view::npos) return;
            const std::size_t close = rest.find("}}", open);
            if (close == std::string_view::npos) {
                diagnostics_.error("open-tag", words.span, "\"{{\" is never closed",
                                   "write }} after the name");
                return;
            }
            tag(trimmed(rest.substr(open + 2, close - open - 2)), words, depth);
            rest.remove_prefix(close + 2);
        }
    }

    std::vector<Piece> pieces;

  private:
    void literal(std::string_view text, const Leaf& leaf) {
        if (!text.empty())
            pieces.push_back(
                {std::string(text), leaf.words.lang, leaf.words.span, leaf.markup, leaf.isolate, leaf.cited});
    }

    void tag(std::string_view path, const model::Words& asked, int depth) {
        const std::optional<Data> data = scope_.find(path, asked.span, diagnostics_);
        if (!data) return;
        const Leaf* leaf = data->leaf();
        if (leaf == nullptr || leaf->words.empty()) {
            missing(path, *data, asked);
        } else if (depth >= deepest) {
            diagnostics_.error("text-cycle", asked.span,
                               fmt::format("texts within texts go too deep at \"{{{{{}}}}}\"", path),
                               "a text may lead back to itself: take the tag out of one of them");
        } else {
            text(*leaf, depth + 1);
        }
    }

    void missing(std::string_view path, const Data& data, const model::Words& asked) {
        if (data.list() != nullptr || data.record() != nullptr) {
            diagnostics_.error("not-a-text", asked.span,
                               fmt::format("\"{}\" is a list or a group, not a text", path),
                               "name one of its parts, or go through it with `for`");
            return;
        }
        Diagnostic& fault = diagnostics_.error(
            "missing-text", asked.span, fmt::format("the template asks for \"{}\", which is not given", path),
            fmt::format("give it in the content, or put the block under `when: {}`", path));
        if (data.leaf() != nullptr && data.leaf()->words.span)
            fault.notes.push_back({data.leaf()->words.span, "it is empty here"});
    }

    const Scope& scope_;
    Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Piece> interpolate(const model::Words& text, const Scope& scope, Diagnostics& diagnostics) {
    Interpolator interpolator(scope, diagnostics);
    interpolator.text({text, Markup::markdown, Isolate::none, {}}, 0);
    for (const Piece& piece : interpolator.pieces) {
        if (piece.cited) {
            scope.note(*piece.cited, piece.text);
        } else if (piece.markup == Markup::markdown && has_digit(piece.text)) {
            scope.note_typed({piece.text, piece.span, piece.lang});
        }
    }
    return std::move(interpolator.pieces);
}

std::string joined(const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& piece : pieces) out += piece.text;
    return out;
}

}  // namespace sayso::compose

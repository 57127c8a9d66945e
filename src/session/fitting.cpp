#include "session/fitting.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "check/check.h"

namespace sayso {
namespace {

/// What layout and place_whole say of what finds no room.
constexpr std::array misfits =
    std::to_array<std::string_view>({"region-overflow", "too-many-pages", "too-tall", check::not_placed});

bool is_misfit(const Diagnostic& fault) {
    return fault.severity == Severity::error &&
           std::find(misfits.begin(), misfits.end(), fault.code) != misfits.end();
}

bool is_lead(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_lead));
}

std::string first_characters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (is_lead(text[end]) && count-- == 0) break;
    }
    return std::string(text.substr(0, end));
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t most = 40;
    return characters(text) <= most ? std::string(text) : first_characters(text, most - 1) + "…";
}

/// A text as a document shows it: every place where its words stand.
struct OwnText {
    std::vector<NodeId> leaves;
    std::string words;
    std::size_t length = 0;  // characters
};

std::map<Span, OwnText> own_texts(const doc::Document& document, const std::function<bool(Span)>& is_own) {
    std::map<Span, OwnText> texts;
    std::set<std::pair<Span, std::string_view>> seen;  // a name stands in many places and is one text
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        const auto* leaf = document.get<doc::Text>(NodeId{i});
        const Span source = document[NodeId{i}].source;
        if (leaf == nullptr || !source || !is_own(source)) continue;
        OwnText& text = texts[source];
        text.leaves.push_back(NodeId{i});
        if (!seen.emplace(source, leaf->text).second) continue;
        text.words += leaf->text;
        text.length += characters(leaf->text);
    }
    return texts;
}

class Fitter {
  public:
    Fitter(const compose::Composed& composed, text::Shaper& shaper) : composed_(composed), shaper_(shaper) {}

    /// The most characters of the text with which the document fits; nothing when it does not without it.
    std::optional<std::size_t> most_that_fit(const OwnText& text) const {
        std::size_t fits = 0, too_many = text.length;
        if (!fits_with(text, 0)) return std::nullopt;
        while (too_many - fits > 1) {
            const std::size_t middle = fits + (too_many - fits) / 2;
            (fits_with(text, middle) ? fits : too_many) = middle;
        }
        return fits;
    }

  private:
    bool fits_with(const OwnText& text, std::size_t length) const {
        compose::Composed shorter = composed_;
        for (const NodeId leaf : text.leaves) {
            auto& words = std::get<doc::Text>(shorter.document[leaf].kind).text;
            words = first_characters(words, characters(words) * length / text.length);
        }
        Diagnostics faults;
        place_whole(shorter, shaper_, faults);
        return !has_misfits(faults);
    }

    const compose::Composed& composed_;
    text::Shaper& shaper_;
};

struct Culprit {
    Span place;
    const OwnText* text = nullptr;
    std::size_t fits = 0;
    /// Of the text that must go.
    double share() const {
        return 1 - static_cast<double>(fits) / static_cast<double>(std::max<std::size_t>(text->length, 1));
    }
};

std::optional<Culprit> find_culprit(const std::map<Span, OwnText>& texts, const Fitter& fitter) {
    std::optional<Culprit> found;
    for (const auto& [place, text] : texts) {
        const auto fits = fitter.most_that_fit(text);
        if (!fits) continue;
        const Culprit one{place, &text, *fits};
        if (!found || one.share() < found->share()) found = one;
    }
    return found;
}

}  // namespace

layout::Placed place_whole(const compose::Composed& composed, text::Shaper& shaper,
                           Diagnostics& diagnostics) {
    layout::Placed placed = layout::place(composed.document, composed.pages, shaper, diagnostics);
    // What layout found no room for it has said; this finds what was lost in silence.
    if (!diagnostics.has_errors()) check::check_all_is_placed(composed.document, placed.pages, diagnostics);
    return placed;
}

bool has_misfits(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.items().begin(), diagnostics.items().end(), is_misfit);
}

bool drop_dispensable(doc::Document& document) {
    bool dropped = false;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
        if (!document[NodeId{i}].box.if_room) continue;
        document.remove(NodeId{i});
        document[NodeId{i}].box.if_room = false;
        dropped = true;
    }
    return dropped;
}

void blame_long_texts(const compose::Composed& composed, const std::function<bool(Span)>& is_own,
                      text::Shaper& shaper, Diagnostics& diagnostics) {
    if (!has_misfits(diagnostics)) return;
    const auto& items = diagnostics.items();
    const std::map<Span, OwnText> texts = own_texts(composed.document, is_own);
    const auto culprit = find_culprit(texts, Fitter(composed, shaper));
    if (!culprit) return;
    Diagnostic blame{Severity::error,
                     "text-too-long",
                     culprit->place,
                     fmt::format("\"{}\" is too long for this document: it has {} characters, and {} fit",
                                 excerpt(culprit->text->words), culprit->text->length, culprit->fits),
                     fmt::format("write it in {} characters or fewer", culprit->fits),
                     {}};
    if (culprit->fits == 0) blame.hint = "leave it out, or other words beside it";
    Diagnostics rest;
    for (const Diagnostic& fault : items) {
        if (is_misfit(fault)) {
            blame.notes.push_back({fault.span, fault.message});
        } else {
            rest.add(fault);
        }
    }
    rest.add(std::move(blame));
    diagnostics = std::move(rest);
}

}  // namespace sayso

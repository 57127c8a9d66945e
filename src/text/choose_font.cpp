#include "text/choose_font.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace sayso::text {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;
constexpr std::size_t deepest_bracket = 32;

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}

bool is_neutral(UScriptCode script) {
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
}

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(icu(c), &status);
}

bool extends_character(char32_t c) {
    if (c < 0x300) return false;
    return u_hasBinaryProperty(icu(c), UCHAR_GRAPHEME_EXTEND) || (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0 ||
           u_hasBinaryProperty(icu(c), UCHAR_EMOJI_MODIFIER);
}

// A base and what is drawn upon it: it must come from one face.
struct Character {
    std::u32string visible;  // its code points without the invisible ones
    UScriptCode script = USCRIPT_COMMON;
    std::size_t end = 0;

    bool blank() const { return visible.empty() || visible == U"\n"; }
};

Character read_character(std::string_view text, std::size_t at) {
    Character out;
    char32_t before = 0;
    for (bool first = true; at < text.size(); first = false) {
        std::size_t next = at;
        const char32_t c = next_code_point(text, next);
        if (!first && !extends_character(c) && c != zero_width_joiner && before != zero_width_joiner) break;
        if (first) out.script = script_of(c);
        if (!is_invisible(c)) out.visible += c;
        before = c;
        at = next;
    }
    out.end = at;
    return out;
}

bool covers_each(const Face& face, std::u32string_view characters) {
    return std::ranges::all_of(characters, [&](char32_t c) { return face.covers(c); });
}

// HarfBuzz puts a letter and its marks together where the face has the whole, though it may lack the mark.
bool covers_composed(const Face& face, std::u32string_view characters) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return false;
    UChar32 whole = icu(characters[0]);
    for (const char32_t mark : characters.substr(1)) {
        whole = unorm2_composePair(nfc, whole, icu(mark));
        if (whole < 0) return false;
    }
    return face.covers(static_cast<char32_t>(whole));
}

bool covers(const Face& face, std::u32string_view characters) {
    return covers_each(face, characters) || (characters.size() > 1 && covers_composed(face, characters));
}

// What the words before have settled for the neutral characters that follow.
struct Context {
    UScriptCode script = USCRIPT_COMMON;
    const Family* fallback = nullptr;  // the family that drew them, where it was not the span's own
};

class Chooser {
  public:
    Chooser(const FontLibrary::Impl& library, std::vector<FontId>& faults)
        : library_(library), faults_(faults) {}

    void begin_span(const Span& span) {
        weight_ = span.weight;
        own_ = library_.family(span.family);
        if (!own_) own_ = library_.family("NotoSans");
        if (!own_) own_ = &library_.families.front();
        own_face_ = face_of(*own_);
    }

    FontId own_face() const { return own_face_; }
    FontId face_of(const Family& family) const { return library_.nearest(family, weight_); }
    const Family* own() const { return own_; }

    /// The first family, in the documented order, whose face has all of `characters`.
    const Family* choose(std::u32string_view characters, UScriptCode script, const Context& context) {
        const bool neutral = is_neutral(script);
        if (neutral && has(context.fallback, characters)) return context.fallback;
        if (has(own_, characters)) return own_;
        for (const Family* const family :
             {script_family(neutral ? context.script : script), library_.family("NotoSans")})
            if (has(family, characters)) return family;
        for (const bool symbols : {neutral, !neutral}) {
            for (const Family& family : library_.families) {
                const bool is_symbols = family.name.starts_with("NotoSansSymbols");
                if (is_symbols == symbols && has(&family, characters)) return &family;
            }
        }
        return nullptr;
    }

  private:
    bool has(const Family* family, std::u32string_view characters) {
        if (!family) return false;
        const FontId font = family == own_ ? own_face_ : face_of(*family);
        const Face& face = library_.face(font);
        if (face.fault().empty()) return covers(face, characters);
        if (std::ranges::find(faults_, font) == faults_.end()) faults_.push_back(font);
        return false;
    }

    const Family* script_family(UScriptCode script) const {
        if (is_neutral(script)) return nullptr;
        const char* const name = u_getPropertyValueName(UCHAR_SCRIPT, script, U_LONG_PROPERTY_NAME);
        if (!name) return nullptr;
        std::string family = std::string("NotoSans") + name;
        std::erase(family, '_');
        return library_.family(family);
    }

    const FontLibrary::Impl& library_;
    std::vector<FontId>& faults_;
    const Family* own_ = nullptr;
    FontId own_face_;
    int weight_ = 400;
};

// A closing bracket looks like the one that opened (UAX #24, 5.1).
class Brackets {
  public:
    void visit(char32_t c, Context& context) {
        if (c > 0x7F && c < 0x2000) return;
        switch (u_getIntPropertyValue(icu(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
            case U_BPT_OPEN:
                if (open_.size() < deepest_bracket)
                    open_.push_back({static_cast<char32_t>(u_getBidiPairedBracket(icu(c))), context});
                break;
            case U_BPT_CLOSE:
                close(c, context);
                break;
            default:
                break;
        }
    }

  private:
    struct Open {
        char32_t closed_by;
        Context context;
    };
    void close(char32_t c, Context& context) {
        const auto match = std::ranges::find(open_.rbegin(), open_.rend(), c, &Open::closed_by);
        if (match == open_.rend()) return;
        context = match->context;
        open_.erase(std::prev(match.base()), open_.end());
    }

    std::vector<Open> open_;
};

hb_script_t to_harfbuzz(UScriptCode script) {
    return hb_script_from_string(uscript_getShortName(script), -1);
}

// Walks the text once. Letters choose for themselves; neutral characters (spaces, punctuation, figures) wait
// until the letters on both sides of them are known.
class Itemiser {
  public:
    Itemiser(const FontLibrary::Impl& library, const CleanText& text, const std::vector<Span>& spans)
        : text_(text), spans_(spans), chooser_(library, out_.faults) {}

    FontRuns itemise() {
        std::size_t at = 0;
        for (std::uint32_t span = 0; span < spans_.size(); ++span) {
            const std::string_view words = std::string_view(text_.text).substr(0, text_.span_ends[span]);
            while (at < words.size()) {
                waiting_.push_back({span, read_character(words, at)});
                at = waiting_.back().character.end;
                if (!is_neutral(waiting_.back().character.script)) place_letter();
            }
        }
        place_neutrals(paragraph_);
        return std::move(out_);
    }

  private:
    struct Waiting {
        std::uint32_t span;
        Character character;
    };

    void enter(std::uint32_t span) {
        if (span != entered_) chooser_.begin_span(spans_[span]);
        entered_ = span;
    }

    void place_letter() {
        const Waiting letter = std::move(waiting_.back());
        waiting_.pop_back();
        enter(letter.span);
        const Family* const family = choose(letter.character, {letter.character.script, nullptr});
        const Context next{letter.character.script, family == chooser_.own() ? nullptr : family};
        if (!has_letters_) paragraph_ = before_ = next;
        has_letters_ = true;
        place_neutrals(next);
        enter(letter.span);
        add(letter, family ? chooser_.face_of(*family) : chooser_.own_face(), next.script);
        before_ = next;
    }

    // Between letters of one family, neutrals are of that family; else of the one that the paragraph began
    // with. So a foreign word in a sentence takes no spaces or full stops with it.
    void place_neutrals(const Context& next) {
        const Context around = before_.fallback == next.fallback ? before_ : paragraph_;
        for (const Waiting& neutral : waiting_) {
            enter(neutral.span);
            Context context = around;
            const Family* family = context.fallback;
            if (!neutral.character.blank()) {
                brackets_.visit(neutral.character.visible[0], context);
                family = choose(neutral.character, context);
            }
            add(neutral, family ? chooser_.face_of(*family) : chooser_.own_face(), context.script);
        }
        waiting_.clear();
    }

    const Family* choose(const Character& c, const Context& context) {
        const std::u32string_view all = c.visible;
        const Family* const family = chooser_.choose(all, c.script, context);
        if (family || all.size() < 2) return family;
        return chooser_.choose(all.substr(0, 1), c.script, context);
    }

    void add(const Waiting& what, FontId font, UScriptCode script) {
        if (script != named_) {
            named_ = script;
            script_ = to_harfbuzz(named_);
        }
        const FontRun run{static_cast<std::uint32_t>(what.character.end), what.span, font, script_};
        std::vector<FontRun>& runs = out_.runs;
        const bool same = !runs.empty() && runs.back().span == run.span && runs.back().font == font &&
                          runs.back().script == script_;
        if (same) {
            runs.back().end = run.end;
        } else {
            runs.push_back(run);
        }
    }

    const CleanText& text_;
    const std::vector<Span>& spans_;
    FontRuns out_;
    Chooser chooser_;
    Brackets brackets_;
    std::vector<Waiting> waiting_;
    Context before_, paragraph_;  // of the last letter, and of the paragraph's first
    bool has_letters_ = false;
    std::uint32_t entered_ = std::numeric_limits<std::uint32_t>::max();
    UScriptCode named_ = USCRIPT_COMMON;
    hb_script_t script_ = HB_SCRIPT_COMMON;
};

}  // namespace

bool is_invisible(char32_t character) {
    if (character < 0x300) return character == 0xAD;
    return u_hasBinaryProperty(icu(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

FontRuns font_runs(const FontLibrary::Impl& library, const CleanText& text, const std::vector<Span>& spans) {
    return Itemiser(library, text, spans).itemise();
}

}  // namespace sayso::text

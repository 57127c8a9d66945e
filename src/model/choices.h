// Closed choices of the files: an enum each, and the one table of its words, which drives reading,
// suggestions, the schema and the reference page (load::Reader of an enum).
#pragma once

#include <array>
#include <cstdint>

#include "load/choice.h"

namespace sayso::model {

using load::Choice;

/// Large print is laid out anew at 18 pt and over, never enlarged (UKAAF).
enum class Edition : std::uint8_t { standard, large_print };
inline constexpr std::array edition_words{Choice<Edition>{"standard", Edition::standard},
                                          Choice<Edition>{"large-print", Edition::large_print}};
constexpr auto& words_of(const Edition*) {
    return edition_words;
}

/// How pages are put on sheets.
enum class Imposition : std::uint8_t { none, trifold, booklet, handout, notes };
inline constexpr std::array imposition_words{
    Choice<Imposition>{"none", Imposition::none}, Choice<Imposition>{"trifold", Imposition::trifold},
    Choice<Imposition>{"booklet", Imposition::booklet}, Choice<Imposition>{"handout", Imposition::handout},
    Choice<Imposition>{"notes", Imposition::notes}};
constexpr auto& words_of(const Imposition*) {
    return imposition_words;
}

enum class Orientation : std::uint8_t { portrait, landscape };
inline constexpr std::array orientation_words{Choice<Orientation>{"portrait", Orientation::portrait},
                                              Choice<Orientation>{"landscape", Orientation::landscape}};
constexpr auto& words_of(const Orientation*) {
    return orientation_words;
}

enum class Align : std::uint8_t { start, centre, end };
inline constexpr std::array align_words{Choice<Align>{"start", Align::start},
                                        Choice<Align>{"centre", Align::centre},
                                        Choice<Align>{"end", Align::end}};
constexpr auto& words_of(const Align*) {
    return align_words;
}

enum class VerticalAlign : std::uint8_t { top, middle, bottom };
inline constexpr std::array vertical_align_words{Choice<VerticalAlign>{"top", VerticalAlign::top},
                                                 Choice<VerticalAlign>{"middle", VerticalAlign::middle},
                                                 Choice<VerticalAlign>{"bottom", VerticalAlign::bottom}};
constexpr auto& words_of(const VerticalAlign*) {
    return vertical_align_words;
}

/// Which rules `sayso check` holds a kind of document to.
enum class Rules : std::uint8_t { everyday, easy_read };
inline constexpr std::array rules_words{Choice<Rules>{"everyday", Rules::everyday},
                                        Choice<Rules>{"easy-read", Rules::easy_read}};
constexpr auto& words_of(const Rules*) {
    return rules_words;
}

/// The marks of a list.
enum class Marks : std::uint8_t { bullets, numbers, plain };
inline constexpr std::array marks_words{Choice<Marks>{"bullets", Marks::bullets},
                                        Choice<Marks>{"numbers", Marks::numbers},
                                        Choice<Marks>{"plain", Marks::plain}};
constexpr auto& words_of(const Marks*) {
    return marks_words;
}

/// How outcomes look: whole cards, cards without the sentence, one under another, or rows.
enum class OutcomeLooks : std::uint8_t { cards, claims, stack, rows };
inline constexpr std::array outcome_looks_words{
    Choice<OutcomeLooks>{"cards", OutcomeLooks::cards}, Choice<OutcomeLooks>{"claims", OutcomeLooks::claims},
    Choice<OutcomeLooks>{"stack", OutcomeLooks::stack}, Choice<OutcomeLooks>{"list", OutcomeLooks::rows}};
constexpr auto& words_of(const OutcomeLooks*) {
    return outcome_looks_words;
}

/// How much of an ask is shown.
enum class AskLength : std::uint8_t { whole, short_form };
inline constexpr std::array ask_length_words{Choice<AskLength>{"whole", AskLength::whole},
                                             Choice<AskLength>{"short", AskLength::short_form}};
constexpr auto& words_of(const AskLength*) {
    return ask_length_words;
}

/// How numbers over time are drawn.
enum class ChartVariant : std::uint8_t { line, spc, sites };
inline constexpr std::array chart_variant_words{Choice<ChartVariant>{"line", ChartVariant::line},
                                                Choice<ChartVariant>{"spc", ChartVariant::spc},
                                                Choice<ChartVariant>{"sites", ChartVariant::sites}};
constexpr auto& words_of(const ChartVariant*) {
    return chart_variant_words;
}

/// Which drawing of the model diagram.
enum class DiagramVariant : std::uint8_t { compact, slide, poster };
inline constexpr std::array diagram_variant_words{Choice<DiagramVariant>{"compact", DiagramVariant::compact},
                                                  Choice<DiagramVariant>{"slide", DiagramVariant::slide},
                                                  Choice<DiagramVariant>{"poster", DiagramVariant::poster}};
constexpr auto& words_of(const DiagramVariant*) {
    return diagram_variant_words;
}

/// What a break begins: a page, always; or a panel of a folded sheet, which large print, being loose pages,
/// does without.
enum class Break : std::uint8_t { page, panel };
inline constexpr std::array break_words{Choice<Break>{"true", Break::page},
                                        Choice<Break>{"panel", Break::panel}};
constexpr auto& words_of(const Break*) {
    return break_words;
}

}  // namespace sayso::model

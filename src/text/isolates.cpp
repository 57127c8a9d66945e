#include "text/isolates.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include <unicode/uchar.h>

#include "base/direction.h"
#include "base/utf8.h"
#include "text/phone_numbers.h"

namespace sayso::text {
namespace {

constexpr char16_t left_to_right_isolate = 0x2066, right_to_left_isolate = 0x2067,
                   first_strong_isolate = 0x2068, pop_isolate = 0x2069;
constexpr char16_t boundary_neutral = 0x200B;
bool is_initiator(char32_t c) {
    return c >= left_to_right_isolate && c <= first_strong_isolate;
}

/// Writes UTF-16 with isolates in it. What stands inside one can neither end it nor reach out of it.
class Writer {
  public:
    explicit Writer(std::size_t size) {
        out_.units.reserve(size);
        out_.to_utf8.reserve(size + 1);
    }

    void open(char16_t initiator) {
        put(initiator);
        open_.push_back({initiator, 0});
    }
    void close() {
        for (int i = 0; i <= open_.back().inside; ++i) put(pop_isolate);
        open_.pop_back();
    }

    void words(std::string_view text, std::size_t end) {
        while (at_ < end) {
            const std::size_t begin = at_;
            const char32_t c = next_code_point(text, at_);
            Open* const open = open_.empty() ? nullptr : &open_.back();
            if (c == '\n') {
                line_end(begin);
            } else if (open != nullptr && c == pop_isolate && open->inside == 0) {
                put(boundary_neutral, begin);
            } else {
                if (open != nullptr && c == pop_isolate) --open->inside;
                if (open != nullptr && is_initiator(c)) ++open->inside;
                out_.append(c, static_cast<std::uint32_t>(begin));
            }
        }
    }

    Utf16Text finish() {
        out_.to_utf8.push_back(static_cast<std::uint32_t>(at_));
        return std::move(out_);
    }

  private:
    struct Open {
        char16_t initiator = 0;
        int inside = 0;  // isolates that its own words have opened
    };

    void put(char16_t unit) { put(unit, at_); }
    void put(char16_t unit, std::size_t at) { out_.append(unit, static_cast<std::uint32_t>(at)); }

    /// A line end ends all isolates (UAX #9, P1); what is not finished goes on behind it.
    void line_end(std::size_t begin) {
        put('\n', begin);
        for (Open& one : open_) {
            put(one.initiator);
            one.inside = 0;
        }
    }

    Utf16Text out_;
    std::vector<Open> open_;
    std::size_t at_ = 0;  // the byte behind what was written
};

class Isolater {
  public:
    Isolater(const CleanText& text, const std::vector<Span>& spans, bool rtl)
        : text_(text), spans_(spans), rtl_(rtl), writer_(text.text.size()) {}

    Utf16Text run() {
        bool abroad = false;  // within words of the other direction
        for (std::size_t first = 0; first < spans_.size();) {
            const std::size_t end = end_of_language(first);
            const std::span group(spans_.data() + first, end - first);
            if ((runs_from_right(group, is_rtl_language(group[0].lang)) != rtl_) != abroad) {
                abroad = !abroad;
                if (abroad)
                    writer_.open(rtl_ ? left_to_right_isolate : right_to_left_isolate);
                else
                    writer_.close();
            }
            for (; first < end; ++first)
                span(spans_[first], first == 0 ? 0 : text_.span_ends[first - 1], text_.span_ends[first]);
        }
        if (abroad) writer_.close();
        return writer_.finish();
    }

  private:
    std::size_t end_of_language(std::size_t first) const {
        std::size_t end = first + 1;
        while (end < spans_.size() && spans_[end].lang == spans_[first].lang) ++end;
        return end;
    }

    void span(const Span& span, std::size_t begin, std::size_t end) {
        if (begin == end) return;
        if (span.isolate == Isolate::none) return words(begin, end);
        writer_.open(span.isolate == Isolate::left_to_right ? left_to_right_isolate : first_strong_isolate);
        writer_.words(text_.text, end);
        writer_.close();
    }

    void words(std::size_t begin, std::size_t end) {
        const std::string_view text = std::string_view(text_.text).substr(0, end);
        for (std::size_t at = begin; at < end; ++at) {
            const std::size_t phone = phone_end(text, at);
            if (phone == at) continue;
            writer_.words(text, at);
            writer_.open(left_to_right_isolate);
            writer_.words(text, phone);
            writer_.close();
            at = phone;
        }
        writer_.words(text, end);
    }

    const CleanText& text_;
    const std::vector<Span>& spans_;
    bool rtl_;
    Writer writer_;
};

}  // namespace

bool runs_from_right(std::span<const Span> spans, bool rtl_language) {
    const auto is_mixed = [](const Span& span) { return may_hold_rtl(span.text); };
    if (!rtl_language && std::ranges::none_of(spans, is_mixed)) return false;
    bool left = false, right = false;
    for (const Span& span : spans) {
        if (span.isolate != Isolate::none) continue;
        for (std::size_t at = 0; at < span.text.size();) {
            const UCharDirection way = u_charDirection(static_cast<UChar32>(next_code_point(span.text, at)));
            left = left || way == U_LEFT_TO_RIGHT;
            right = right || way == U_RIGHT_TO_LEFT || way == U_RIGHT_TO_LEFT_ARABIC;
        }
    }
    return left == right ? rtl_language : right;
}

Utf16Text with_isolates(const CleanText& text, const std::vector<Span>& spans, bool rtl) {
    return Isolater(text, spans, rtl).run();
}

}  // namespace sayso::text

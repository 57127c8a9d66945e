#include "text/shape_word.h"

#include <array>
#include <cstdint>
#include <span>

#include "base/utf8.h"
#include "text/choose_font.h"
#include "text/clean_text.h"

namespace sayso::text {
namespace {

void fill(hb_buffer_t* buffer, const WordRequest& request) {
    hb_buffer_clear_contents(buffer);
    const auto add = [&](std::string_view all, std::size_t from, std::size_t length) {
        hb_buffer_add_utf8(buffer, all.data(), static_cast<int>(all.size()), static_cast<unsigned>(from),
                           static_cast<int>(length));
    };
    if (request.before.empty() && request.after.empty()) {
        add(request.text, 0, request.text.size());
    } else {
        const std::string word = std::string(request.before).append(request.text).append(request.after);
        add(word, request.before.size(), request.text.size());
    }
    hb_buffer_set_direction(buffer, request.rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, request.script);
    hb_buffer_set_language(buffer, request.lang);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
}

void shape(hb_font_t* font, hb_buffer_t* buffer, bool tabular) {
    const std::array<hb_feature_t, 2> features{{
        {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    }};
    hb_shape(font, buffer, features.data(), tabular ? 2 : 1);
}

// Where each byte of the request's text stands in the text without what draws nothing.
class Compacted {
  public:
    /// `lost[i]`: the character that begins at byte i is to fall out.
    Compacted(std::string_view text, const std::vector<bool>& lost) : at_(text.size()) {
        for (std::size_t i = 0; i < text.size();) {
            std::size_t next = i;
            next_code_point(text, next);
            for (std::size_t k = i; k < next; ++k) at_[k] = static_cast<std::uint32_t>(out.size());
            if (!lost[i]) out += text.substr(i, next - i);
            i = next;
        }
    }
    std::uint32_t operator[](std::size_t byte) const { return at_[byte]; }

    std::string out;

  private:
    std::vector<std::uint32_t> at_;
};

// The shaped glyphs of one word with the bytes that each cluster stands for.
class Clusters {
  public:
    Clusters(std::string_view text, std::size_t offset, std::span<const hb_glyph_info_t> infos)
        : text_(text),
          offset_(offset),
          infos_(infos),
          starts_(text.size(), false),
          drawn_(text.size(), false) {
        for (const hb_glyph_info_t& info : infos) {
            starts_[start(info)] = true;
            if (info.codepoint != 0) drawn_[start(info)] = true;
        }
    }

    std::size_t start(const hb_glyph_info_t& info) const { return info.cluster - offset_; }
    bool has_missing() const {
        for (const hb_glyph_info_t& info : infos_)
            if (info.codepoint == 0) return true;
        return false;
    }

    /// Marks the characters that fall out of the text: invisible ones, and missing ones of clusters that draw
    /// nothing.
    std::vector<bool> lost(const Face& face, std::vector<char32_t>& missing) const {
        std::vector<bool> out(text_.size(), false);
        const bool report = has_missing();
        std::size_t cluster = 0;
        bool cluster_has_text = false;
        for (std::size_t i = 0; i < text_.size();) {
            if (starts_[i]) cluster = i, cluster_has_text = false;
            const std::size_t at = i;
            const char32_t c = next_code_point(text_, i);
            const bool undrawn = starts_[cluster] && !drawn_[cluster];
            const bool absent = !is_invisible(c) && (undrawn || (report && !face.covers(c)));
            if (absent) missing.push_back(c);
            out[at] = is_invisible(c) || absent;
            if (!out[at]) cluster_has_text = true;
            const bool cluster_ends = i == text_.size() || starts_[i];
            // A glyph must stand for something: where a font draws an "invisible" character, its text stays.
            if (cluster_ends && !cluster_has_text && drawn_[cluster]) out[cluster] = false;
        }
        return out;
    }

  private:
    std::string_view text_;
    std::size_t offset_;
    std::span<const hb_glyph_info_t> infos_;
    std::vector<bool> starts_, drawn_;
};

frame::Glyph to_glyph(const hb_glyph_info_t& info, const hb_glyph_position_t& position, double scale) {
    return {static_cast<std::uint16_t>(info.codepoint), static_cast<float>(position.x_advance * scale),
            static_cast<float>(position.x_offset * scale), static_cast<float>(position.y_offset * scale), 0};
}

bool all_plain(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace

ShapedWord shape_word(const Face& face, hb_buffer_t* buffer, const WordRequest& request) {
    fill(buffer, request);
    shape(face.font(), buffer, request.tabular);
    unsigned count = 0;
    const hb_glyph_info_t* const info_array = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, &count);
    const std::span infos(info_array, count);
    const Clusters clusters(request.text, request.before.size(), infos);

    ShapedWord out;
    const bool whole = all_plain(request.text) && !clusters.has_missing();
    const std::vector<bool> lost =
        whole ? std::vector<bool>(request.text.size(), false) : clusters.lost(face, out.missing);
    Compacted compacted(request.text, lost);
    const double scale = 1000.0 / face.metrics().units_per_em;
    for (unsigned i = 0; i < count; ++i) {
        if (infos[i].codepoint == 0) continue;
        frame::Glyph glyph = to_glyph(infos[i], positions[i], scale);
        glyph.cluster = compacted[clusters.start(infos[i])];
        out.width += static_cast<double>(glyph.advance);
        out.glyphs.push_back(glyph);
    }
    out.text = std::move(compacted.out);
    return out;
}

}  // namespace sayso::text

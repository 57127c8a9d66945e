#include "pdf/srgb_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace sayso::pdf {
namespace {

void append_u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8 & 0xFF);
    out += static_cast<char>(value & 0xFF);
}

void append_u32(std::string& out, std::uint32_t value) {
    append_u16(out, value >> 16);
    append_u16(out, value & 0xFFFF);
}

/// s15Fixed16Number: 16 bits whole, 16 bits fraction. ICC.1:2010, 4.6.
void append_fixed(std::string& out, double value) {
    append_u32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

/// A type signature, four zero bytes, then fixed numbers.
std::string fixed_numbers(std::string_view type, std::initializer_list<double> values) {
    std::string out{type};
    append_u32(out, 0);
    for (const double value : values) append_fixed(out, value);
    return out;
}

/// multiLocalizedUnicodeType with one text in American English. 10.13.
std::string localized(std::string_view ascii) {
    std::string out = "mluc";
    for (const std::uint32_t word : {0u, 1u, 12u}) append_u32(out, word);
    out += "enUS";
    append_u32(out, static_cast<std::uint32_t>(2 * ascii.size()));
    append_u32(out, 28);  // where the text starts
    for (const char c : ascii) append_u16(out, static_cast<std::uint8_t>(c));
    return out;
}

/// parametricCurveType, function 3: Y = (aX + b)^g where X ≥ d, else cX. 10.16; the numbers are IEC
/// 61966-2-1's.
std::string transfer_curve() {
    std::string out = "para";
    append_u32(out, 0);
    append_u16(out, 3);
    append_u16(out, 0);
    for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) append_fixed(out, value);
    return out;
}

struct Tag {
    std::vector<std::string_view> signatures;  // tags that share the data
    std::string data;
};

/// The colorants are those of sRGB, adapted from D65 to the D50 of the profile connection space by Bradford's
/// method, whose matrix is `chad`.
std::vector<Tag> tags() {
    return {
        {{"desc"}, localized("sRGB")},
        {{"cprt"}, localized("No copyright, use freely")},
        {{"wtpt"}, fixed_numbers("XYZ ", {0.9642, 1.0, 0.8249})},
        {{"chad"},
         fixed_numbers("sf32", {1.047882, 0.022918, -0.050217, 0.029572, 0.990479, -0.017075, -0.009247,
                                0.015060, 0.751724})},
        {{"rXYZ"}, fixed_numbers("XYZ ", {0.436066, 0.222488, 0.013916})},
        {{"gXYZ"}, fixed_numbers("XYZ ", {0.385147, 0.716873, 0.097076})},
        {{"bXYZ"}, fixed_numbers("XYZ ", {0.143066, 0.060608, 0.714096})},
        {{"rTRC", "gTRC", "bTRC"}, transfer_curve()},
    };
}

/// ICC.1:2010, 7.2. `size` is the whole profile's.
std::string header(std::uint32_t size) {
    std::string out;
    append_u32(out, size);
    append_u32(out, 0);           // no preferred colour management module
    append_u32(out, 0x04200000);  // version 4.2
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2020u, 1u, 1u, 0u, 0u, 0u}) append_u16(out, part);  // made on
    out += "acsp";
    out.append(24, '\0');  // platform, flags, maker, model, attributes
    append_u32(out, 0);    // perceptual
    for (const double d50 : {0.9642, 1.0, 0.8249}) append_fixed(out, d50);
    out.append(128 - out.size(), '\0');
    return out;
}

}  // namespace

std::string srgb_profile() {
    const std::vector<Tag> all = tags();
    std::size_t count = 0;
    for (const Tag& tag : all) count += tag.signatures.size();

    std::string table, data;
    const std::size_t data_start = 128 + 4 + 12 * count;
    append_u32(table, static_cast<std::uint32_t>(count));
    for (const Tag& tag : all) {
        for (const std::string_view signature : tag.signatures) {
            table += signature;
            append_u32(table, static_cast<std::uint32_t>(data_start + data.size()));
            append_u32(table, static_cast<std::uint32_t>(tag.data.size()));
        }
        data += tag.data;
        data.append((4 - data.size() % 4) % 4, '\0');  // 7.3.1: tags start at multiples of four
    }
    return header(static_cast<std::uint32_t>(data_start + data.size())) + table + data;
}

}  // namespace sayso::pdf

#include "picture/color_profile.h"

#include <array>
#include <cstdlib>
#include <vector>

#include <lcms2.h>

#include "env/limits.h"

namespace sayso::picture {
namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

struct Form {
    cmsColorSpaceSignature space;
    cmsUInt32Number in, out;
};

Form form_of(Samples samples) {
    switch (samples) {
        case Samples::gray:
            return {cmsSigGrayData, TYPE_GRAY_8, TYPE_GRAY_8};
        case Samples::rgb:
            return {cmsSigRgbData, TYPE_RGB_8, TYPE_RGB_8};
        case Samples::rgba:
            return {cmsSigRgbData, TYPE_RGBA_8, TYPE_RGBA_8};
        case Samples::cmyk:
            return {cmsSigCmykData, TYPE_CMYK_8, TYPE_RGB_8};
        case Samples::cmyk_inverted:
            return {cmsSigCmykData, TYPE_CMYK_8_REV, TYPE_RGB_8};
    }
    return {};
}

/// Grey with the tone curve of sRGB. IEC 61966-2-1, 5.2
Profile srgb_gray() {
    constexpr std::array<cmsFloat64Number, 5> curve{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    constexpr cmsInt32Number with_linear_toe = 4;
    const std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)> tones(
        cmsBuildParametricToneCurve(nullptr, with_linear_toe, curve.data()), cmsFreeToneCurve);
    return Profile(cmsCreateGrayProfile(cmsD50_xyY(), tones.get()));
}

std::size_t channels_of(Samples samples) {
    return samples == Samples::gray ? 1 : samples == Samples::rgb ? 3 : 4;
}

}  // namespace

std::optional<ColorMap> ColorMap::by_profile(std::string_view profile, Samples samples) {
    if (profile.empty() || profile.size() > limits::color_profile_bytes) return std::nullopt;
    const Profile from(cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
    const Form form = form_of(samples);
    if (!from || cmsGetColorSpace(from.get()) != form.space) return std::nullopt;
    const Profile to = samples == Samples::gray ? srgb_gray() : Profile(cmsCreate_sRGBProfile());
    constexpr cmsUInt32Number flags =
        cmsFLAGS_NOCACHE | cmsFLAGS_COPY_ALPHA | cmsFLAGS_BLACKPOINTCOMPENSATION;
    ColorMap map(samples);
    map.transform_ = std::shared_ptr<void>(
        cmsCreateTransform(from.get(), form.in, to.get(), form.out, INTENT_RELATIVE_COLORIMETRIC, flags),
        [](void* transform) {
            if (transform != nullptr) cmsDeleteTransform(transform);
        });
    if (!map.transform_ || map.changes_nothing()) return std::nullopt;
    return map;
}

ColorMap ColorMap::without_profile(Samples samples) {
    return ColorMap(samples);
}

void ColorMap::row(const std::uint8_t* from, std::uint8_t* to, std::size_t pixels) const {
    if (transform_) {
        cmsDoTransform(transform_.get(), from, to, static_cast<cmsUInt32Number>(pixels));
        return;
    }
    const unsigned flip = samples_ == Samples::cmyk_inverted ? 0 : 255;
    for (std::size_t at = 0; at < pixels; ++at, from += 4) {
        const unsigned light = from[3] ^ flip;
        for (std::size_t i = 0; i < 3; ++i)
            *to++ = static_cast<std::uint8_t>(((from[i] ^ flip) * light + 127) / 255);
    }
}

/// Many files name sRGB, in one of its many profiles: to draw them anew would only lose.
bool ColorMap::changes_nothing() const {
    constexpr int least_seen = 2;
    if (samples_ == Samples::cmyk || samples_ == Samples::cmyk_inverted) return false;
    const std::size_t channels = channels_of(samples_);
    std::vector<std::uint8_t> from, to;
    for (int r = 0; r <= 255; r += 51) {
        for (int g = 0; g <= 255; g += 51) {
            for (int b = 0; b <= 255; b += 51) {
                const std::array<int, 4> sample{r, g, b, 255};
                for (std::size_t i = 0; i < channels; ++i)
                    from.push_back(static_cast<std::uint8_t>(sample.at(i)));
            }
        }
    }
    to.resize(from.size());
    row(from.data(), to.data(), from.size() / channels);
    for (std::size_t i = 0; i < from.size(); ++i)
        if (std::abs(from[i] - to[i]) > least_seen) return false;
    return true;
}

}  // namespace sayso::picture

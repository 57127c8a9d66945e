// QR codes: what a reader looks for first stands in the modules, and every module in the drawing.
#include "picture/qr_code.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace sayso::picture {
namespace {

QrCode code_of(std::string_view text) {
    return qr_code(text).value();
}

/// 7 by 7: a dark ring, a light one, a dark square of three (ISO/IEC 18004, 6.3.3).
bool finder_at(const QrCode& code, int left, int top) {
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
            if (code.is_dark(left + x, top + y) != (ring != 2)) return false;
        }
    }
    return true;
}

const frame::Shape& shape(const frame::Frame& frame, std::size_t i) {
    return std::get<frame::Shape>(frame.items.at(i).content);
}

TEST(QrCode, IsAsLargeAsItsTextNeeds) {
    // With correction M, version 1 (21 modules) holds 14 bytes, version 2 (25) 26, version 3 (29) 42.
    EXPECT_EQ(code_of(std::string(14, 'a')).side, 21);
    EXPECT_EQ(code_of(std::string(15, 'a')).side, 25);
    EXPECT_EQ(code_of(std::string(26, 'a')).side, 25);
    EXPECT_EQ(code_of(std::string(42, 'a')).side, 29);
    EXPECT_EQ(code_of(std::string(2331, 'a')).side, 177);
    EXPECT_FALSE(qr_code(std::string(2332, 'a')));
    EXPECT_FALSE(qr_code(""));
}

TEST(QrCode, HasThreeFinderPatterns) {
    const QrCode code = code_of("https://willow-house.example");
    EXPECT_TRUE(finder_at(code, 0, 0));
    EXPECT_TRUE(finder_at(code, code.side - 7, 0));
    EXPECT_TRUE(finder_at(code, 0, code.side - 7));
    EXPECT_FALSE(finder_at(code, code.side - 7, code.side - 7));
}

TEST(QrCode, SaysThatItsCorrectionIsM) {
    // The first two of the format's bits beside the upper left finder, under the mask 10: M is 00 (6.9).
    const QrCode code = code_of("https://willow-house.example");
    EXPECT_TRUE(code.is_dark(0, 8));
    EXPECT_FALSE(code.is_dark(1, 8));
}

TEST(QrCode, IsDrawnModuleByModuleWithinItsQuietZone) {
    const QrCode code = code_of("https://willow-house.example");
    const frame::Frame frame = qr_frame(code, mm(25));
    const Length module = mm(25) / code.side;
    EXPECT_NEAR(frame.size.width.pt(), (module * (code.side + 8)).pt(), 1e-9);
    ASSERT_EQ(frame.items.size(), 2u);
    EXPECT_EQ(shape(frame, 0).fill, white);
    EXPECT_EQ(frame::bounds(shape(frame, 0).path), (Rect{{}, {}, frame.size.width, frame.size.height}));
    EXPECT_EQ(shape(frame, 1).fill, black);
    const Rect dark = frame::bounds(shape(frame, 1).path);
    EXPECT_NEAR(dark.x.pt(), (module * 4).pt(), 1e-9);
    EXPECT_NEAR(dark.width.mm(), 25, 1e-9);
    EXPECT_NEAR(dark.height.mm(), 25, 1e-9);

    // The area of the runs is that of the dark modules.
    double area = 0;
    const frame::Path& path = shape(frame, 1).path;
    for (std::size_t i = 0; i + 4 < path.size(); i += 5) {
        const Rect run = frame::bounds({path.begin() + static_cast<std::ptrdiff_t>(i),
                                        path.begin() + static_cast<std::ptrdiff_t>(i) + 5});
        area += (run.width / module) * (run.height / module);
    }
    EXPECT_NEAR(area, static_cast<double>(std::ranges::count(code.dark, true)), 1e-6);
}

}  // namespace
}  // namespace sayso::picture

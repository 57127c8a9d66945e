// A distance on the page. Lengths are a type so that a millimetre is never added to a pixel by mistake.
// Inside, everything is PDF points (1/72 inch); origin top-left, y down. Only src/pdf knows y-up.
#pragma once

#include <compare>

namespace sayso {

class Length {
  public:
    constexpr Length() = default;
    static constexpr Length from_pt(double points) { return Length{points}; }

    /// The length in points.
    constexpr double pt() const { return points_; }
    constexpr double mm() const { return points_ * 25.4 / 72.0; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return Length{-points_}; }
    constexpr Length& operator+=(Length other) { return points_ += other.points_, *this; }
    constexpr Length& operator-=(Length other) { return points_ -= other.points_, *this; }
    friend constexpr Length operator+(Length a, Length b) { return Length{a.points_ + b.points_}; }
    friend constexpr Length operator-(Length a, Length b) { return Length{a.points_ - b.points_}; }
    friend constexpr Length operator*(Length a, double k) { return Length{a.points_ * k}; }
    friend constexpr Length operator*(double k, Length a) { return Length{a.points_ * k}; }
    friend constexpr Length operator/(Length a, double k) { return Length{a.points_ / k}; }
    friend constexpr double operator/(Length a, Length b) { return a.points_ / b.points_; }

  private:
    explicit constexpr Length(double points) : points_(points) {}
    double points_ = 0;
};

constexpr Length pt(double points) {
    return Length::from_pt(points);
}
constexpr Length mm(double millimetres) {
    return Length::from_pt(millimetres * 72.0 / 25.4);
}

constexpr Length min(Length a, Length b) {
    return b < a ? b : a;
}
constexpr Length max(Length a, Length b) {
    return a < b ? b : a;
}
constexpr Length abs(Length a) {
    return a < Length{} ? -a : a;
}

}  // namespace sayso

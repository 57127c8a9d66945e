// Names of styles to final looks.
#include "sample.h"

namespace sayso::compose {
namespace {

class Styles : public Composing {
  protected:
    StyleSheet sheet(const std::string& styles, Edition edition = Edition::standard) {
        flow("[{text: a}]", "styles: {" + styles + "}");
        return {layout, theme, edition, diagnostics};
    }
};

TEST_F(Styles, AStyleStartsFromTheOneThatItIsLike) {
    const StyleSheet styles = sheet(
        "base: {size: 20, leading: 30, weight: 800, align: end}, other: {like: base, weight: 400, "
        "vertical-align: middle}");
    const Styled other = styles.standard("other");
    EXPECT_EQ(other.role, "other");
    EXPECT_EQ(other.look->text.size, pt(20));
    EXPECT_EQ(other.look->text.leading, pt(30));
    EXPECT_EQ(other.look->text.weight, 400);
    EXPECT_EQ(other.look->text.align, doc::Align::end);
    EXPECT_EQ(other.look->box.vertical_align, doc::BoxStyle::VerticalAlign::middle);
    EXPECT_EQ(other.look->text.color, (Color{1, 2, 3}));
}

TEST_F(Styles, WhatHasNoStyleLooksLikeTextAndKeepsItsName) {
    const StyleSheet styles = sheet("text: {size: 13}");
    EXPECT_EQ(styles.standard("card").look->text.size, pt(13));
    EXPECT_EQ(styles.standard("card").role, "card");
    EXPECT_EQ(styles.get(words("crad"), diagnostics).role, "text");
    EXPECT_EQ(messages(), "no style is called \"crad\" (one of: text)\n");
}

TEST_F(Styles, OnASlideThatOfItsLayoutComesFirst) {
    const StyleSheet styles = sheet("card: {size: 20}, card-cards-four: {size: 16}");
    EXPECT_EQ(styles.standard("card", "cards-four").look->text.size, pt(16));
    EXPECT_EQ(styles.standard("card", "cards-four").role, "card");
    EXPECT_EQ(styles.standard("card", "cards").look->text.size, pt(20));
    EXPECT_EQ(styles.standard("card", "").look->text.size, pt(20));
}

TEST_F(Styles, LargePrintGrowsByProportionAndKeepsLeading) {
    const StyleSheet styles = sheet("text: {size: 12, leading: 16}, title: {size: 30}", Edition::large_print);
    EXPECT_EQ(styles.standard("text").look->text.size, pt(18));
    EXPECT_EQ(styles.standard("text").look->text.leading, pt(24));
    EXPECT_EQ(styles.standard("title").look->text.size, pt(37));
    EXPECT_TRUE(styles.standard("text").look->stacked);
}

TEST_F(Styles, ColoursAreTheThemes) {
    sheet("text: {color: inc}");
    EXPECT_EQ(messages(), "the theme \"plain\" has no colour \"inc\" (did you mean \"ink\"?)\n");
}

}  // namespace
}  // namespace sayso::compose

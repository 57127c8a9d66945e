#include "check/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::check {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const Phrases& phrases, const std::string& text) {
    std::vector<std::string> out;
    for (const auto& [id, at] : phrases.find(tokens(text)))
        out.push_back(text.substr(at.begin, at.end - at.begin));
    return out;
}

Phrases phrases(const std::vector<std::string>& list) {
    Phrases out;
    for (std::size_t i = 0; i < list.size(); ++i) out.add_inflected(list[i], i);
    return out;
}

TEST(Phrases, AreWholeWordsOfAnyCase) {
    const Phrases list = phrases({"holistic"});
    EXPECT_THAT(found(list, "A Holistic view."), ElementsAre("Holistic"));
    EXPECT_THAT(found(list, "wholistic, holisticness"), IsEmpty());
}

TEST(Phrases, HaveTheirEndings) {
    const Phrases list = phrases({"facilitate", "service user", "empower", "supply"});
    EXPECT_THAT(found(list, "facilitating, facilitated; it facilitates"),
                ElementsAre("facilitating", "facilitated", "facilitates"));
    EXPECT_THAT(found(list, "Service users empowered, supplied"),
                ElementsAre("Service users", "empowered", "supplied"));
}

TEST(Phrases, CrossHyphensAndPossessivesButNoStops) {
    const Phrases list = phrases({"service user"});
    EXPECT_THAT(found(list, "a service-user’s view"), ElementsAre("service-user’s"));
    EXPECT_THAT(found(list, "the service. User views; service, user"), IsEmpty());
}

TEST(Phrases, OfSeveralThatFitTheLongestIsFound) {
    Phrases list;
    list.add("care", 1);
    list.add("care package", 2);
    const auto all = list.find(tokens("care care package"));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].id, 1u);
    EXPECT_EQ(all[1].id, 2u);
}

TEST(Phrases, WithStopsOfTheirOwnAreFound) {
    Phrases list;
    list.add("Nind M (1996). Efficacy, 11(1), 48–66.", 0);
    EXPECT_THAT(found(list, "See Nind M (1996). Efficacy, 11(1), 48–66."),
                ElementsAre("Nind M (1996). Efficacy, 11(1), 48–66"));
}

TEST(Phrases, OfNothingAreNotFound) {
    Phrases list;
    list.add("", 0);
    list.add("…", 1);
    EXPECT_THAT(found(list, "… anything"), IsEmpty());
}

}  // namespace
}  // namespace sayso::check

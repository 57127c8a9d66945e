// Common words by how many syllables they have when said with care; the dictionary's count, not ours.
#include "check/syllables.h"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace sayso::check {
namespace {

const std::vector<std::pair<int, std::string>> common_words = {
    {1,
     "and are ask called can care claim day don't down each eyes film for friend from good "
     "guide have how know lead liked line lines look makes may means more name next not one "
     "own page plan plans see staff term text that the them they they're this time use what "
     "when who will with work you your"},
    {2,
     "about access actual adults after again alone answer answered answers any approach around "
     "away because before being beside better between beyond boxes briefing building burnout "
     "business cannot careful centre children colleague consent contact corner create culture "
     "data decide deeper detail didn't doing early easy enjoy enjoyed enough evening follow "
     "follows future going happen happened happens improved increased informed insert into "
     "isn't items knowing language leaders leaflet learner learners learning lifted little "
     "longer meaning meeting million minutes moment moments money morning movement needed "
     "never nothing notice noticed number only open opened other others outcomes over people "
     "person person's picture places player playing poem poster practice progress promise "
     "purpose question quiet reader reading regard region report research results review "
     "rhythm safety science seeing sentence service setting sharing signals social someone "
     "something special statement studies support table taking teacher teaching teamwork "
     "technique title training trustees trying using value values visit wanted watches "
     "Wednesday whether without wording working workshop written yourself"},
    {3,
     "another anyone area audio autism beautiful carrying champion champions company "
     "confidence confident connection description dialogue document engagement everyone "
     "evidence expression fulfillment governors happier idea inclusion initial inspector "
     "inspectors management manager medium museum nobody ongoing opening opinion overall "
     "period positive previous quality reflective relative resources retention sentences "
     "serious summary supporting theatre therapists timetable together understand understood "
     "usual video"},
    {4,
     "commissioners commissioning community development education empowerment encouraging "
     "information intervention ordinary reality reassurance relationships reputation "
     "satisfaction security situation society supervision"},
    {5, "communication coordinator developmental disability educational opportunity psychological"},
};

TEST(Syllables, AgreeWithTheDictionaryWithinTwoInAHundred) {
    int all = 0;
    std::string wrong;
    int wrong_count = 0;
    for (const auto& [expected, list] : common_words) {
        std::istringstream words(list);
        for (std::string word; words >> word; ++all) {
            const int counted = syllables(word);
            if (counted == expected) continue;
            ++wrong_count;
            wrong += word + " " + std::to_string(counted) + "; ";
        }
    }
    EXPECT_GE(all, 290);
    EXPECT_LE(wrong_count * 50, all) << wrong;
}

TEST(Syllables, OfSilentEndings) {
    EXPECT_EQ(syllables("make"), 1);
    EXPECT_EQ(syllables("liked"), 1);
    EXPECT_EQ(syllables("wanted"), 2);
    EXPECT_EQ(syllables("places"), 2);
    EXPECT_EQ(syllables("table"), 2);
    EXPECT_EQ(syllables("centred"), 2);
    EXPECT_EQ(syllables("called"), 1);
}

TEST(Syllables, OfVowelsSaidApart) {
    EXPECT_EQ(syllables("social"), 2);
    EXPECT_EQ(syllables("material"), 4);
    EXPECT_EQ(syllables("behaviour"), 3);
    EXPECT_EQ(syllables("previous"), 3);
    EXPECT_EQ(syllables("conscience"), 2);
    EXPECT_EQ(syllables("experience"), 4);
}

TEST(Syllables, OfCompounds) {
    EXPECT_EQ(syllables("safeguarding"), 3);
    EXPECT_EQ(syllables("homeless"), 2);
    EXPECT_EQ(syllables("everyone"), 3);
    EXPECT_EQ(syllables("person-centred"), 4);
    EXPECT_EQ(syllables("well-being"), 3);
}

TEST(Syllables, OfShortForms) {
    EXPECT_EQ(syllables("didn’t"), 2);
    EXPECT_EQ(syllables("don’t"), 1);
    EXPECT_EQ(syllables("boss's"), 2);
    EXPECT_EQ(syllables("CQC"), 3);
    EXPECT_EQ(syllables("EHCP"), 4);
}

TEST(Syllables, OfAnythingElseAreOne) {
    EXPECT_EQ(syllables("2024"), 1);
    EXPECT_EQ(syllables(""), 1);
    EXPECT_EQ(syllables("’"), 1);
    EXPECT_EQ(syllables("caf\xC3\xA9"), 2);
    EXPECT_EQ(syllables("\xFF\x80"), 1);
}

}  // namespace
}  // namespace sayso::check

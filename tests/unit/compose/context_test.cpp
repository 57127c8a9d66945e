// The data that templates see.
#include "compose/context.h"

#include "sample.h"

namespace sayso::compose {
namespace {

class ContextOf : public Composing {
  protected:
    std::string at(const std::string& path) {
        Cache cache;
        const Scope scope(context(request, Standing::finished, cache));
        const auto found = scope.find(path, {}, diagnostics);
        if (!found) return "?";
        if (found->leaf() != nullptr) return found->leaf()->words.text;
        if (found->list() != nullptr) return std::to_string(found->list()->size()) + " items";
        return found->truthy() ? "yes" : "no";
    }
};

TEST_F(ContextOf, TheSenderIsTheSiteWithinItsService) {
    flow("[{text: a}]");
    EXPECT_EQ(at("service"), "no");
    request.service = &service;
    EXPECT_EQ(at("service.from"), "Willow House");
    model::Site site;
    site.id = words("mill-lane");
    site.name = words("Mill Lane");
    request.site = &site;
    EXPECT_EQ(at("service.from"), "Mill Lane, Willow House");
    EXPECT_EQ(at("contact"), "no");
    service.contact = model::Contact{words("Sam"), words("Manager"), words("123"), {}, {}};
    EXPECT_EQ(at("contact.name"), "Sam");
    site.contact = model::Contact{words("Alex"), {}, {}, {}, {}};
    EXPECT_EQ(at("contact.name"), "Alex");
    EXPECT_EQ(at("contact.role"), "no");
    EXPECT_EQ(messages(), "");
}

TEST_F(ContextOf, WhatIsLeftOutHasPartsThatAreNotThere) {
    flow("[{text: a}]");
    EXPECT_EQ(at("site.name"), "no");
    EXPECT_EQ(at("strand.id"), "no");
    EXPECT_EQ(messages(), "");
    EXPECT_EQ(at("strand.nme"), "?");
    EXPECT_EQ(messages(), "the strand has no \"nme\" (did you mean \"name\"?)\n");
}

TEST_F(ContextOf, OutcomesAreInTheReadersWords) {
    flow("[{text: a}]");
    EXPECT_EQ(at("audience.outcomes"), "2 items");
    EXPECT_EQ(at("central.outcomes"), "2 items");
    EXPECT_EQ(at("audience.is-central"), "yes");
}

TEST_F(ContextOf, ChoicesNameWhatAPathMayBe) {
    const std::vector<std::string> ids{"person"};
    request.audience_ids = &ids;
    const Choices known = choices(request);
    EXPECT_EQ(known.at("strand.id"), (std::vector<std::string>{"adults", "children"}));
    EXPECT_EQ(known.at("audience.id"), ids);
}

}  // namespace
}  // namespace sayso::compose

#include <gtest/gtest.h>

#include "load/value.h"

namespace sayso::load {
namespace {

/// A value as flow YAML without quotes, for short comparisons.
std::string shown(const Value& value) {
    std::string out;
    switch (value.kind) {
        case Value::Kind::null:
            return "~";
        case Value::Kind::scalar:
            return value.scalar;
        case Value::Kind::sequence:
            for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + shown(item);
            return "[" + out + "]";
        case Value::Kind::map:
            break;
    }
    for (const Entry& entry : value.entries)
        out += (out.empty() ? "" : ", ") + entry.key + ": " + shown(entry.value);
    return "{" + out + "}";
}

Diagnostics faults;  // of the last call of laid()

std::string laid(std::string_view base, std::string_view over) {
    faults = {};
    auto below = parse_yaml(1, base, "", faults), above = parse_yaml(2, over, "", faults);
    if (!below || !above) return "not parsed";
    overlay(*below, *above, faults);
    return shown(*below);
}

TEST(Overlay, MapsMergeByKey) {
    EXPECT_EQ(laid("{a: 1, b: {c: 2, d: 3}}", "{b: {d: 4, e: 5}, f: 6}"),
              "{a: 1, b: {c: 2, d: 4, e: 5}, f: 6}");
}

TEST(Overlay, OtherListsAreReplaced) {
    EXPECT_EQ(laid("{a: [one, two]}", "{a: [three]}"), "{a: [three]}");
    EXPECT_EQ(laid("{a: [one, two]}", "{a: []}"), "{a: []}");
    EXPECT_EQ(laid("{a: [{k: 1}]}", "{a: [{k: 2}]}"), "{a: [{k: 2}]}") << "no ids";
}

TEST(Overlay, ThingsWithIdsMergeById) {
    EXPECT_EQ(laid("{a: [{id: x, n: 1}, {id: y, n: 2}]}", "{a: [{id: y, n: 3}, {id: z, n: 4}]}"),
              "{a: [{id: x, n: 1}, {id: y, n: 3}, {id: z, n: 4}]}");
    EXPECT_EQ(laid("{a: [x, y]}", "{a: [{id: y, n: 3}]}"), "{a: [x, {id: y, n: 3}]}")
        << "a plain id grows keys";
    EXPECT_TRUE(faults.empty());
}

TEST(Overlay, LeaveOutTakesAway) {
    EXPECT_EQ(laid("{a: [{id: x}, {id: y}]}", "{a: [{id: x, leave-out: true}]}"), "{a: [{id: y}]}");
    EXPECT_EQ(laid("{a: [x, y, z]}", "{a: {add: [w, x], leave-out: [y]}}"), "{a: [x, z, w]}");
    EXPECT_TRUE(faults.empty());
}

TEST(Overlay, LeavingOutAnUnknownIdIsAnError) {
    EXPECT_EQ(laid("{a: [apple, pear]}", "{a: {leave-out: [aple]}}"), "{a: [apple, pear]}");
    ASSERT_EQ(faults.items().size(), 1u);
    EXPECT_EQ(faults.items()[0].hint, "did you mean \"apple\"?");
    EXPECT_EQ(faults.items()[0].span.source, 2u);
}

TEST(Overlay, WhatIsLeftOutStaysOut) {
    Diagnostics none;
    auto base = parse_yaml(1, "{a: [{id: x}, {id: y}]}", "", none);
    overlay(*base, *parse_yaml(2, "{a: [{id: x, leave-out: true}]}", "", none), none);
    overlay(*base, *parse_yaml(3, "{a: [{id: x, n: 1}, {id: y, n: 2}]}", "", none), none);
    EXPECT_EQ(shown(*base), "{a: [{id: y, n: 2}]}");
    EXPECT_TRUE(none.empty());
}

TEST(Overlay, EditsOfAListThatIsNotThereWorkOnAnEmptyOne) {
    EXPECT_EQ(laid("{}", "{a: {add: [x]}}"), "{a: [x]}");
    EXPECT_EQ(laid("{a: }", "{a: [{id: x, n: 1}]}"), "{a: [{id: x, n: 1}]}");
}

TEST(Overlay, NothingAfterAColonTakesTheValueAway) {
    EXPECT_EQ(laid("{a: 1, b: 2}", "{a: }"), "{a: ~, b: 2}");
}

}  // namespace
}  // namespace sayso::load

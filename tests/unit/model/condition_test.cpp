// The grammar of `when:`: what binds how, and where a fault is.
#include "model/condition.h"

#include <gtest/gtest.h>

#include "base/overload.h"

namespace sayso::model {
namespace {

std::string written(const Condition& condition);

std::string written(const std::vector<Condition>& of, const std::string& by) {
    std::string out;
    for (const Condition& one : of) out += (out.empty() ? "" : by) + written(one);
    return "(" + out + ")";
}

std::string written(const Condition& condition) {
    return std::visit(Overload{
                          [](const Condition::Test& test) {
                              return test.path.text + (test.value ? "=[" + test.value->text + "]" : "");
                          },
                          [](const Condition::Not& none) { return "!" + written(none.of, ""); },
                          [](const Condition::All& all) { return written(all.of, "&"); },
                          [](const Condition::Any& any) { return written(any.of, "|"); },
                      },
                      condition.what);
}

std::string parsed(const std::string& text) {
    Diagnostics faults;
    const auto condition = parse_condition({text, {1, 1, 1, 0}, {}}, faults);
    EXPECT_EQ(condition.has_value(), faults.empty()) << text;
    return condition ? written(*condition) : faults.items().front().message;
}

TEST(Condition, BindsAsPeopleReadIt) {
    EXPECT_EQ(parsed("contact"), "contact");
    EXPECT_EQ(parsed("not audience.is-central"), "!(audience.is-central)");
    EXPECT_EQ(parsed("a or b and c"), "(a|(b&c))");
    EXPECT_EQ(parsed("a and b or c and d"), "((a&b)|(c&d))");
    EXPECT_EQ(parsed("not a and b"), "(!(a)&b)");
    EXPECT_EQ(parsed("not strand.id = adults"), "!(strand.id=[adults])");
    EXPECT_EQ(parsed("not (a or b)"), "!((a|b))");
    EXPECT_EQ(parsed("a\n  and b"), "(a&b)");
}

TEST(Condition, ValuesMayStandInQuotes) {
    EXPECT_EQ(parsed("x = 'Mill Lane'"), "x=[Mill Lane]");
    EXPECT_EQ(parsed("x=\"a = (b)\" or y"), "(x=[a = (b)]|y)");
    EXPECT_EQ(parsed("x = and"), "x=[and]");
}

TEST(Condition, EverythingElseIsAFault) {
    EXPECT_EQ(parsed("a == b"), "\"==\" is not known here");
    EXPECT_EQ(parsed("a != b"), "\"!\" is not known here");
    EXPECT_EQ(parsed("a b"), "\"b\" cannot stand here");
    EXPECT_EQ(parsed("a and"), "the condition ends too early");
    EXPECT_EQ(parsed("(a"), "\"(\" is never closed");
    EXPECT_EQ(parsed("a)"), "\")\" cannot stand here");
    EXPECT_EQ(parsed("a = "), "nothing is compared with here");
    EXPECT_EQ(parsed("'a'"), "\"a\" is no path");
    EXPECT_EQ(parsed("and"), "\"and\" is no path");
    EXPECT_EQ(parsed(""), "the condition ends too early");
    EXPECT_EQ(parsed(std::string(1000, '(') + "a"), "this condition has too many brackets");
}

TEST(Condition, AFaultIsAtItsPlaceWhereTheFileHasTheText) {
    const std::string text = "contact and x == y";
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto column = [&](std::uint32_t written_length) {
        Diagnostics faults;
        parse_condition({text, {1, 7, 11, written_length}, {}}, faults);
        return faults.items().front().span.column;
    };
    EXPECT_EQ(column(length), 25u);
    EXPECT_EQ(column(length + 2), 26u);  // in quotes
    EXPECT_EQ(column(length + 9), 11u);  // written otherwise: the whole
}

}  // namespace
}  // namespace sayso::model

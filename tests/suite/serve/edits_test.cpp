// A thousand edits by form are the same edits by hand: one line each, comments and order kept; and a thousand
// times undone, the files are what they were.
#include <algorithm>
#include <filesystem>
#include <random>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/reading.h"
#include "load/rewrite.h"
#include "suite/serve/house.h"

namespace sayso::suite {
namespace {

using load::Value;
using serve::Json;

/// A text that stands on one line: where, and how it is written.
struct Written {
    std::vector<std::string> path;
    std::string text, raw;
    std::size_t line = 0;  // from 0
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

std::size_t count(const std::string& line, const std::string& part) {
    std::size_t out = 0;
    for (auto at = line.find(part); at != line.npos; at = line.find(part, at + part.size())) ++out;
    return out;
}

void collect(const Value& value, std::vector<std::string>& path, const std::vector<std::string>& lines,
             std::vector<Written>& out) {
    if (value.kind == Value::Kind::scalar && !value.scalar.empty() && path.back() != "id") {
        const std::size_t line = value.span.line - 1;
        for (const std::string& raw : {"\"" + value.scalar + "\"", value.scalar}) {
            if (count(lines.at(line), raw) != 1) continue;
            out.push_back({path, value.scalar, raw, line});
            break;
        }
    }
    const auto step = [&](const std::string& name, const Value& inner) {
        path.push_back(name);
        collect(inner, path, lines, out);
        path.pop_back();
    };
    for (const load::Entry& entry : value.entries) step(entry.key, entry.value);
    for (std::size_t i = 0; i < value.items.size(); ++i) step(std::to_string(i), value.items[i]);
}

Value parsed(const std::string& text) {
    Diagnostics faults;
    auto out = load::parse_yaml(1, text, {}, faults);
    EXPECT_TRUE(out) << text;
    return out.value_or(Value{});
}

class ThousandEdits : public testing::Test {
  protected:
    ThousandEdits() {
        const std::string example = std::string(SAYSO_SOURCE_DIR) + "/examples/willow-house";
        std::filesystem::copy(
            example, house_.path(),
            std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
        for (const char* file : files) {
            first_[file] = house_.read(file);
            by_hand_[file] = first_[file];
        }
        house_.desk().changed_outside({house_.path("sayso.yaml"), house_.path("evidence/evidence.yaml")});
    }

    std::string words() {
        static const char* const all[] = {"calm",        "joy",   "our garden", "Tuesday",
                                          "caf\xC3\xA9", "music", "together"};
        std::string out = all[random_() % std::size(all)];
        for (auto left = random_() % 4; left > 0; --left)
            out += std::string(" ") + all[random_() % std::size(all)];
        return out + " " + std::to_string(++number_);
    }

    /// By form and by hand.
    void edit_once() {
        const std::string file = files[random_() % std::size(files)];
        const std::string text = by_hand_[file];
        std::vector<std::string> path, lines = lines_of(text);
        std::vector<Written> all;
        collect(parsed(text), path, lines, all);
        ASSERT_GT(all.size(), 10u);
        const Written& one = all[random_() % all.size()];
        const std::string value = words();
        const bool quoted = one.raw != one.text;
        std::string& line = lines[one.line];
        line.replace(line.find(one.raw), one.raw.size(), quoted ? "\"" + value + "\"" : value);
        by_hand_[file] = joined(lines);
        const Reply reply = house_.edit(one.path, json_of(one, text), value, file);
        ASSERT_EQ(reply.status, 200) << file << ": " << testing::PrintToString(one.path) << reply.body;
        ASSERT_EQ(house_.read(file), by_hand_[file]) << testing::PrintToString(one.path);
    }
    /// As the form showed it: a number is one.
    static Json json_of(const Written& one, const std::string& text) {
        const Value root = parsed(text);
        return serve::json_of(*load::value_along(root, one.path));
    }

    static constexpr const char* files[] = {"sayso.yaml", "evidence/evidence.yaml"};
    House house_;
    std::mt19937 random_{20261124};
    std::map<std::string, std::string> first_, by_hand_;
    int number_ = 0;
};

TEST_F(ThousandEdits, ByFormEqualThoseByHand) {
    for (int i = 0; i < 1'000 && !HasFatalFailure(); ++i) edit_once();
    int undone = 0;
    while (house_.ask("POST", "/api/undo").status == 200) ++undone;
    EXPECT_EQ(undone, 1'000);
    for (const char* file : files) EXPECT_EQ(house_.read(file), first_[file]);
}

}  // namespace
}  // namespace sayso::suite

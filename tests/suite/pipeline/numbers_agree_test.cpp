// One claim, one value: the number in a sentence, in the key figure, in the picture of the chart, in its
// alternative text and in its table, read from finished files.
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>

#include <gtest/gtest.h>

#include "machine.h"
#include "support/pdf_reader.h"

namespace sayso::test {
namespace {

using Json = nlohmann::json;

/// "2023 Q4" of "October to December 2023".
std::string quarter(const std::string& first_month, const std::string& year) {
    static const std::map<std::string, std::string> quarters = {
        {"January", "Q1"}, {"April", "Q2"}, {"July", "Q3"}, {"October", "Q4"}};
    return year + " " + quarters.at(first_month);
}

/// The first line of values in a chart's words: "Mill Lane: 2023 Q1: 57; 2023 Q2: 58."
std::map<std::string, std::string> table_in(const std::string& alt) {
    static const std::regex value("([0-9]{4} Q[0-9]): ([^;.\\n]+)[;.]");
    std::map<std::string, std::string> out;
    for (std::sregex_iterator at(alt.begin(), alt.end(), value), end; at != end; ++at)
        out.emplace((*at)[1], (*at)[2]);
    return out;
}

struct Told {
    std::string from, from_period, to, to_period;
};

std::optional<Told> told_by(const std::string& sentence) {
    static const std::regex change(
        "from ([0-9.,%£]+)[^(]*\\(([A-Z][a-z]+) to [A-Z][a-z]+ ([0-9]{4})\\) to ([0-9.,%£]+) "
        "\\(([A-Z][a-z]+) to "
        "[A-Z][a-z]+ ([0-9]{4})\\)");
    std::smatch found;
    if (!std::regex_search(sentence, found, change)) return std::nullopt;
    return Told{found[1], quarter(found[2], found[3]), found[4], quarter(found[5], found[6])};
}

/// The words drawn within a figure.
std::string drawn_in(const PdfFile& file, const PdfElement& figure) {
    std::string out;
    for (const PdfKid& kid : figure.kids)
        if (kid.kind == PdfKid::Kind::mark)
            out += file.pages.at(static_cast<std::size_t>(kid.page)).marks.at(kid.index).text + " ";
    return out;
}

bool has_word(const std::string& text, const std::string& word) {
    static const std::string digits = "0123456789";
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const bool before = at > 0 && digits.find(text[at - 1]) != digits.npos;
        const auto end = at + word.size();
        if (!before && (end >= text.size() || digits.find(text[end]) == digits.npos)) return true;
    }
    return false;
}

class Agreement {
  public:
    Agreement(const PdfFile& pdf, std::string html, const Json& document)
        : pdf_(pdf), words_(plain(text_in_tree_order(pdf))), html_(std::move(html)), document_(document) {}

    /// How many charts were held against their claim.
    int check() {
        int charts = 0;
        for (const Json& each : document_.at("evidence")) {
            if (each.at("what") == "chart") {
                charts += check_chart(each.at("id"), each.at("said").at("alt").at(0));
                continue;
            }
            for (const auto& [key, texts] : each.at("said").items()) {
                if (key == "file") continue;  // of a photo, which is seen
                for (const std::string text : texts)
                    EXPECT_TRUE(words_.find(plain(text)) != words_.npos) << text;
            }
        }
        return charts;
    }

  private:
    const Json* claim(const std::string& id) const {
        for (const Json& each : document_.at("evidence"))
            if (each.at("what") == "claim" && each.at("id") == id) return &each.at("said");
        return nullptr;
    }

    int check_chart(const std::string& id, const std::string& alt) {
        const Json* said = claim(id);
        EXPECT_NE(said, nullptr) << "a chart of " << id << " without its claim";
        if (said == nullptr) return 0;
        // The key claim is told by the title of its chart.
        const bool has_sentence = said->contains("sentence");
        const auto told = told_by(has_sentence ? said->at("sentence").at(0).get<std::string>() : alt);
        if (!told) return 0;
        const auto table = table_in(alt);
        EXPECT_EQ(table.at(told->from_period), told->from) << alt;
        EXPECT_EQ(table.at(told->to_period), told->to) << alt;
        EXPECT_EQ(table.rbegin()->second, told->to)
            << "the last value of the chart is the latest of the claim";
        if (said->contains("latest")) {
            EXPECT_EQ(said->at("latest").at(0), told->to);
        }
        int figures = 0;
        for (const PdfElement& element : pdf_.elements) {
            if (element.type != "Figure" || element.alt != alt) continue;
            ++figures;
            EXPECT_TRUE(has_word(drawn_in(pdf_, element), told->to)) << drawn_in(pdf_, element);
            EXPECT_TRUE(has_word(drawn_in(pdf_, element), told->from)) << drawn_in(pdf_, element);
        }
        EXPECT_EQ(figures, 1) << "the alternative text of the finished file: " << alt;
        for (const auto& [period, value] : table)
            EXPECT_TRUE(html_.find(period + ": " + value) != html_.npos) << period << ": " << value;
        return 1;
    }

    const PdfFile& pdf_;
    std::string words_, html_;
    const Json& document_;
};

int check_documents(const std::string& site) {
    MemoryEnv env = shipped_machine();
    BuildOptions options;
    options.kinds = {"briefing"};
    options.formats = {"pdf", "html"};
    options.out = "/out";
    if (!site.empty()) options.sites = {site};
    const Report built = build(env, example_project, options);
    EXPECT_TRUE(built.ok()) << faults(built);
    const Json report = Json::parse(env.files.at("/out/build-report.json"));
    EXPECT_EQ(report.at("documents").size(), 10U);
    int charts = 0;
    for (const Json& document : report.at("documents")) {
        const std::string path = "/out/" + document.at("path").get<std::string>();
        SCOPED_TRACE(path);
        const PdfFile pdf = read_pdf(env.files.at(path + ".pdf"));
        charts += Agreement(pdf, env.files.at(path + ".html"), document).check();
    }
    return charts;
}

TEST(NumbersAgree, InTheTenBriefingsOfTheWholeService) {
    EXPECT_GE(check_documents(""), 6);
}

TEST(NumbersAgree, InTheTenBriefingsOfASite) {
    EXPECT_GE(check_documents("mill-lane"), 6);
}

}  // namespace
}  // namespace sayso::test

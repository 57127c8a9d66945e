#include "pack/printed.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sayso::pack {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string to_json(const PrintedRecord& record) {
    Json numbers = Json::array();
    for (const evidence::PrintedNumber& each : record.numbers) {
        Json number = {
            {"indicator", each.indicator},  {"site", each.site},     {"first-month", each.period.first},
            {"months", each.period.months}, {"number", each.number}, {"rounded-to", each.rounded_to}};
        if (!each.over.empty()) number["over"] = each.over;
        numbers.push_back(std::move(number));
    }
    return Json{{"holds-until", record.holds_until}, {"numbers", std::move(numbers)}}.dump(1) + "\n";
}

std::optional<PrintedRecord> printed_from_json(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        PrintedRecord out;
        out.holds_until = json.at("holds-until");
        for (const Json& each : json.at("numbers")) {
            out.numbers.push_back({each.at("indicator"), each.at("site"),
                                   evidence::Period{each.at("first-month"), each.at("months")},
                                   each.at("number"), each.at("rounded-to"),
                                   each.value("over", std::vector<std::string>())});
        }
        return out;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::vector<evidence::PrintedNumber> joined_numbers(std::vector<evidence::PrintedNumber> a,
                                                    const std::vector<evidence::PrintedNumber>& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

}  // namespace sayso::pack

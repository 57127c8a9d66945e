#include "account/build_report.h"

#include <algorithm>

#include <fmt/format.h>

namespace sayso::account {
namespace {

class Collector {
  public:
    Collector(const evidence::Published& published, const std::function<std::string(Span)>& place_name)
        : published_(published), place_name_(place_name) {}

    State run(int round_to) {
        for (const evidence::PublishedIndicator& each : published_.indicators) add(each);
        for (const evidence::Voice& each : published_.voices)
            add_said("voice", each, each.text.text, each.by.text);
        for (const evidence::Photo& each : published_.photos)
            add_said("photo", each, each.alt.text, each.credit ? each.credit->text : std::string());
        for (const evidence::Cost& each : published_.costs)
            out_.sources.push_back({"cost", each.id.text, each.label.text, each.source.text, each.basis.text,
                                    "", "", "", each.expires ? each.expires->text : "",
                                    place_name_(each.place)});
        for (const model::Reference& each : published_.references)
            out_.sources.push_back({"reference", each.id.text, each.finding.text, each.citation.text, "", "",
                                    "", "", "", place_name_(each.id.span)});
        for (const evidence::LeftOut& each : published_.left_out)
            out_.left_out.push_back({each.what, each.id, each.why, place_name_(each.place)});
        for (const evidence::Expiring& each : published_.expiring)
            out_.expiring.push_back({each.what, each.id, each.on});
        out_.numbers = published_.proof.people;
        out_.hide_up_to = published_.hide_up_to;
        out_.round_to = round_to;
        out_.proven = published_.proof.complete;
        return std::move(out_);
    }

  private:
    void add(const evidence::PublishedIndicator& indicator) {
        const evidence::Indicator& about = indicator.about;
        evidence::Period first = indicator.series.front().points.front().period, last = first;
        for (const evidence::Series& series : indicator.series) {
            first = std::min(first, series.points.front().period);
            last = std::max(last, series.points.back().period);
            for (const evidence::Point& point : series.points)
                if (std::holds_alternative<evidence::Hidden>(point.shown))
                    out_.hidden.push_back({about.id.text, series.site, to_string(point.period)});
        }
        out_.sources.push_back({"claim", about.id.text, about.label.text, about.source.text,
                                about.method.text, about.by.text, about.strength.text,
                                fmt::format("{} to {}", to_string(first), to_string(last)),
                                about.expires ? about.expires->text : "", place_name_(about.place)});
    }

    /// The record of the consent stays with the service: it names people.
    template <class T>
    void add_said(const char* what, const T& item, const std::string& label, const std::string& by) {
        const bool ends = item.consent && item.consent->until;
        out_.sources.push_back({what, item.id.text, label, "", "", by, "", "",
                                ends ? item.consent->until->text : "", place_name_(item.place)});
    }

    const evidence::Published& published_;
    const std::function<std::string(Span)>& place_name_;
    State out_;
};

}  // namespace

bool is_of(const evidence::Cited& cited, const Source& source) {
    const bool chart = cited.what == "chart" && source.what == "claim";
    return cited.id == source.id && (cited.what == source.what || chart);
}

std::vector<evidence::Printed> telling(const evidence::Account& account) {
    static constexpr std::string_view keys[] = {"sentence", "text",     "change-words",
                                                "latest",   "citation", "alt"};
    std::vector<evidence::Printed> out;
    const auto& all = account.printed;
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), [&](const evidence::Printed& each) {
            return each.what != first->what || each.id != first->id;
        });
        auto best = last;
        for (const std::string_view key : keys) {
            if (best == last)
                best =
                    std::find_if(first, last, [&](const evidence::Printed& each) { return each.key == key; });
        }
        out.push_back(best == last ? *first : *best);
        first = last;
    }
    return out;
}

State state_of(const evidence::Published& published, int round_to,
               const std::function<std::string(Span)>& place_name) {
    return Collector(published, place_name).run(round_to);
}

}  // namespace sayso::account
